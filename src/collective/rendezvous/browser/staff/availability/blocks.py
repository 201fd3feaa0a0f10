"""What stands in the calendar of an agent's availabilities: hours, absences, closures, free time."""

from collections.abc import Iterator
from collective.rendezvous import _
from collective.rendezvous.browser.staff.hours import days
from collective.rendezvous.browser.staff.hours import stretch
from collective.rendezvous.browser.staff.placed import Placed
from collective.rendezvous.browser.staff.planning.lanes import Lane
from collective.rendezvous.browser.words import Words
from collective.rendezvous.content.hour import minutes
from collective.rendezvous.content.hour import written
from collective.rendezvous.scheduling.office import Office
from dataclasses import dataclass
from datetime import date
from typing import Any


WEEKS = {"even": _("Even weeks"), "odd": _("Odd weeks")}


@dataclass(frozen=True)
class Block:
    """Hours, or what is left of them on a day: from a minute on, until another.

    `action`: what the script sends other hours to, where these are whole; `once`: valid on this day alone.
    """

    id: str
    day: date
    start: int
    end: int
    url: str
    hours: str
    types: str
    colors: list[str]
    notes: list[str]
    hidden: str
    days: str
    action: str
    once: bool
    lane: Lane = Lane(0, 1)

    @property
    def place(self) -> str:
        """Where it stands, for the style sheet."""
        lane, lanes = self.lane
        return f"--from: {self.start}; --len: {self.end - self.start}; --lane: {lane}; --lanes: {lanes}"

    @property
    def style(self) -> str | None:
        """The colour of its first type."""
        return f"--rdv-color: {self.colors[0]}" if self.colors else None


@dataclass(frozen=True)
class Off(Placed):
    """Time in which nobody receives: why, and where that is changed."""

    start: int
    end: int
    label: str
    url: str = ""


@dataclass(frozen=True)
class Free(Placed):
    """Time in which hours can be added."""

    start: int
    end: int
    url: str
    label: str
    hidden: str


class Told:
    """An availability (content) in words."""

    def __init__(self, availability: Any, office: Office, words: Words) -> None:
        self.availability = availability
        self.office = office
        self.words = words

    @property
    def types(self) -> str:
        """The titles of its types."""
        return ", ".join(one.title for one in self._of(self.office.types, self.availability.types))

    @property
    def colors(self) -> list[str]:
        """The colours of its types, those that have none left out."""
        return [one.color for one in self._of(self.office.types, self.availability.types) if one.color]

    @property
    def counters(self) -> str:
        """The titles of the counters that it names; empty for any."""
        return ", ".join(one.title for one in self._of(self.office.counters, self.availability.counters))

    @staticmethod
    def _of(known: Any, uids: Any) -> Iterator[Any]:
        wanted = set(uids or ())
        return (one for one in known.values() if one.uid in wanted)

    @property
    def days(self) -> str:
        """Its days of the week."""
        return days(self.availability.days, self.words)

    @property
    def hours(self) -> str:
        """From when to when."""
        it = self.availability
        return stretch(minutes(it.start), minutes(it.end), self.words)

    @property
    def once(self) -> bool:
        """Whether it is valid on one day alone."""
        it = self.availability
        return bool(it.valid_from and it.valid_from == it.valid_until)

    @property
    def staff_only(self) -> bool:
        """Whether citizens cannot book in it."""
        return bool(self.availability.audience == "staff")

    @property
    def weeks(self) -> str:
        """In which weeks, where not in every one."""
        found = WEEKS.get(self.availability.weeks)
        return self.words.say(found) if found else ""

    @property
    def period(self) -> str:
        """When it is valid."""
        words, first, last = self.words, self.availability.valid_from, self.availability.valid_until
        if self.once:
            told = words.say(_("${day} only"), day=words.day(first, year=True, weekday=False))
            return told[:1].upper() + told[1:]
        parts = [self.weeks] if self.weeks else []
        if first:
            parts.append(words.say(_("from ${day}"), day=words.day(first, year=True, weekday=False)))
        if last:
            parts.append(words.say(_("until ${day}"), day=words.day(last, year=True, weekday=False)))
        told = ", ".join(parts) or words.say(_("Always"))
        return told[:1].upper() + told[1:]

    @property
    def notes(self) -> list[str]:
        """What else there is to say in the calendar."""
        only = self.words.say(_("This day only")) if self.once else ""
        staff = self.words.say(_("Booked by staff only")) if self.staff_only else ""
        return [one for one in (self.counters, only or self.weeks, staff) if one]


def query_of(day: date, start: int, end: int) -> dict[str, str]:
    """What the address of the form that adds hours tells: the weekday, the hours, where to come back to."""
    return {
        "days": str(day.weekday()),
        "start": written(start),
        "end": written(end),
        "back": day.isoformat(),
    }
