"""Keep everybody from writing to a section's ledger while it is being replaced.

What somebody writes to the old ledger while another one is read conflicts with nothing, and would be lost.
Each write relies on the revision of the set-up: whoever has not committed when the ledger is shut conflicts,
and finds it shut when tried again.
"""

from ...ledger.instants import seconds
from ..office import ledger_of
from ..retry import committing
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from datetime import timedelta
from typing import Any

import transaction


LONGEST = timedelta(hours=2)
"""A process that is killed meanwhile leaves the section shut no longer than that."""


@contextmanager
def shut(section: Any, now: datetime) -> Iterator[datetime]:
    """Shut it, in a transaction of its own; tell until when. What is not committed inside is taken back."""
    until = now + LONGEST
    transaction.begin()
    _set(section, seconds(until))
    transaction.begin()
    try:
        yield until
    finally:
        transaction.abort()
        _set(section, 0)


def _set(section: Any, second: int) -> None:
    def write() -> None:
        ledger = ledger_of(section, create=True)
        assert ledger is not None
        ledger.revision.shut_until = second

    committing(section._p_jar, write, transaction.commit)
