"""The journal of erasures: what was erased, when and why, and nothing of whom.

A backup that is restored brings back what has been erased since. The journal, kept beside the
backups, says what to erase again.
"""

from .instants import seconds
from .lookups import Lookup
from .references import ALPHABET
from .references import LENGTH
from collections.abc import Iterator
from datetime import datetime
from persistent import Persistent
from typing import NamedTuple
from zlib import crc32

import re


RETENTION = "retention"
"""The reason of what was erased because its time was over."""
REQUEST = "request"
"""The reason of what somebody asked to have erased."""
DELETED = "deleted"
"""The reason of what staff deleted: not even the emptied record is left."""

REASONS = (RETENTION, REQUEST, DELETED)

REFERENCE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}|offer-[0-9a-f]{{16}}")

FOREVER = 1 << 60
"""A second that never comes."""


class Erasure(NamedTuple):
    """A line of the journal: when (seconds since the epoch), the reason, the reference.

    The reference is that of an appointment, or the one under which an entry of the waiting list
    holds a place. `shard` only says in which tree the line stands.
    """

    when: int
    reason: str
    reference: str
    shard: int = 0


class Erasures(Persistent):
    """The journal of one ledger, in order of time. Nothing is ever taken out of it."""

    lines: Lookup

    def __init__(self) -> None:
        self.lines = Lookup()

    def note(self, reference: str, reason: str, now: datetime) -> None:
        """Write down that something was erased."""
        self.add(seconds(now), reason, reference)

    def add(self, when: int, reason: str, reference: str) -> None:
        """The same with the seconds of a line read elsewhere; raises ValueError for what is none."""
        if reason not in REASONS or not REFERENCE.fullmatch(reference):
            raise ValueError((reason, reference))
        self.lines.add((when, reason, reference, crc32(reference.encode())))

    def since(self, when: int = 0) -> Iterator[Erasure]:
        """The lines from that second on, the oldest first."""
        return (Erasure(*row) for row in self.lines.between((when,), (FOREVER,)))
