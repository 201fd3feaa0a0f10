"""Sums of past days, for statistics: made once, read ever after, and nothing personal in them."""

from ..scheduling.offered import Offered
from .tally import Facts
from .tally import Kind
from .tally import local_day
from .tally import Tally
from BTrees.LOBTree import LOBTree
from collections.abc import Mapping
from datetime import date
from persistent import Persistent
from typing import NamedTuple
from zoneinfo import ZoneInfo


class Sum(NamedTuple):
    """What is told of a day: what was offered, what became of it, the titles of its types by uid."""

    offered: tuple[Offered, ...] = ()
    tallies: Mapping[Kind, Tally] = {}
    titles: Mapping[str, str] = {}


class DaySum(Persistent):
    """The sum of one day, kept as plain tuples; `stale` since one of its appointments changed."""

    stale: bool = False
    offered: tuple[tuple[object, ...], ...] = ()
    tallies: tuple[tuple[object, ...], ...] = ()
    titles: Mapping[str, str] = {}

    def keep(self, told: Sum) -> bool:
        """Hold this from now on; whether it is anything new."""
        held = (
            tuple(tuple(one) for one in told.offered),
            tuple(sorted((*kind, *tally) for kind, tally in told.tallies.items())),
            dict(told.titles),
        )
        if not self.stale and held == (self.offered, self.tallies, self.titles):
            return False
        self.offered, self.tallies, self.titles = held
        self.stale = False
        return True

    @property
    def told(self) -> Sum:
        """What it holds."""
        tallies = {Kind(*row[:5]): Tally(*row[5:]) for row in self.tallies}  # type: ignore[arg-type]
        return Sum(tuple(Offered(*row) for row in self.offered), tallies, self.titles)  # type: ignore[arg-type]


class Sums(Persistent):
    """The sums of a section, day by day. Written once; its tree and the days in it change."""

    days: LOBTree

    def __init__(self) -> None:
        self.days = LOBTree()

    def get(self, day: date) -> DaySum | None:
        """The sum of that day, if it was made."""
        found: DaySum | None = self.days.get(day.toordinal())
        return found

    def keep(self, day: date, told: Sum) -> bool:
        """Keep the sum of a day; whether anything was new."""
        found = self.get(day)
        if found is None:
            found = self.days[day.toordinal()] = DaySum()
            found.stale = True
        return found.keep(told)

    def follow(self, zone: str, before: Facts | None, after: Facts | None) -> None:
        """Note that an appointment came, changed or went: the days of both are to be summed up again."""
        if before != after and self.days:
            where = ZoneInfo(zone or "UTC")
            for day in {local_day(one.start, where) for one in (before, after) if one is not None}:
                found = self.get(day)
                if found is not None and not found.stale:
                    found.stale = True
