"""What an administrator may do for the outbox of a section."""

from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.jobs import outage
from collective.rendezvous.notifications.bell import ring_after_commit
from datetime import datetime
from plone.uuid.interfaces import IUUID
from typing import Any


def hurry(section: Any, now: datetime) -> int:
    """Have all that waits for another try sent now; how many that are."""
    ledger = ledger_of(section, create=True)
    assert ledger is not None
    outage.end(IUUID(section))
    ring_after_commit()
    return ledger.outbox.hurry(now)


def forget(section: Any) -> None:
    """Begin to count anew what was given up."""
    ledger = ledger_of(section, create=True)
    assert ledger is not None
    ledger.outbox.given_up.forget()
