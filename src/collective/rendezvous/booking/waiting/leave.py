"""What one does with the key of an entry: confirm the address, decline an offer, leave the list."""

from ...ledger.erasures import REQUEST
from ...ledger.erasures import RETENTION
from ...ledger.freed import close
from ...ledger.instants import seconds
from ...ledger.store import Ledger
from ...ledger.waiting import UNCONFIRMED
from ...ledger.waiting import Waiter
from ...ledger.waiting import WAITING
from ..errors import NotWaiting
from ..writing import Writing
from datetime import datetime
from datetime import timedelta


HANDED_ON = timedelta(minutes=5)
"""For so long a place that is given up stays closed to the public: the next is told first."""


def opened(ledger: Ledger | None, key: str | None, now: datetime) -> Waiter:
    """The entry that a key opens; raises NotWaiting, always the same, where it opens none (any more)."""
    found = ledger.waiting.find(key) if ledger is not None and key else None
    if found is None or found.ends <= seconds(now):
        raise NotWaiting
    if found.state == UNCONFIRMED and found.due <= seconds(now):
        raise NotWaiting
    return found


def confirm(writing: Writing, key: str) -> Waiter:
    """Confirm the address: from now on one waits. Doing so again changes nothing.

    Where the address waits for the same already, that entry is the answer, with its place in the
    queue and its key. Raises NotWaiting.
    """
    waiting = writing.ledger.waiting
    waiter = opened(writing.ledger, key, writing.now)
    if waiter.state != UNCONFIRMED:
        return waiter
    writing.ledger.visitors.touch(waiter.email)
    for other in waiting.of(waiter.email):
        if other.wish == waiter.wish and other.state != UNCONFIRMED:
            forget(writing, waiter, RETENTION)
            return other
    with waiting.changing(waiter):
        waiter.state, waiter.confirmed = WAITING, seconds(writing.now)
    return waiter


def leave(writing: Writing, key: str) -> None:
    """Leave the list; raises NotWaiting."""
    forget(writing, opened(writing.ledger, key, writing.now), REQUEST)


def decline(writing: Writing, key: str) -> Waiter:
    """Give up the place that is held, and go on waiting for another; raises NotWaiting."""
    waiter = opened(writing.ledger, key, writing.now)
    if waiter.offer is not None:
        back_in_the_queue(writing, waiter)
    return waiter


def back_in_the_queue(writing: Writing, waiter: Waiter, missed: int = 0) -> None:
    """Let go of an offer; the entry keeps its place in the queue."""
    hand_on(writing, waiter)
    with writing.ledger.waiting.changing(waiter):
        waiter.state, waiter.offer, waiter.missed = WAITING, None, missed


def forget(writing: Writing, waiter: Waiter, reason: str) -> None:
    """Remove an entry, hand on the place that is held for it, and write down that it is gone."""
    hand_on(writing, waiter)
    writing.ledger.waiting.remove(waiter)
    writing.ledger.erasures.note(waiter.reference, reason, writing.now)


def hand_on(writing: Writing, waiter: Waiter) -> None:
    """Keep a place that is given up closed to the public for a moment, for the next who waits."""
    held, now, ledger = waiter.offer, writing.now, writing.ledger
    if held is None:
        return
    ledger.vacate(waiter.reference, held.seats, now)
    close(ledger, waiter.reference, held.seats, writing.resources, now + HANDED_ON, now)
