"""Until when an offer holds its place.

Long enough to read a mail and to book, not so long that the place is lost to everybody: a quarter
of the time that is left, between half an hour and two hours of daytime. Nobody has to wake up for it:
the night does not count.
"""

from ...scheduling.zone import at
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from zoneinfo import ZoneInfo


SHORTEST, LONGEST = 30, 120
"""Minutes."""

SHARE = 4
"""An offer takes at most one part in so many of the time that is left."""

MORNING, EVENING = 8 * 60, 21 * 60
"""Between which minutes of the day, wall-clock, an offer's time runs."""


def deadline(now: datetime, start: datetime, notice_hours: int, zone: ZoneInfo) -> datetime | None:
    """When an offer made now lapses; None where too little time is left to make one.

    `notice_hours` before its start the place cannot be booked any more.
    """
    last = start.astimezone(UTC) - timedelta(hours=notice_hours)
    left = int((last - now.astimezone(UTC)).total_seconds()) // 60
    if left < SHORTEST:
        return None
    minutes = min(max(left // SHARE, SHORTEST), LONGEST)
    return min(by_day(now, minutes, zone), last)


def by_day(now: datetime, minutes: int, zone: ZoneInfo) -> datetime:
    """When so many minutes of daytime, at most a day's, are over."""
    local = now.astimezone(zone)
    minute = local.hour * 60 + local.minute
    day = local.date()
    if minute >= EVENING:
        day, minute = day + timedelta(days=1), MORNING
    minute = max(minute, MORNING) + minutes
    if minute > EVENING:
        day, minute = day + timedelta(days=1), MORNING + minute - EVENING
    return at(zone, day, minute).astimezone(UTC)
