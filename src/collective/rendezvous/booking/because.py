"""Why nobody receives at a time, in words: the hours of the day, the reason of an absence."""

from .. import _
from ..words import dates
from ..words.speech import say
from collections.abc import Mapping
from datetime import datetime
from datetime import time
from typing import Any


Hours = tuple[tuple[int, int], ...]


def explained(details: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The details of a finding with their explanations as texts."""
    found = dict(details)
    start = details.get("start")
    if isinstance(details.get("hours"), tuple) and isinstance(start, datetime):
        found["when"] = _when(start, details["end"], language)
        found["hours"] = _hours(details["hours"], start, details["end"], language)
    away = details.get("away")
    found["away"] = say(_(" (${reason})"), language, reason=away) if away else ""
    return found


def _when(start: datetime, end: datetime, language: str) -> str:
    """Return the day and the hours, as in: Thursday 12 November from 5:30 pm to 5:50 pm."""
    return say(
        _("${day} from ${start} to ${end}"),
        language,
        day=dates.day(start.date(), language),
        start=dates.hour(start, language),
        end=dates.hour(end, language),
    )


def _hours(hours: Hours, start: datetime, end: datetime, language: str) -> str:
    if not hours:
        return say(_("no hours on that day"), language)
    minute = start.hour * 60 + start.minute
    first, last = hours[0][0], hours[-1][1]
    if minute < first:
        return say(_("the day begins at ${hour}"), language, hour=_clock(first, language))
    if end.date() > start.date() or end.hour * 60 + end.minute > last:
        return say(_("the day ends at ${hour}"), language, hour=_clock(last, language))
    told = ", ".join(
        say(_("${start} to ${end}"), language, start=_clock(low, language), end=_clock(high, language))
        for low, high in hours
    )
    return say(_("the hours are ${hours}"), language, hours=told)


def _clock(minute: int, language: str) -> str:
    return say(_("midnight"), language) if minute >= 1440 else dates.hour(time(*divmod(minute, 60)), language)
