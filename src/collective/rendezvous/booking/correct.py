"""Correct the address of an appointment that waits for its confirmation."""

from ..ledger.appointment import Appointment
from ..ledger.references import new_key
from ..scheduling.rules import Finding
from ..scheduling.rules import REFUSE
from .errors import Invalid
from .errors import Refused
from .errors import SectionClosed
from .errors import TooManyCorrections
from .errors import Unknown
from .errors import WrongState
from .events import AppointmentReaddressed
from .opening import state_of
from .texts import Problems
from .writing import Writing
from typing import Any


MOST = 3
"""How often an address can be corrected: nobody has mails sent to the whole world."""


def correct(writing: Writing, reference: str, email: Any) -> Appointment:
    """Give a pending appointment another address; the key that the old one was told opens nothing any more.

    Whoever calls has made sure that it was this visitor who booked. It stays pending until the same
    moment. Raises SectionClosed, Unknown, WrongState, Invalid, Refused or TooManyCorrections.
    """
    office, ledger = writing.office, writing.ledger
    if office.state == "preparation":
        raise SectionClosed("preparation")
    found = ledger.get(reference)
    if found is None or found.erased:
        raise Unknown
    state = state_of(found, writing.now)
    if state != "pending":
        raise WrongState(state)
    read = Problems()
    address = read.email("email", email, required=True)
    if read.errors:
        raise Invalid(read.errors)
    if corrections(found) >= MOST:
        raise TooManyCorrections
    limit = office.max_upcoming_per_email
    if limit and ledger.upcoming(address, found.type_uid, writing.now, reference) >= limit:
        raise Refused([Finding("too_many_for_visitor", "email", REFUSE, {"limit": limit})])
    with ledger.changing(found):
        before, found.email = found.email, address
        found.key = new_key()
        found.note(writing.now, "citizen", "change", ("email", before, address))
    if limit:
        ledger.visitors.touch(address)
    writing.tell(AppointmentReaddressed(writing.section, found, writing.actor))
    return found


def corrections(appointment: Appointment) -> int:
    """How often its visitor has given it another address."""
    return sum(
        change.who == "citizen" and any(field == "email" for field, _, _ in change.changes)
        for change in appointment.history
    )
