"""Erase what is personal once it has been kept as long as the section says."""

from collective.rendezvous.booking.erasing import erase_over
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.booking.office import office_of
from collective.rendezvous.booking.orphans import orphans
from datetime import datetime
from typing import Any


def run(section: Any, now: datetime) -> int:
    """Erase what is due; return how many appointments that was."""
    ledger = ledger_of(section)
    if ledger is None:
        return 0
    office = office_of(section)
    return erase_over(ledger, office.zone, office.retention_months, now)


def run_beside(portal: Any, now: datetime) -> int:
    """The same where the section is gone: what was set up last counts."""
    return sum(erase_over(one.ledger, one.zone, one.ledger.retention, now) for one in orphans(portal))
