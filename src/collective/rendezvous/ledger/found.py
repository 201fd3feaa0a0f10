"""What a search found: known by start and id, read as it is looked at."""

from .appointment import Appointment
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from typing import overload


class Found(Sequence[Appointment]):
    """Appointments in order of start, then reference.

    Counting and slicing read no appointment: a page of a thousand finds costs a page.
    """

    def __init__(self, load: Callable[[int], Appointment], keys: Iterable[tuple[int, int]]) -> None:
        self._load = load
        self.keys = sorted(set(keys))

    def __len__(self) -> int:
        """How many were found."""
        return len(self.keys)

    @overload
    def __getitem__(self, index: int) -> Appointment: ...

    @overload
    def __getitem__(self, index: slice) -> "Found": ...

    def __getitem__(self, index: int | slice) -> "Appointment | Found":
        """One of them, read now, or a slice that is read later."""
        if isinstance(index, slice):
            return Found(self._load, self.keys[index])
        return self._load(self.keys[index][1])
