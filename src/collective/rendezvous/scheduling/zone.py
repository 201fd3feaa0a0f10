"""Wall-clock time of a section and instants: the days on which clocks change.

A minute that does not exist on the spring day is in no stretch; one that exists twice on the
autumn day is told once, with the first offset.
"""

from .minutes import span
from .office import DAY
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from functools import lru_cache
from zoneinfo import ZoneInfo


MINUTE = timedelta(minutes=1)


def exists(moment: datetime) -> bool:
    """Whether the clocks of its zone ever show that aware local time."""
    back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    return back.replace(tzinfo=None, fold=0) == moment.replace(tzinfo=None, fold=0)


def existing(moment: datetime) -> datetime:
    """An aware local time, or the first existing minute after it where the clocks skip it."""
    while not exists(moment):
        moment += MINUTE
    return moment


@lru_cache(maxsize=4096)
def missing(zone: ZoneInfo, day: date) -> int:
    """The minutes of the day that do not exist there, as a mask; 0 on nearly all days."""
    midnight = datetime.combine(day, time())
    tomorrow = midnight + timedelta(days=1)
    if midnight.replace(tzinfo=zone).utcoffset() == tomorrow.replace(tzinfo=zone).utcoffset():
        return 0  # no zone changes its clocks twice on one day
    mask = 0
    for minute in range(DAY):
        if not exists((midnight + minute * MINUTE).replace(tzinfo=zone)):
            mask |= span(minute, minute + 1)
    return mask


def at(zone: ZoneInfo, day: date, minute: int) -> datetime:
    """The moment, aware, at which that minute of the day begins there; 1440 is the next midnight."""
    naive = datetime.combine(day, time()) + timedelta(minutes=minute)
    return existing(naive.replace(tzinfo=zone))


def wall(start: datetime) -> tuple[date, int]:
    """The day of an aware local time, and its minute since midnight by the wall's clock."""
    return start.date(), start.hour * 60 + start.minute


def end_of(start: datetime, length: int) -> datetime:
    """When `length` wall-clock minutes from an aware local start are over.

    An end that the clocks skip is told as the first existing minute; one that exists twice
    stays on the side of the start.
    """
    naive = start.replace(tzinfo=None, fold=0) + timedelta(minutes=length)
    end = naive.replace(tzinfo=start.tzinfo, fold=start.fold)
    return existing(end if start.fold else end.replace(fold=0))


def pieces(start: datetime, length: int) -> list[tuple[date, int, int]]:
    """A stretch of wall-clock time cut at midnights: (day, from, to) in minutes since midnight."""
    day, minute = wall(start)
    found = []
    while length > 0:
        part = min(length, DAY - minute)
        found.append((day, minute, minute + part))
        length -= part
        day, minute = day + timedelta(days=1), 0
    return found
