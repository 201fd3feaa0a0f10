"""What happens to an appointment: confirmed, cancelled, arrived, received, absent, and back."""

from ..ledger.appointment import Appointment
from ..ledger.appointment import Change
from ..ledger.erasures import DELETED
from ..scheduling.states import OCCUPYING
from ..scheduling.states import Transition
from ..scheduling.states import TRANSITIONS
from ..scheduling.states import transitions_from
from .errors import SectionClosed
from .errors import Unknown
from .errors import WrongState
from .events import AppointmentDeleted
from .events import AppointmentTransitioned
from .freed import freed
from .opening import changeable
from .opening import fresh
from .opening import opened
from .opening import state_of
from .writing import Writing
from datetime import datetime


CALLABLE = frozenset(TRANSITIONS) - {"expire"}
"""The transitions that somebody may ask for; expiring is the clock's."""


def cancel(writing: Writing, reference: str, key: str | None) -> Appointment:
    """Cancel as the citizen; raises Unknown, WrongState or TooLateToCancel."""
    appointment = citizens(writing, reference, key)
    changeable(appointment, writing.office, writing.now)
    return go(writing, appointment, TRANSITIONS["cancel"])


def confirm(writing: Writing, reference: str, key: str | None) -> Appointment:
    """Confirm a pending one by its mail's key; raises Unknown or WrongState."""
    appointment = citizens(writing, reference, key)
    return go(writing, appointment, TRANSITIONS["confirm"])


def citizens(writing: Writing, reference: str, key: str | None) -> Appointment:
    """The appointment that the key opens, while the section can be seen."""
    if writing.office.state == "preparation" and not writing.actor.staff:
        raise SectionClosed("preparation")
    return opened(writing.ledger, reference, writing.actor, key)


def transition(writing: Writing, reference: str, name: str, version: int | None = None) -> Appointment:
    """Take a step by its name, as staff; `undo` takes back the last one.

    Raises Unknown (no such appointment or step), Stale, WrongState, or Refused when the place
    that undoing needs is gone.
    """
    appointment = opened(writing.ledger, reference, writing.actor)
    fresh(appointment, version)
    if name == "undo":
        return undo(writing, appointment)
    if name not in CALLABLE:
        raise Unknown
    return go(writing, appointment, TRANSITIONS[name])


def go(writing: Writing, appointment: Appointment, step: Transition) -> Appointment:
    """Take one step, if the state has it."""
    state = state_of(appointment, writing.now)
    if state not in step.sources:
        raise WrongState(state)
    settle(writing, appointment, step.target, step.name)
    return appointment


def settle(writing: Writing, appointment: Appointment, state: str, action: str) -> None:
    """Give an appointment a state: its lanes follow, and its history tells it."""
    before = appointment.state
    with writing.ledger.changing(appointment):
        appointment.state = state
        if state != "pending":
            appointment.until = None
        if "confirmed" in (before, state) and (before in OCCUPYING) != (state in OCCUPYING):
            appointment.sequence += 1
        appointment.note(writing.now, writing.who, action, ("state", before, state))
    if state in OCCUPYING and (before not in OCCUPYING or before == "pending"):
        writing.occupy(appointment)
    elif state not in OCCUPYING:
        left = writing.seats(appointment) if before in OCCUPYING and state != "expired" else []
        writing.vacate(appointment)
        freed(writing, appointment, left)
    writing.tell(AppointmentTransitioned(writing.section, appointment, writing.actor, action))


def undo(writing: Writing, appointment: Appointment) -> Appointment:
    """Take back the last transition that stands, by whomever it was."""
    last = standing(appointment)
    if last is None or appointment.erased:
        raise WrongState(state_of(appointment, writing.now))
    _, before, _ = next(change for change in last.changes if change[0] == "state")
    if before == "pending":
        with writing.ledger.changing(appointment):
            appointment.until = int(writing.now.timestamp()) + 60 * writing.office.pending_minutes
    settle(writing, appointment, before, "undo")
    return appointment


def standing(appointment: Appointment) -> Change | None:
    """The last transition that has not been taken back."""
    steps = appointment.steps
    return steps[-1] if steps and any(name == "state" for name, _, _ in steps[-1].changes) else None


def actions(appointment: Appointment, now: datetime) -> list[str]:
    """The steps that staff may ask for now."""
    if appointment.erased:
        return []
    found = [name for name in transitions_from(state_of(appointment, now)) if name in CALLABLE]
    return [*found, "undo"] if standing(appointment) else found


def delete(writing: Writing, reference: str, version: int | None = None) -> None:
    """Erase an appointment for good, as staff; raises Unknown or Stale."""
    appointment = opened(writing.ledger, reference, writing.actor)
    fresh(appointment, version)
    writing.tell(AppointmentDeleted(writing.section, appointment, writing.actor))
    left = writing.seats(appointment) if state_of(appointment, writing.now) in OCCUPYING else []
    writing.vacate(appointment)
    writing.ledger.remove(appointment)
    freed(writing, appointment, left, gone=True)
    writing.ledger.erasures.note(reference, DELETED, writing.now)
