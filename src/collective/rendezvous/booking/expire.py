"""Let what was not confirmed in time expire: its place is free already, now its state says so."""

from ..scheduling.states import TRANSITIONS
from .life import settle
from .office import ledger_of
from .system import BATCH
from .system import in_batches
from .system import SystemWriting
from collections.abc import Callable
from datetime import datetime
from itertools import islice
from typing import Any

import transaction


def expire(section: Any, now: datetime, commit: Callable[[], None] | None = transaction.commit) -> int:
    """Let all of a section expire whose time to be confirmed is over; how many that were."""
    ledger = ledger_of(section)
    if ledger is None or not any(ledger.lapsed(now)):
        return 0
    return in_batches(section, now, _some, commit)


def sweep(section: Any, now: datetime) -> int:
    """Remove lapsed entries from the lanes of today and later; how many lanes had any."""
    ledger = ledger_of(section, create=True)
    assert ledger is not None
    return ledger.sweep(now)


def _some(writing: SystemWriting) -> tuple[int, int]:
    due = list(islice(writing.ledger.lapsed(writing.now), BATCH))
    for appointment in due:
        settle(writing, appointment, TRANSITIONS["expire"].target, "expire")
    return len(due), len(due)
