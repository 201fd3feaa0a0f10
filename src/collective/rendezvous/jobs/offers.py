"""Offer what has come free to those who wait, and let go of those whose time is over."""

from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.scheduling.rules import Actor
from datetime import datetime
from typing import Any

import transaction


def waits(ledger: Any, now: datetime) -> bool:
    """Whether anybody waits."""
    return bool(ledger.waiting)


def run(section: Any, now: datetime) -> int:
    """See to the waiting list; return how many offers were made. Next to nothing where nobody waits."""
    ledger = ledger_of(section)
    if ledger is None or not ledger.waiting:
        return 0
    waiting = Desk(section, Actor("public"), now, transaction.commit).waiting
    waiting.tidy()
    return waiting.offers()
