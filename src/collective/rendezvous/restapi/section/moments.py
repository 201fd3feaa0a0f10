"""Many starts as text: a month of them takes longer to write than to find."""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import tzinfo
from functools import lru_cache


CLOCK = tuple(f"T{minute // 60:02}:{minute % 60:02}:00" for minute in range(1440))


def written(moment: datetime) -> str:
    """What `isoformat` writes of an aware moment on a whole minute, four times as fast."""
    day, offset = of_day(moment.tzinfo, moment.date())
    return f"{day}{CLOCK[moment.hour * 60 + moment.minute]}{offset}" if offset else moment.isoformat()


@lru_cache(maxsize=4096)
def of_day(zone: tzinfo | None, day: date) -> tuple[str, str]:
    """A day as text, and its offset; no offset for a day on which the clocks change."""
    begins = datetime.combine(day, time(), zone)
    ends = datetime.combine(day + timedelta(days=1), time(), zone)
    same = begins.utcoffset() == ends.utcoffset() and begins.replace(fold=1).utcoffset() == ends.utcoffset()
    return day.isoformat(), begins.isoformat()[19:] if same else ""
