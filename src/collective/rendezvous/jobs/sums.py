"""Sum up the days that are over, for statistics."""

from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.booking.office import office_of
from collective.rendezvous.booking.sums import due
from collective.rendezvous.booking.sums import sum_up
from datetime import datetime
from typing import Any

import transaction


BATCH = 50
"""Days in one transaction."""


def run(section: Any, now: datetime) -> int:
    """Make the sums that are due; return how many are new."""
    ledger = ledger_of(section)
    if ledger is None:
        return 0
    office, made = office_of(section), 0
    ledger.complete()
    for number, day in enumerate(due(ledger, office, now), 1):
        made += sum_up(ledger, office, day, now)
        if number % BATCH == 0:
            transaction.commit()
    return made
