"""The sums of days: made by the clock when a day is over, and told for whatever days are asked for."""

from ..ledger.instants import minutes
from ..ledger.store import Ledger
from ..ledger.sums import Sum
from ..ledger.tally import local_day
from ..ledger.tally import tallied
from ..ledger.tally import titles
from ..scheduling.offered import offered
from ..scheduling.office import Office
from ..scheduling.zone import at
from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import timedelta


ONE_DAY = timedelta(days=1)

ANEW = 7
"""The sums of so many days are made anew each time: what happened while one was made is not lost."""

FURTHEST = 3660
"""Days longer ago than these are not summed up."""


def due(ledger: Ledger, office: Office, now: datetime) -> list[date]:
    """The days that are over whose sum is missing, stale or to be made anew; the last first."""
    begun = first_day(ledger, office)
    if begun is None:
        return []
    today = now.astimezone(office.zone).date()
    begun = max(begun, today - FURTHEST * ONE_DAY)
    days = (today - number * ONE_DAY for number in range(1, (today - begun).days + 1))
    return [day for day in days if _is_due(ledger, day, today)]


def _is_due(ledger: Ledger, day: date, today: date) -> bool:
    found = ledger.sums.get(day)
    return found is None or found.stale or (today - day).days <= ANEW


def sum_up(ledger: Ledger, office: Office, day: date, now: datetime) -> bool:
    """Make the sum of a day and keep it; whether it is new.

    What was offered is told once and stays, whatever is set up later.
    """
    return ledger.sums.keep(day, counted(ledger, office, day, now))


def told(
    ledger: Ledger, office: Office, first: date, last: date, now: datetime
) -> Iterator[tuple[date, Sum]]:
    """The sums of these days up to today, in order.

    What is not kept yet is made now, and not kept: whoever reads writes nothing.
    """
    begun = first_day(ledger, office)
    if begun is None:
        return
    today = now.astimezone(office.zone).date()
    day = max(first, begun)
    while day <= min(last, today):
        found = ledger.sums.get(day) if day < today else None
        if found is not None and not found.stale:
            yield day, found.told
        else:
            yield day, counted(ledger, office, day, now)
        day += ONE_DAY


def counted(ledger: Ledger, office: Office, day: date, now: datetime) -> Sum:
    """The sum of one day: its appointments are read."""
    kept = ledger.sums.get(day)
    low, high = (minutes(at(office.zone, each, 0)) for each in (day, day + ONE_DAY))
    found = list(ledger.between(low, high))
    return Sum(
        kept.told.offered if kept is not None else tuple(offered(office, day)),
        tallied(found, office.zone, now),
        dict(titles(found)),
    )


def first_day(ledger: Ledger, office: Office) -> date | None:
    """The day of the first appointment of all; before it, nothing counts."""
    first = next(ledger.starts(0), None)
    return None if first is None else local_day(first[0], office.zone)
