"""Date and time as one types them, and back."""

from collective.rendezvous import _
from collective.rendezvous.scheduling.zone import exists
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from zoneinfo import ZoneInfo

import re


HOUR = re.compile(r"(\d{1,2})\s*[:hH]\s*(\d{2})?(?::00(?:\.0+)?)?", re.ASCII)
"""« 9:20 », « 09:20 », « 9 h 20 », « 9h »."""


@dataclass(frozen=True)
class Typed:
    """What date and time mean: an aware moment, or which of both fields is wrong, and why."""

    moment: datetime | None
    field: str = ""
    problem: str = ""


def typed(day: str, hour: str, zone: ZoneInfo) -> Typed:
    """Read both fields."""
    if not day.strip():
        return Typed(None, "date", _("Write the date."))
    try:
        found = date.fromisoformat(day.strip())
    except ValueError:
        return Typed(None, "date", _("This is no day. Write it as day, month and year."))
    if not hour.strip():
        return Typed(None, "time", _("Write the time, for example: 9:20"))
    match = HOUR.fullmatch(hour.strip())
    try:
        clock = time(int(match[1]), int(match[2] or 0)) if match else None
    except ValueError:
        clock = None
    if clock is None:
        return Typed(None, "time", _("This is no time. Write it like this: 9:20"))
    moment = datetime.combine(found, clock, zone)
    if found.year < 1900 or found.year >= 2200:
        return Typed(None, "date", _("This is no day. Write it as day, month and year."))
    if not exists(moment):
        return Typed(
            None, "time", _("This time does not exist on that day: the clocks go forward. Write another one.")
        )
    return Typed(moment)


def shown(moment: datetime) -> dict[str, str]:
    """The values of both fields for a moment in the section's zone."""
    return {"date": moment.date().isoformat(), "time": f"{moment:%H:%M}"}


def told(text: object, zone: ZoneInfo) -> dict[str, str]:
    """The values for a moment or a day that an address tells; without offset it is the section's time."""
    try:
        moment = datetime.fromisoformat(text.replace(" ", "+")) if isinstance(text, str) else None
        if moment is None:
            return {}
        moment = moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
    except (ValueError, OverflowError):
        return {}
    assert isinstance(text, str)
    return shown(moment) if len(text) > 10 else {"date": moment.date().isoformat()}
