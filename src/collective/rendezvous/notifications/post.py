"""Put a letter into the outbox: it is written with what it tells, in the same transaction.

Nothing is composed here, and no mail server is spoken to: a transaction that is rolled back or tried again
posts nothing, and a server that is down breaks nothing. The clock sends it, within seconds; see jobs.
"""

from collective.rendezvous import clock
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.ledger.instants import seconds
from collective.rendezvous.ledger.parcel import Parcel
from collective.rendezvous.notifications.address import learn
from collective.rendezvous.notifications.bell import ring_after_commit
from typing import Any


def post(section: Any, parcel: Parcel) -> None:
    """Have a letter of the section sent once the present transaction is committed."""
    ledger = ledger_of(section, create=True)
    assert ledger is not None
    parcel.written = parcel.written or seconds(clock.now())
    learn(section, ledger.address)
    ledger.outbox.put(parcel)
    ring_after_commit()
