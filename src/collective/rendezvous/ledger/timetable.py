"""Whose turn it is: several processes share the jobs of a site, and none is done twice."""

from .container import tree
from .instants import seconds
from BTrees.OOBTree import OOBTree
from datetime import datetime
from persistent import Persistent
from typing import Any


ANNOTATION = "collective.rendezvous.timetable"

LEASE = 30 * 60
"""The seconds after which a turn that was taken and not ended is another process's."""


class Turn(Persistent):
    """The turns of one job. It merges nothing: of two processes that take the same one, one has it."""

    begun: int = 0
    """When the last turn began that was ended, in seconds since the epoch; 0: never."""
    until: int = 0
    """Until when it is taken; 0: free."""
    done: int = 0
    """How many things the last turn did."""
    failed: int = 0
    """In how many sections the last turn failed."""

    def free(self, now: datetime) -> bool:
        """Whether nobody has it."""
        return self.until <= seconds(now)

    def take(self, now: datetime) -> None:
        """Take it; it is taken when that is committed."""
        self.until = seconds(now) + LEASE

    def end(self, begun: datetime, done: int, failed: int) -> None:
        """Give it back, and note what was done."""
        self.begun, self.until, self.done, self.failed = seconds(begun), 0, done, failed


def timetable(portal: Any, create: bool = False) -> OOBTree | None:
    """The turns of a site by the name of their job; None if there are none yet and none are to be made."""
    return tree(portal, ANNOTATION, create)


def turn_of(portal: Any, name: str, create: bool = False) -> Turn | None:
    """The turns of a job; None if it never had one and none is to be made."""
    turns = timetable(portal, create)
    if turns is None:
        return None
    found: Turn | None = turns.get(name)
    if found is None and create:
        found = turns[name] = Turn()
    return found
