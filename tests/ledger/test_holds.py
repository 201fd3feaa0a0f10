"""Slots that are kept for whoever is filling in the form."""

from .build import book
from .build import hold
from .build import lane
from .build import NOW
from .build import PARIS
from .build import release
from .build import TUESDAY
from collective.rendezvous.ledger.lane import Full
from collective.rendezvous.ledger.relay import relay
from collective.rendezvous.ledger.store import Ledger
from datetime import timedelta
from pickle import dumps

import pytest


LATER = NOW + timedelta(minutes=10)


def test_a_hold_takes_its_agent_and_its_counter():
    ledger = Ledger()
    id, held = hold(ledger)
    assert ledger.holds.find(id, NOW) == held
    taken = ledger.occupancy(NOW).day(TUESDAY)
    assert {uid: one.count for uid, one in taken.items()} == {"lea": 1, "hall": 1}
    with pytest.raises(Full):
        book(ledger)


def test_a_hold_that_has_lapsed_is_none():
    ledger = Ledger()
    id, _ = hold(ledger)
    assert ledger.holds.find(id, LATER) is None
    assert ledger.occupancy(LATER).day(TUESDAY) == {}
    book(ledger, now=LATER)


def test_a_hold_that_was_given_back_is_none():
    ledger = Ledger()
    id, held = hold(ledger)
    release(ledger, held)
    assert ledger.holds.find(id, NOW) is None
    assert ledger.occupancy(NOW).day(TUESDAY) == {}


def test_an_id_that_nobody_was_given_is_none():
    ledger = Ledger()
    _, held = hold(ledger)
    for id in ("", "x", held.reference, "\ud800"):
        assert ledger.holds.find(id, NOW) is None


def test_what_is_stored_does_not_tell_the_id_nor_the_address():
    ledger = Ledger()
    id, _ = hold(ledger)
    stored = dumps([ledger.holds.kept, ledger.holds.clients, lane(ledger, "lea")])
    assert id.encode() not in stored
    assert b"203.0.113.9" not in stored


def test_a_client_has_so_many_at_most_until_the_first_lapses():
    ledger = Ledger()
    for minute, start in enumerate(("9:00", "9:20", "9:40")):
        now = NOW + timedelta(minutes=minute)
        assert ledger.holds.wait("203.0.113.9", now, 3) == 0
        _, held = hold(ledger, start, now=now)
    now = NOW + timedelta(minutes=2)
    assert ledger.holds.wait("203.0.113.9", now, 3) == 8 * 60
    assert ledger.holds.wait("203.0.113.9", now, 3, without=held.reference) == 0
    assert ledger.holds.wait("203.0.113.10", now, 3) == 0
    assert ledger.holds.wait("203.0.113.9", LATER, 3) == 0


def test_a_hold_given_back_does_not_count():
    ledger = Ledger()
    _, held = hold(ledger)
    assert ledger.holds.wait("203.0.113.9", NOW, 1) == 10 * 60
    release(ledger, held)
    assert ledger.holds.wait("203.0.113.9", NOW, 1) == 0


def test_a_hold_that_is_extended_counts_once():
    ledger = Ledger()
    id, held = hold(ledger)
    longer = held._replace(until=held.until + 600)
    ledger.occupy(held.reference, held.seats(PARIS), {}, NOW, longer.until, 1)
    ledger.holds.keep(longer, NOW)
    assert ledger.holds.find(id, LATER) == longer
    assert ledger.holds.wait("203.0.113.9", NOW, 2) == 0
    assert list(ledger.holds.live(NOW)) == [longer]


def test_what_has_lapsed_is_swept_from_records_and_lanes():
    ledger = Ledger()
    hold(ledger)
    hold(ledger, "10:00", minutes_kept=30)
    assert ledger.holds.sweep(LATER) == 1
    ledger.sweep(LATER)
    assert len(list(ledger.holds.live(NOW))) == len(lane(ledger, "lea").entries) == 1
    assert ledger.holds.wait("203.0.113.9", LATER, 1) == 20 * 60


def test_when_lanes_are_laid_anew_holds_are_gone_from_both():
    ledger = Ledger()
    hold(ledger)
    relay(ledger, PARIS, {})
    assert list(ledger.holds.live(NOW)) == []
    assert ledger.occupancy(NOW).day(TUESDAY) == {}
