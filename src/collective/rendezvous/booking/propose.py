"""Propose other dates by mail: the citizen chooses one by the link."""

from ..ledger.appointment import Appointment
from ..scheduling.office import Office
from .events import AppointmentProposed
from .nearest import to_come
from .opening import opened
from .writing import Writing
from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True, slots=True)
class Proposed:
    """Who was written to, who can only be called, and the references that are not to come any more."""

    written: list[Appointment] = field(default_factory=list)
    to_call: list[Appointment] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def propose(writing: Writing, reference: str) -> tuple[Appointment, bool]:
    """Have the visitor of one to come written to, if a mail helps; whether it does.

    From then on the citizen may move it however near it is. Raises Unknown or WrongState.
    """
    appointment = opened(writing.ledger, reference, writing.actor)
    to_come(appointment, writing.now)
    if not choosable(appointment, writing.office):
        return appointment, False
    with writing.ledger.changing(appointment):
        appointment.note(writing.now, writing.who, "propose")
    writing.tell(AppointmentProposed(writing.section, appointment, writing.actor))
    return appointment, True


def choosable(appointment: Appointment, office: Office) -> bool:
    """Whether its citizen has an address, and can choose another date for that type by oneself."""
    kind = office.types.get(appointment.type_uid)
    offered = kind is not None and kind.active and kind.audience == "public"
    return bool(appointment.email) and offered and office.state != "preparation"
