"""The revision of a section's set-up, on which its snapshot is cached."""

from persistent import Persistent
from typing import Any


class OfficeRevision(Persistent):
    """Written whenever anything set up is added, changed, moved or removed.

    It merges nothing: of two changes at once the second is tried again, and a booking that
    guards itself by it (:meth:`.store.Ledger.guard`) conflicts with a change that commits first.
    """

    number: int = 0

    shut_until: int = 0
    """Until this second since the epoch nobody else writes: the ledger is being replaced."""

    _v_office: Any = None
    """The snapshot of this revision; gone as soon as any process commits a new one."""

    _v_standing: Any = None
    """That snapshot, with what it says against the appointments to come; see booking."""

    def bump(self) -> None:
        """Note that the set-up changed."""
        self.number += 1
        self._v_office = None

    def shut(self, second: int) -> bool:
        """Whether nobody may write at that second."""
        return second < self.shut_until
