"""Opening an appointment: by its reference for staff, by its key for its citizen."""

from ..ledger.appointment import Appointment
from ..ledger.store import Ledger
from ..scheduling.office import Office
from ..scheduling.rules import Actor
from ..scheduling.states import UPCOMING
from .errors import Stale
from .errors import TooLateToCancel
from .errors import Unknown
from .errors import WrongState
from datetime import datetime
from datetime import timedelta
from hmac import compare_digest


def opened(ledger: Ledger | None, reference: str, actor: Actor, key: str | None = None) -> Appointment:
    """The appointment of that reference; raises Unknown, always the same, if the asker may not open it.

    Staff need no key. The key of an appointment opens it to whoever has it, until it is erased.
    """
    found = ledger.get(reference) if ledger is not None else None
    if found is None:
        raise Unknown
    if not actor.staff and not (found.key and key and same(found.key, key)):
        raise Unknown
    return found


def same(key: str, told: str) -> bool:
    """Whether two keys are the same, in a time that tells nothing of where they differ."""
    return compare_digest(key.encode(), told.encode("utf-8", "surrogatepass"))


def state_of(appointment: Appointment, now: datetime) -> str:
    """The state as it is told: a pending one whose time is over has expired, swept or not."""
    return "expired" if appointment.lapsed(now) else appointment.state


def fresh(appointment: Appointment, version: int | None) -> None:
    """Raise Stale when the asker saw an older version; None did not say."""
    if version is not None and version != appointment.version:
        raise Stale


def changeable(appointment: Appointment, office: Office, now: datetime) -> None:
    """Whether its citizen may still move or cancel it; raises WrongState or TooLateToCancel."""
    state = state_of(appointment, now)
    if state not in UPCOMING or appointment.start_at <= now:
        raise WrongState(state)
    hours = notice(appointment, office)
    if now > appointment.start_at - timedelta(hours=hours):
        raise TooLateToCancel(hours)


def notice(appointment: Appointment, office: Office) -> int:
    """How many hours before the start its citizen may move or cancel it at the latest.

    None at all once the office has proposed other dates: it asks for the move itself.
    """
    kind = office.types.get(appointment.type_uid)
    return kind.cancel_notice_hours if kind and proposed_at(appointment) is None else 0


def proposed_at(appointment: Appointment) -> int | None:
    """When other dates were proposed for its present one, in seconds since the epoch; None if never."""
    for change in reversed(appointment.history):
        if change.action == "propose":
            return int(change.when)
        if any(name == "start" for name, _, _ in change.changes):
            break
    return None
