"""Statistics of a period, from the sums of its days."""

from ..ledger.store import Ledger
from ..ledger.sums import Sum
from ..ledger.tally import Kind
from ..ledger.tally import Tally
from ..scheduling.occurrences import Uids
from ..scheduling.office import Office
from .listing import named
from .sums import told
from collections import Counter
from collections import defaultdict
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from datetime import timedelta


GONE = frozenset({"cancelled", "expired"})
"""The states of what did not take place, and was not meant to any more."""


WEEKS = 8


@dataclass
class Figures:
    """What is told of some appointments.

    `appointments`: those that were not cancelled in time, with those who did not come; `online`:
    booked by the visitors themselves. `delays` (days from booking to visit) and `waits` (minutes
    from arrival to reception): value -> how often.
    """

    appointments: int = 0
    online: int = 0
    cancelled: int = 0
    no_shows: int = 0
    minutes_offered: int = 0
    minutes_taken: int = 0
    delays: Counter[int] = field(default_factory=Counter)
    waits: Counter[int] = field(default_factory=Counter)

    def count(self, kind: Kind, tally: Tally) -> None:
        """Count some that are alike."""
        if kind.state in GONE:
            self.cancelled += tally.number if kind.state == "cancelled" else 0
            return
        self.appointments += tally.number
        self.online += tally.number if kind.origin == "public" else 0
        self.no_shows += tally.number if kind.state == "no_show" else 0
        self.minutes_taken += tally.minutes
        for value, number in tally.delays:
            self.delays[value] += number
        for value, number in tally.waits:
            self.waits[value] += number

    def add(self, of: "Figures") -> None:
        """Add what was booked of others; what was offered is told for all together."""
        self.appointments += of.appointments
        self.online += of.online
        self.cancelled += of.cancelled
        self.no_shows += of.no_shows
        self.minutes_taken += of.minutes_taken
        self.delays.update(of.delays)
        self.waits.update(of.waits)

    @property
    def delay_days_median(self) -> float | None:
        """Half of the appointments were obtained in so many days or less."""
        return median(self.delays)

    @property
    def wait_minutes_median(self) -> float | None:
        """Half of those whose arrival was noted waited so many minutes or less."""
        return median(self.waits)


@dataclass
class Statistics:
    """The figures of a period: in all, by uid of the type, by ISO year and week, by day of the week.

    Monday is 0.
    """

    first: date
    last: date
    totals: Figures = field(default_factory=Figures)
    by_type: dict[str, Figures] = field(default_factory=lambda: defaultdict(Figures))
    by_week: dict[tuple[int, int], Figures] = field(default_factory=lambda: defaultdict(Figures))
    by_weekday: dict[int, Figures] = field(default_factory=lambda: defaultdict(Figures))
    titles: dict[str, str] = field(default_factory=dict)

    def add(self, day: date, of: Sum, agents: Uids = None, counters: Uids = None) -> None:
        """Add a day, narrowed to some agents or counters."""
        week, weekday = day.isocalendar()[:2], day.weekday()
        common = (
            self.totals,
            self.by_week[week],
            self.by_weekday[weekday],
        )
        for row in of.offered:
            if named(agents, row.agent) and (counters is None or not counters.isdisjoint(row.counters)):
                types = [self.by_type[uid] for uid in row.types]
                for figures in (*common, *types):
                    figures.minutes_offered += row.minutes
        found: dict[str, Figures] = defaultdict(Figures)
        for kind, tally in of.tallies.items():
            if named(agents, kind.agent) and named(counters, kind.counter):
                found[kind.type].count(kind, tally)
        for uid, figures in found.items():
            for whole in (*common, self.by_type[uid]):
                whole.add(figures)
        self.titles.update(of.titles)


def usual(today: date) -> tuple[date, date]:
    """The days that are told unless others are asked for: eight weeks, up to last Sunday."""
    sunday = today - timedelta(days=today.isoweekday())
    return sunday - timedelta(days=7 * WEEKS - 1), sunday


def statistics(
    ledger: Ledger | None,
    office: Office,
    first: date,
    last: date,
    now: datetime,
    agents: Uids = None,
    counters: Uids = None,
) -> Statistics:
    """The figures of these days, up to today, from the first one that had an appointment."""
    found = Statistics(first, last)
    if ledger is not None:
        for day, of in told(ledger, office, first, last, now):
            found.add(day, of, agents, counters)
    found.titles.update((kind.uid, kind.title) for kind in office.types.values())
    return found


def median(found: Counter[int]) -> float | None:
    """The value in the middle, or half way between the two there; None where there is nothing."""
    total = found.total()
    if not total:
        return None
    low, high = rank(found, (total - 1) // 2), rank(found, total // 2)
    return low if low == high else (low + high) / 2


def within(found: Counter[int], share: float) -> int | None:
    """The least value that this share of them does not exceed; None where there is nothing."""
    total = found.total()
    return rank(found, max(0, -int(-total * share // 1) - 1)) if total else None


def rank(found: Counter[int], at: int) -> int:
    """The value at a place, from 0, when all are put in order."""
    for value in sorted(found):
        at -= found[value]
        if at < 0:
            return value
    raise IndexError(at)
