"""A day and hours as they are typed in the form of one day."""

from collections.abc import Mapping
from collective.rendezvous import _
from collective.rendezvous.browser.public.choice import day as day_of
from collective.rendezvous.browser.staff.filtered import YEARS
from collective.rendezvous.content.hour import minutes
from collective.rendezvous.content.hour import typed as hour_of
from collective.rendezvous.content.hour import WRITTEN
from collective.rendezvous.content.occurrence import Wish
from collective.rendezvous.scheduling.zone import missing
from dataclasses import dataclass
from dataclasses import field
from typing import Any
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Typed:
    """The texts of the fields; `problems`: field -> message (untranslated) of what is wrong."""

    to: str
    start: str
    end: str
    wish: Wish | None = None
    problems: Mapping[str, str] = field(default_factory=dict)


def typed(form: Mapping[str, Any], zone: ZoneInfo) -> Typed:
    """Read the fields `to`, `start` and `end`."""
    texts = {name: _text(form.get(name)) for name in ("to", "start", "end")}
    hours = {name: hour_of(texts[name]) for name in ("start", "end")}
    problems = {
        name: _("Write the hour as 09:30.")
        for name, hour in hours.items()
        if not (WRITTEN.fullmatch(hour) or (name == "end" and hour == "24:00"))
    }
    day = day_of(texts["to"])
    if day is None or day.year not in YEARS:
        problems["to"] = _("This is no day. Write it as day, month and year.")
        day = None
    if problems or day is None:
        return Typed(**texts, problems=problems)
    wish = Wish(day, minutes(hours["start"]), minutes(hours["end"]))
    if not wish.mask:
        problems["end"] = _("The end must come after the start.")
    for name, minute in (("start", wish.start), ("end", wish.end - 1)):
        if not problems and missing(zone, day) >> max(minute, 0) & 1:
            problems[name] = _(
                "This time does not exist on that day: the clocks go forward. Write another one."
            )
    return Typed(**texts, wish=None if problems else wish, problems=problems)


def _text(told: object) -> str:
    return told.strip() if isinstance(told, str) else ""
