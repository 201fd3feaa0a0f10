"""What was not confirmed in time expires by itself, and frees its place."""

from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.jobs.all import EXPIRY
from collective.rendezvous.jobs.all import SWEEP
from collective.rendezvous.jobs.run import run
from tests.jobs.conftest import THURSDAY
from tests.town import change
from tests.town import wish
from typing import Any

import pytest
import transaction


@pytest.fixture
def pending(section: Any, citizen: Any) -> Any:
    change(section["cni"], confirmation="email")
    transaction.commit()
    return citizen().book(wish(THURSDAY)).appointment


def test_it_expires_by_the_system_and_its_place_is_free(
    portal: Any, section: Any, pending: Any, citizen: Any, time: Any, sent: Any
) -> None:
    sent()
    assert run(portal, time.passes(minutes=29), [EXPIRY]) == {"expiry": 0}
    assert pending.state == "pending"
    assert run(portal, time.passes(minutes=16), [EXPIRY]) == {"expiry": 1}
    assert pending.state == "expired"
    last = pending.history[-1]
    assert (last.who, last.action) == ("system", "expire")
    ledger = ledger_of(section)
    entries = [entry for day in ledger.days.values() for lane in day.lanes.values() for entry in lane.entries]
    assert entries == []
    assert sent() == []
    assert citizen().book(wish(THURSDAY)).state == "pending"


def test_what_is_confirmed_in_time_stays(portal: Any, pending: Any, citizen: Any, time: Any) -> None:
    citizen().confirm(pending.reference, pending.key)
    assert run(portal, time.passes(days=1), [EXPIRY]) == {"expiry": 0}
    assert pending.state == "confirmed"


def test_its_letter_is_not_sent_once_it_has_expired(portal: Any, pending: Any, time: Any, sent: Any) -> None:
    time.passes(hours=1)
    assert sent() == []


def test_lapsed_entries_are_swept_off_the_lanes(portal: Any, section: Any, pending: Any, time: Any) -> None:
    assert run(portal, time.passes(hours=17), [SWEEP]) == {"sweep": 2}
    ledger = ledger_of(section)
    assert not [e for day in ledger.days.values() for lane in day.lanes.values() for e in lane.entries]
