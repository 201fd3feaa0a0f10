"""What is free for those who wait.

What a cancellation freed and is closed to the public for a while is free for them.
"""

from ...ledger.store import Ledger
from ...ledger.waiting import Stretch
from ...ledger.waiting import Waiter
from ...scheduling.minutes import span
from ...scheduling.minutes import stretches
from ...scheduling.office import Office
from ...scheduling.slots import Query
from ...scheduling.slots import Search
from ...scheduling.slots import Slot
from .deadline import deadline
from collections.abc import Hashable
from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import timedelta
from typing import NamedTuple


ONE_DAY = timedelta(days=1)

MOST = 400
"""So many stretches that were free before are remembered of an entry, at most."""


class Day(NamedTuple):
    """The slots of a day, each with its minute, in order; and all minutes that they cover, as a mask."""

    day: date
    slots: list[tuple[int, Slot]]
    minutes: int


class Places:
    """The free slots at a moment. Each day is looked at once for all who wait for the same.

    `freed`: whether what is closed to the public for a while is taken.
    """

    def __init__(self, ledger: Ledger, office: Office, now: datetime, freed: bool = False) -> None:
        self.office = office
        self.now = now
        self.occupancy = ledger.occupancy(now, freed=freed)
        self._searches: dict[Hashable, Search] = {}
        self._days: dict[Hashable, Day] = {}

    def first_for(self, waiter: Waiter) -> tuple[Slot, datetime] | None:
        """The first slot that suits and is news, and until when it can be held for somebody."""
        kind = self.office.types[waiter.type_uid]
        length, known = kind.length(waiter.people), waiter.known_minutes
        for day in self.on(waiter.type_uid, waiter.counters, waiter.people, waiter.first, waiter.last):
            news = day.minutes & ~known.get(day.day.toordinal(), 0)
            for minute, slot in day.slots if news else ():
                if news & span(minute, minute + length):
                    until = deadline(self.now, slot.start, kind.min_notice_hours, self.office.zone)
                    if until is not None:
                        return slot, until
        return None

    def on(
        self, type_uid: str, counters: tuple[str, ...], people: int, first: date, last: date
    ) -> Iterator[Day]:
        """Those of these days that have slots, in order."""
        wish = type_uid, counters, people
        search = self._searches.get(wish)
        if search is None:
            search = self._searches[wish] = self._search(*wish, first)
        day = max(first, search.first)
        while day <= min(last, search.horizon):
            found = self._days.get((wish, day))
            if found is None:
                found = self._days[wish, day] = self._day(search, day)
            if found.slots:
                yield found
            day += ONE_DAY

    def _day(self, search: Search, day: date) -> Day:
        slots = [(slot.start.hour * 60 + slot.start.minute, slot) for slot in search.day(day)]
        covered = 0
        for minute, _slot in slots:
            covered |= span(minute, minute + search.length)
        return Day(day, slots, covered)

    def _search(self, type_uid: str, counters: tuple[str, ...], people: int, day: date) -> Search:
        query = Query(type_uid, day, day, people, frozenset(counters) or None)
        return Search(self.office, self.occupancy, query, self.now, self.office.memory)


def free_already(
    places: Places, type_uid: str, counters: tuple[str, ...], people: int, first: date, last: date
) -> tuple[Stretch, ...]:
    """The minutes of these days in which somebody could come anyway: what is no news to who waits."""
    found: list[Stretch] = []
    for day in places.on(type_uid, counters, people, first, last):
        found += [Stretch(day.day.toordinal(), start, end) for start, end in stretches(day.minutes)]
        if len(found) >= MOST:
            break
    return tuple(found[:MOST])
