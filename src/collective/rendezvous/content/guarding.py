"""What content asks of booking before something goes or changes that appointments rest on."""

from collective.rendezvous.clock import now
from typing import Any


def refuse_with_appointments(obj: Any) -> None:
    """Raise booking's HasAppointments if appointments are to come at that section, type, counter or agent."""
    try:
        from collective.rendezvous.booking import guards
    except ImportError:
        return
    guards.refuse_with_appointments(obj, now())


def has_appointments(section: Any) -> int:
    """How many appointments are to come in a section."""
    from collective.rendezvous.booking.errors import HasAppointments

    try:
        refuse_with_appointments(section)
    except HasAppointments as refusal:
        return refusal.count
    return 0
