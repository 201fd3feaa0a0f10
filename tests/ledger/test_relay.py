from .build import appointment
from .build import book
from .build import lane
from .build import NOW
from .build import PARIS
from .build import RESOURCES
from .build import TUESDAY
from collective.rendezvous.ledger.instants import seconds
from collective.rendezvous.ledger.relay import keep_zone
from collective.rendezvous.ledger.relay import relay
from collective.rendezvous.ledger.store import Ledger
from collective.rendezvous.ledger.verify import verify
from datetime import timedelta
from zoneinfo import ZoneInfo


REUNION = ZoneInfo("Indian/Reunion")
MONDAY = TUESDAY - timedelta(days=1)


def test_lanes_are_laid_anew_when_the_zone_changes():
    ledger = Ledger()
    assert keep_zone(ledger, PARIS, RESOURCES)
    one = book(ledger, "9:00", buffer=5)
    late = book(ledger, "23:00", day=MONDAY)
    book(ledger, "10:00", state="pending", until=seconds(NOW) + 60)
    ledger.add(appointment("11:00", state="cancelled"))
    assert not keep_zone(ledger, PARIS, RESOURCES)
    assert list(verify(ledger, REUNION, NOW)) != []
    assert keep_zone(ledger, REUNION, RESOURCES)
    assert list(verify(ledger, REUNION, NOW)) == []
    hours = {entry.reference: entry.start // 60 for entry in lane(ledger, "lea").entries}
    assert (hours[one.reference], hours[late.reference]) == (12, 2)


def test_what_is_overfull_stays_so():
    ledger = Ledger()
    book(ledger, agent_uid="lea")
    book(ledger, agent_uid="paul")
    relay(ledger, PARIS, {**RESOURCES, "hall": 1})
    assert lane(ledger, "hall").taken(0).count == 2
    assert lane(ledger, "hall").capacity == 1
    assert list(verify(ledger, PARIS, NOW)) == []
