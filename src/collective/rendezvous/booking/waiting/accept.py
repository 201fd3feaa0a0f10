"""Book what was offered: the place is held for whoever has the key of the entry."""

from ...ledger.erasures import RETENTION
from ...ledger.holds import Hold
from ...ledger.instants import minutes
from ...ledger.names import mailbox
from ...ledger.waiting import UNCONFIRMED
from ...ledger.waiting import Waiter
from ..errors import Unknown
from ..reading import Booking
from ..writing import Writing
from .leave import forget
from .leave import opened


def waiting_for(writing: Writing, booking: Booking) -> Waiter | None:
    """The entry whose key was sent with a booking of its type; a key that opens none is as good as none."""
    if not booking.offer:
        return None
    try:
        waiter = opened(writing.ledger, booking.offer, writing.now)
    except Unknown:
        return None
    return waiter if waiter.state != UNCONFIRMED and waiter.type_uid == booking.type else None


def offered(writing: Writing, booking: Booking, waiter: Waiter | None) -> Hold | None:
    """What was offered, as a slot that is kept; None where it is not, or not any more, what is booked."""
    held = waiter.offered(writing.now) if waiter is not None else None
    if waiter is None or held is None or held.start != minutes(booking.start):
        return None
    return Hold(
        reference=waiter.reference,
        type=waiter.type_uid,
        start=held.start,
        length=held.length,
        buffer=held.buffer,
        people=waiter.people,
        agent=held.agent,
        counter=held.counter,
        client=b"",
        made=held.made,
        until=held.until,
    )


def proves(waiter: Waiter | None, email: str) -> bool:
    """Whether the address has been confirmed: it is the one that the offer went to."""
    return waiter is not None and mailbox(waiter.email) == mailbox(email)


def accepted(writing: Writing, waiter: Waiter, hold: Hold | None) -> None:
    """Whoever has booked waits no more. What was offered and is not booked goes to the next."""
    if hold is not None and waiter.offer is not None:
        writing.ledger.vacate(waiter.reference, waiter.offer.seats, writing.now)
        with writing.ledger.waiting.changing(waiter):
            waiter.offer = None
    forget(writing, waiter, RETENTION)
