"""Whether two availabilities ever share a minute."""

from collections.abc import Iterator
from collective.rendezvous.scheduling.office import Availability
from datetime import date
from datetime import timedelta


SPAN = 28
"""Days that show every combination of weekday and parity of ISO weeks.

Even weeks are at most three weeks apart (52, then 53 and 1 or 1, 2), odd ones less.
"""


def overlapping(one: Availability, other: Availability) -> bool:
    """Whether some day of some week lies in both and their hours share a minute; touching is none."""
    if max(one.start, other.start) >= min(one.end, other.end):
        return False
    return any(one.applies(day) and other.applies(day) for day in _days(one, other))


def _days(one: Availability, other: Availability) -> Iterator[date]:
    """Days on which both are valid, as many as are needed to meet every kind of day there is."""
    first = max((each.valid_from for each in (one, other) if each.valid_from is not None), default=None)
    last = min((each.valid_until for each in (one, other) if each.valid_until is not None), default=None)
    if first is None:
        start = (last or date(2026, 2, 1)).toordinal() - SPAN + 1
        first = date.fromordinal(max(start, 1))
    for n in range(SPAN):
        if date.max - first < timedelta(n) or (last is not None and first + timedelta(n) > last):
            return
        yield first + timedelta(n)
