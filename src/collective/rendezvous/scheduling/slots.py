"""What can be booked: the slots of a type over days, and why a day has none."""

from .board import Board
from .holidays import Closed
from .holidays import closures_on
from .hours import WHOLE_DAY
from .memory import Memory
from .memory import Starts
from .occupancy import Occupancy
from .occupancy import Taken
from .office import DAY
from .office import Office
from .roster import Roster
from .zone import at
from .zone import end_of
from .zone import missing
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from types import MappingProxyType
from typing import NamedTuple


ONE_DAY = timedelta(days=1)
SINCE_MIDNIGHT = tuple(timedelta(minutes=minute) for minute in range(DAY))
NOBODY_TAKEN: Mapping[str, Taken] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Query:
    """Slots of a type (uid) from the first to the last day, both included, for so many people.

    `counters`, `agents`: only these (uids); None is any. `staff`: no window, and hours open to
    staff only count.
    """

    type: str
    first: date
    last: date
    people: int = 1
    counters: frozenset[str] | None = None
    agents: frozenset[str] | None = None
    staff: bool = False


class Slot(NamedTuple):
    """A bookable start, aware, in the section's zone; `end` without the buffer; places left."""

    start: datetime
    end: datetime
    places: int


@dataclass(frozen=True, slots=True)
class Day:
    """The slots of a day in order; without any, `why`: closed (with its reason), past, full or none."""

    day: date
    slots: tuple[Slot, ...]
    why: str | None = None
    reason: str = ""


def window(office: Office, type_uid: str, now: datetime) -> tuple[datetime, date]:
    """The earliest start (UTC) and the last day that the public may book."""
    kind = office.types[type_uid]
    earliest = now.astimezone(UTC) + timedelta(hours=kind.min_notice_hours)
    return earliest, now.astimezone(office.zone).date() + timedelta(days=kind.horizon_days)


class Search:
    """One search: the roster and the public's window, made once for all its days."""

    def __init__(
        self,
        office: Office,
        occupancy: Occupancy,
        query: Query,
        now: datetime,
        memory: Memory | None = None,
    ) -> None:
        self.memory = memory
        self.office = office
        self.occupancy = occupancy
        self.query = query
        self.now = now.astimezone(UTC)
        self.today = now.astimezone(office.zone).date()
        kind = office.types[query.type]
        self.active = kind.active
        self.length = kind.length(query.people)
        self.roster = Roster(office, kind, self.length, query.staff, query.counters, query.agents)
        self.earliest, self.horizon = window(office, query.type, now)
        self.first = self.earliest.astimezone(office.zone).date()

    def since(self, day: date, moment: datetime) -> int:
        """The first minute of the day that does not begin before the moment (UTC)."""
        zone = self.office.zone
        local = moment.astimezone(zone)
        if day != local.date():
            return 0 if day > local.date() else DAY
        minute = local.hour * 60 + local.minute
        while minute < DAY and at(zone, day, minute).astimezone(UTC) < moment:
            minute += 1
        return minute

    def opens(self, day: date) -> int:
        """The first minute of the day in the asker's window; 1440 where there is none."""
        if not self.active:
            return DAY
        if self.query.staff:
            return 0
        if not self.first <= day <= self.horizon:
            return DAY
        return 0 if day > self.first else self.since(day, self.earliest)

    def board(self, day: date, taken: Mapping[str, Taken], closed: int) -> Board:
        """Who is free at which starts, the minutes that do not exist left out."""
        return self.roster.board(day, taken, closed | missing(self.office.zone, day))

    def starts(self, day: date, closed: int) -> Starts:
        """The starts of a day, whatever the window; remembered where there is a memory."""
        taken = self.occupancy.day(day)
        if self.memory is None:
            return self.board(day, taken, closed).starts()
        query = self.query
        asked = (query.type, self.length, query.staff, query.counters, query.agents, day)
        return self.memory.starts(asked, taken, lambda: self.board(day, taken, closed).starts())

    def day(self, day: date) -> list[Slot]:
        """The slots of one day, in order."""
        return self.slots(day, closures_on(self.office, day).mask)

    def slots(self, day: date, closed: int) -> list[Slot]:
        """The slots of one day on which the minutes of a mask are closed."""
        opens = self.opens(day)
        if opens == DAY or closed == WHOLE_DAY:
            return []
        zone, length = self.office.zone, timedelta(minutes=self.length)
        plain = not missing(zone, day) and not missing(zone, day + ONE_DAY)
        midnight = datetime.combine(day, time(), zone)
        found = []
        for minute, places in self.starts(day, closed):
            if minute >= opens:
                start = midnight + SINCE_MIDNIGHT[minute]
                found.append(Slot(start, start + length if plain else end_of(start, self.length), places))
        return found

    def why(self, day: date, closed: Closed) -> str:
        """Why a day has no slot: the first of closed, past, full, none that is true."""
        if closed.whole:
            return "closed"
        ideal = self.board(day, NOBODY_TAKEN, closed.mask).startable() if self.active else 0
        if self.active and not ideal and closed.mask and self.board(day, NOBODY_TAKEN, 0).startable():
            return "closed"
        last = ideal.bit_length() - 1
        if day < self.today or (day == self.today and ideal and last < self.since(day, self.now)):
            return "past"
        return "full" if ideal and last >= self.opens(day) else "none"


def slots(
    office: Office,
    occupancy: Occupancy,
    query: Query,
    now: datetime,
    language: str = "fr",
    memory: Memory | None = None,
) -> list[Day]:
    """Each day asked for with its slots, or with why it has none.

    `language`: that of the names of public holidays. `memory`: what to remember by, of this very
    office. Raises KeyError for an unknown type.
    """
    search = Search(office, occupancy, query, now, memory)
    found = []
    day = query.first
    while day <= query.last:
        closed = closures_on(office, day, language)
        offered = search.slots(day, closed.mask)
        if offered:
            found.append(Day(day, tuple(offered)))
        else:
            why = search.why(day, closed)
            found.append(Day(day, (), why, closed.reason if why == "closed" else ""))
        day += ONE_DAY
    return found


def next_slots(
    office: Office,
    occupancy: Occupancy,
    query: Query,
    after: datetime,
    limit: int,
    now: datetime,
    memory: Memory | None = None,
) -> list[Slot]:
    """The first slots with start >= after, within the horizon; the days of the query do not count."""
    search = Search(office, occupancy, query, now, memory)
    after = after.astimezone(UTC)
    day = max(after.astimezone(office.zone).date(), search.today)
    found: list[Slot] = []
    while day <= search.horizon and len(found) < limit:
        for slot in search.day(day):
            if slot.start.astimezone(UTC) >= after:
                found.append(slot)
                if len(found) == limit:
                    break
        day += ONE_DAY
    return found
