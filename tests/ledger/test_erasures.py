"""The journal of erasures, and what erasing leaves of an appointment and of a client."""

from .build import appointment
from .build import book
from .build import NOW
from collections import UserDict
from collective.rendezvous.ledger.erasures import DELETED
from collective.rendezvous.ledger.erasures import Erasures
from collective.rendezvous.ledger.erasures import REQUEST
from collective.rendezvous.ledger.erasures import RETENTION
from collective.rendezvous.ledger.instants import seconds
from collective.rendezvous.ledger.limits import Clients
from collective.rendezvous.ledger.store import Ledger
from datetime import timedelta

import pytest


def told(ledger, since=0):
    return [(line.when, line.reason, line.reference) for line in ledger.erasures.since(since)]


def test_what_is_erased_is_written_down_once():
    ledger = Ledger()
    one, two = book(ledger), book(ledger, "10:00")
    ledger.erase(one, NOW)
    ledger.erase(two, NOW + timedelta(hours=1), REQUEST)
    version = one.version
    ledger.erase(one, NOW + timedelta(hours=2))
    assert one.version == version
    assert told(ledger) == [
        (seconds(NOW), RETENTION, one.reference),
        (seconds(NOW) + 3600, REQUEST, two.reference),
    ]
    assert told(ledger, seconds(NOW) + 1) == [(seconds(NOW) + 3600, REQUEST, two.reference)]


def test_the_journal_is_in_order_of_time_and_takes_a_line_once():
    journal = Erasures()
    for hours, reference in ((3, "K7QM2X9RTA"), (1, "K7QM2X9RTB"), (2, "K7QM2X9RTC"), (3, "K7QM2X9RTA")):
        journal.note(reference, DELETED, NOW + timedelta(hours=hours))
    assert [line.reference for line in journal.since()] == ["K7QM2X9RTB", "K7QM2X9RTC", "K7QM2X9RTA"]


@pytest.mark.parametrize(
    "line", [(0, "whim", "K7QM2X9RTA"), (0, REQUEST, "nobody"), (0, REQUEST, ""), (0, REQUEST, "offer-zz")]
)
def test_what_is_no_line_of_a_journal_is_refused(line):
    journal = Erasures()
    with pytest.raises(ValueError):
        journal.add(*line)
    assert list(journal.since()) == []


def test_who_of_the_staff_did_something_goes_and_that_it_was_the_citizen_or_the_clock_stays():
    one = appointment()
    one.note(NOW, "agnes", "arrive", ("state", "confirmed", "arrived"))
    one.note(NOW, "system", "expire")
    one.erase(NOW)
    assert [change.who for change in one.history] == ["citizen", "", "system", "system"]
    assert all(change.changes == () for change in one.history)


def test_what_others_attached_to_an_appointment_goes():
    one = appointment()
    one.__annotations__ = UserDict(card="0612345678")
    one.erase(NOW)
    assert "0612345678" not in repr(one.__getstate__())
    assert one.__getstate__()[1] is None


def test_the_secret_of_yesterday_is_forgotten_where_nobody_has_booked_since():
    clients, tomorrow = Clients(), NOW + timedelta(days=1)
    clients.count("192.0.2.1", NOW)
    assert not clients.salt.forget(NOW.date())
    assert clients.salt.secret
    assert clients.salt.forget(tomorrow.date())
    assert not clients.salt.secret
    assert clients.allowed("192.0.2.1", tomorrow, 1) == 0
    clients.count("192.0.2.1", tomorrow)
    assert clients.allowed("192.0.2.1", tomorrow, 1) > 0
