"""What was found for days before, for as long as it is still true."""

from .occupancy import Taken
from collections.abc import Callable
from collections.abc import Hashable
from collections.abc import Mapping


Starts = list[tuple[int, int]]
"""(minute, places), in order."""


class Memory:
    """The starts of days that were asked for, with what was taken on them; of one office.

    Most of what citizens ask for was asked before, and on most days nothing has changed since. It
    forgets all when it is full.
    """

    MOST = 3000
    """Days; one takes some kilobytes."""

    def __init__(self) -> None:
        self._found: dict[Hashable, tuple[Mapping[str, Taken], Starts]] = {}

    def starts(self, asked: Hashable, taken: Mapping[str, Taken], find: Callable[[], Starts]) -> Starts:
        """What `find` tells, or has told for the same question while the same was taken."""
        known = self._found.get(asked)
        if known is not None and known[0] == taken:
            return known[1]
        if len(self._found) >= self.MOST:
            self._found.clear()
        found = find()
        self._found[asked] = taken, found
        return found
