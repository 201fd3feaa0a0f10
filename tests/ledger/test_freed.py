"""Slots that stay closed to the public for a while."""

from .build import book
from .build import lane
from .build import NOW
from .build import PARIS
from .build import RESOURCES
from .build import TUESDAY
from collective.rendezvous.ledger.freed import close
from collective.rendezvous.ledger.freed import reopen
from collective.rendezvous.ledger.seats import seats
from collective.rendezvous.ledger.store import Ledger
from datetime import timedelta

import pytest


UNTIL = NOW + timedelta(minutes=30)


@pytest.fixture
def ledger():
    """One that was cancelled at 9:00."""
    made = Ledger()
    one = book(made, reference="2222222222")
    made.vacate(one.reference, seats(one, PARIS), NOW)
    close(made, one.reference, seats(one, PARIS), RESOURCES, UNTIL, NOW)
    return made


def taken(ledger, freed, now=NOW):
    return {uid: one.levels for uid, one in ledger.occupancy(now, freed=freed).day(TUESDAY).items()}


def test_it_is_taken_for_the_public_until_it_lapses(ledger):
    assert taken(ledger, freed=True).keys() == {"lea", "hall"}
    assert taken(ledger, freed=False) == {}
    assert taken(ledger, freed=True, now=UNTIL) == {}


def test_whoever_takes_the_agent_there_opens_both_lanes(ledger):
    one = book(ledger, "9:10", counter_uid="annexe", resources={**RESOURCES, "annexe": 1})
    reopen(ledger, seats(one, PARIS), {"lea", "paul"}, NOW)
    assert taken(ledger, freed=True).keys() == {"lea", "annexe"}


def test_whoever_takes_another_agent_or_another_time_opens_nothing(ledger):
    for one in (book(ledger, "9:00", agent_uid="paul"), book(ledger, "9:20"), book(ledger, "8:40")):
        reopen(ledger, seats(one, PARIS), {"lea", "paul"}, NOW)
    assert len(lane(ledger, "lea").entries) == 3
    assert taken(ledger, freed=True)["hall"] != taken(ledger, freed=False)["hall"]


def test_of_a_move_only_what_is_left_is_closed():
    ledger = Ledger()
    one = book(ledger)
    before = seats(one, PARIS)
    with ledger.changing(one):
        one.start += 10
    ledger.occupy(one.reference, seats(one, PARIS), RESOURCES, NOW, instead_of=before)
    closed = close(ledger, one.reference, before, RESOURCES, UNTIL, NOW, seats(one, PARIS))
    assert {(seat.uid, seat.start, seat.end) for seat in closed} == {("lea", 540, 550), ("hall", 540, 550)}
