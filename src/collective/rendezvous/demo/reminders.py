"""The visitors of the next days have been reminded: nobody writes to people who do not exist."""

from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.booking.office import office_of
from collective.rendezvous.booking.remind import due
from datetime import datetime
from typing import Any


def remind(section: Any, now: datetime) -> None:
    """Take those as reminded that would be now."""
    ledger = ledger_of(section, create=True)
    assert ledger is not None
    for appointment in due(ledger, office_of(section).reminder_hours, now):
        with ledger.changing(appointment):
            appointment.reminded = True
