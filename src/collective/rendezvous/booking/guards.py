"""What must not go or change while appointments are to come."""

from .errors import HasAppointments
from .office import ledger_of
from Acquisition import aq_parent
from datetime import datetime
from plone.uuid.interfaces import IUUID
from typing import Any


SECTION = "RendezVousSection"
IN_SECTION = frozenset({"AppointmentType", "Counter", "Agent"})


def upcoming(obj: Any, now: datetime) -> int:
    """How many appointments to come, pending or confirmed, stand on a section, type, counter or agent."""
    if obj.portal_type == SECTION:
        ledger, uid = ledger_of(obj), None
    elif obj.portal_type in IN_SECTION:
        ledger, uid = ledger_of(aq_parent(obj)), IUUID(obj)
    else:
        return 0
    return sum(1 for _ in ledger.upcoming_of(uid, now)) if ledger is not None else 0


def refuse_with_appointments(obj: Any, now: datetime) -> None:
    """Raise HasAppointments when appointments to come stand on a set-up object."""
    count = upcoming(obj, now)
    if count:
        raise HasAppointments(count, obj.title)
