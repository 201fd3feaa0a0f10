"""A bell that rings in this process when a transaction that posted something is committed."""

from threading import Event

import transaction


_rung = Event()


def ring_after_commit() -> None:
    """Ring when the present transaction is committed; a rolled back one rings nothing."""
    transaction.get().addAfterCommitHook(_ring_if)


def ring() -> None:
    """Wake whoever waits."""
    _rung.set()


def wait(seconds: float) -> None:
    """Wait until it rings, so many seconds at most; what rang before counts."""
    _rung.wait(seconds)
    _rung.clear()


def _ring_if(committed: bool) -> None:
    if committed:
        ring()
