"""Remind visitors of what is to come, once each.

A reminder is due so many hours before the start as the section says, and as long as the appointment has not
begun: a clock that was stopped catches up. Whoever was told of it in the last hours (it was booked,
confirmed or moved, perhaps for tomorrow) needs none, and gets none.
"""

from ..ledger.appointment import Appointment
from ..ledger.instants import after
from ..ledger.instants import minutes
from ..ledger.instants import seconds
from ..ledger.store import Ledger
from .events import AppointmentReminded
from .office import ledger_of
from .office import office_of
from .system import BATCH
from .system import in_batches
from .system import SystemWriting
from collections.abc import Callable
from collections.abc import Iterator
from datetime import datetime
from datetime import timedelta
from itertools import islice
from typing import Any

import transaction


FRESH = timedelta(hours=6)
"""Whoever was told so lately is not reminded; where reminders go out later than that, for so long as they."""

TELLING = frozenset({"book", "confirm", "propose", "undo"})
"""What happens to an appointment that its visitor is told of, beside another date or type."""


def remind(section: Any, now: datetime, commit: Callable[[], None] | None = transaction.commit) -> int:
    """Have all visitors of a section reminded that are to be now; how many that were."""
    ledger, hours = ledger_of(section), office_of(section).reminder_hours
    if not hours or ledger is None or not any(due(ledger, hours, now)):
        return 0

    def some(writing: SystemWriting) -> tuple[int, int]:
        found = list(islice(due(writing.ledger, hours, now), BATCH))
        return len(found), sum(_one(writing, appointment, hours) for appointment in found)

    return in_batches(section, now, some, commit)


def due(ledger: Ledger, hours: int, now: datetime) -> Iterator[Appointment]:
    """The confirmed ones with an address that start in so many hours or less, not looked at yet."""
    return ledger.unreminded(after(now), minutes(now + timedelta(hours=hours)) + 1)


def told_at(appointment: Appointment) -> int:
    """When its visitor was last told of it, in seconds since the epoch; 0: never."""
    for change in reversed(appointment.history):
        if change.action in TELLING or any(name in ("start", "type") for name, _, _ in change.changes):
            return int(change.when)
    return 0


def _one(writing: SystemWriting, appointment: Appointment, hours: int) -> bool:
    fresh = min(FRESH, timedelta(hours=hours)).total_seconds()
    tells = seconds(writing.now) - told_at(appointment) > fresh
    with writing.ledger.changing(appointment):
        appointment.reminded = True
        if tells:
            appointment.note(writing.now, writing.who, "remind")
    if tells:
        writing.tell(AppointmentReminded(writing.section, appointment, writing.actor))
    return tells
