"""What a job is, and when it is due."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from datetime import time
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo


NIGHT = time(2)
"""The hour, of the site's time zone, after which what is daily is due."""


@dataclass(frozen=True)
class Job:
    """One thing to do in every section, again and again.

    `every`: how long after a turn began the next one is due, or "daily": once after each night's second
    hour. No time at all stands for a job that looks each time whether there is anything to do, and that
    takes no turns: two processes may run it side by side.
    `run`: does it in one section, and tells how many things it did. It is run in a transaction that is
    committed afterwards; it may commit in between. What it did before it failed, it must not do again.
    `beside`: the same, in the site, for what belongs to no section any more.
    `waits`: tells from a ledger alone whether there is anything to do in its section. It is asked every few
    seconds, so it must not write, and hardly read.
    """

    name: str
    every: timedelta | str
    run: Callable[[Any, datetime], int]
    beside: Callable[[Any, datetime], int] | None = None
    waits: Callable[[Any, datetime], bool] | None = None

    @property
    def takes_turns(self) -> bool:
        """Whether one process at a time does it."""
        return self.every != timedelta()

    def due(self, begun: int, now: datetime, zone: ZoneInfo) -> bool:
        """Whether it is due, when its last turn began at that second since the epoch (0: never)."""
        if isinstance(self.every, timedelta):
            return now.timestamp() >= begun + self.every.total_seconds()
        local = now.astimezone(zone)
        night = datetime.combine(local.date(), NIGHT, zone)
        return begun < (night if night <= local else night - timedelta(days=1)).timestamp()
