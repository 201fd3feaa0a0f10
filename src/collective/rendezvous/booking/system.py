"""What is done to appointments because it is time, by nobody."""

from ..scheduling.rules import Actor
from .retry import committing
from .writing import Writing
from collections.abc import Callable
from datetime import datetime
from typing import Any


BATCH = 50
"""How many appointments are changed in one transaction."""


class SystemWriting(Writing):
    """A write of the clock's: the history names the system."""

    @property
    def who(self) -> str:
        """Nobody."""
        return "system"


def in_batches(
    section: Any,
    now: datetime,
    some: Callable[[SystemWriting], tuple[int, int]],
    commit: Callable[[], None] | None,
) -> int:
    """Do some of what is due, commit, and so on until nothing is; how many things were done.

    `some` tells how many it looked at, so many at most and none only when none is left, and with how many
    of them anything was done. One may stop anywhere. Raises :class:`.errors.Busy` where others write at
    every moment.
    """
    total = 0
    while True:
        seen, done = committing(
            section._p_jar, lambda: some(SystemWriting(section, Actor("public"), now)), commit
        )
        if not seen:
            return total
        total += done
