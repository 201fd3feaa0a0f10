"""Slots that stay closed to the public for a while after somebody gave them up."""

from .conftest import NOW
from .test_book import NINE
from .test_book import starts
from .test_book import TWENTY_PAST
from .test_hold import DAY
from .test_hold import FORTY
from .test_hold import minutes
from .test_hold import refused
from collective.rendezvous.scheduling.rules import Actor
from collective.rendezvous.scheduling.slots import Query
from datetime import timedelta
from tests.town import agent
from tests.town import change
from tests.town import visitor
from tests.town import wish

import pytest


@pytest.fixture
def office(office):
    return change(office, freed_slot_minutes=30)


def booked(desk, start=NINE, **fields):
    return desk.book(wish(start, **fields)).appointment


def test_a_cancelled_slot_is_taken_for_the_public(office, citizen):
    one = booked(citizen)
    citizen.cancel(one.reference, one.key)
    assert "09:00" not in starts(citizen, office["cni"], DAY)
    refused(lambda: booked(citizen))
    refused(lambda: citizen.hold({"type": "cni", "start": NINE}))


def test_it_opens_after_that_time(office, citizen, at):
    one = booked(citizen)
    citizen.cancel(one.reference, one.key)
    later = at(minutes(30))
    assert "09:00" in starts(later, office["cni"], DAY)
    booked(later)


def test_at_once_where_nothing_is_set(office, citizen):
    change(office, freed_slot_minutes=0)
    one = booked(citizen)
    citizen.cancel(one.reference, one.key)
    booked(citizen)


@pytest.mark.parametrize("deed", ["cancel", "delete", "move"])
def test_whoever_frees_it(office, citizen, administrator, deed):
    one = booked(citizen)
    if deed == "cancel":
        administrator.transition(one.reference, "cancel")
    elif deed == "delete":
        administrator.delete(one.reference)
    else:
        administrator.change(one.reference, {"start": FORTY})
    assert "09:00" not in starts(citizen, office["cni"], DAY)
    assert "09:00" in starts(administrator, office["cni"], DAY)


def test_a_move_closes_what_is_left_and_no_more(office, citizen):
    one = booked(citizen)
    citizen.move(one.reference, {"start": FORTY}, one.key)
    refused(lambda: citizen.move(one.reference, {"start": NINE}, one.key))
    assert starts(citizen, office["cni"], DAY)[0] == "09:20"


def test_a_move_by_some_minutes_closes_only_the_minutes_that_are_left(office, citizen, administrator):
    change(office["guichet-standard"], capacity=2)
    agent(office, "luc", office["cni"])
    one = booked(citizen, agent="nadia")
    administrator.change(one.reference, {"start": "2026-11-25T09:10:00+01:00", "confirm": ["off_grid"]})
    query = Query(office["cni"].UID(), DAY, DAY)
    assert citizen.slots(query)[0].slots[0].start.isoformat() == NINE, "the other agent is free"


def test_staff_see_it_and_book_it(office, citizen, administrator, receptionist):
    one = booked(citizen)
    citizen.cancel(one.reference, one.key)
    for desk in (administrator, receptionist):
        assert starts(desk, office["cni"], DAY)[0] == "09:00"
        taken = booked(desk)
        desk.delete(taken.reference)


def test_what_staff_book_there_is_not_closed_any_more(office, citizen, administrator):
    change(office["guichet-standard"], capacity=2)
    agent(office, "luc", office["cni"])
    one = booked(citizen)
    citizen.cancel(one.reference, one.key)
    booked(administrator, agent=citizen.office.agents[one.agent_uid].id)
    places = citizen.slots(Query(office["cni"].UID(), DAY, DAY))[0].slots[0]
    assert (places.start.isoformat(), places.places) == (NINE, 1)


def test_what_is_undone_is_not_closed_any_more(office, citizen, administrator, at):
    one = booked(citizen)
    citizen.cancel(one.reference, one.key)
    administrator.transition(one.reference, "undo")
    refused(lambda: booked(citizen, visitor=visitor(email="other@example.org")))
    assert one.state == "confirmed"
    change(office, freed_slot_minutes=0)
    citizen.cancel(one.reference, one.key)
    booked(citizen)


def test_staff_who_move_there_give_nothing_away(office, citizen, administrator):
    one, other = booked(citizen), booked(citizen, FORTY, visitor=visitor(email="other@example.org"))
    citizen.cancel(one.reference, one.key)
    administrator.change(other.reference, {"start": NINE})
    assert starts(citizen, office["cni"], DAY)[0] == "09:20"
    assert "09:40" not in starts(citizen, office["cni"], DAY)


def test_what_is_over_is_not_closed(office, citizen, administrator, at):
    one = booked(citizen)
    after = at(NOW + timedelta(days=1, hours=5), Actor("administrator", None, "admin"))
    after.transition(one.reference, "no_show")
    lanes = [lane for day in citizen.ledger.days.values() for lane in day.lanes.values()]
    assert [entry.purpose for lane in lanes for entry in lane.entries if entry.start == 540] == [3, 3] or all(
        not lane.entries for lane in lanes
    )


def test_a_pending_one_that_nobody_confirms_is_free_for_everybody(office, citizen, at):
    change(office["cni"], confirmation="email")
    booked(citizen)
    assert starts(at(minutes(31)), office["cni"], DAY)[0] == "09:00"


def test_alternatives_leave_it_out(office, citizen):
    one = booked(citizen, TWENTY_PAST)
    citizen.cancel(one.reference, one.key)
    booked(citizen)
    assert refused(lambda: booked(citizen, visitor=visitor(email="o@example.org"))) == [
        "09:40",
        "10:00",
        "10:20",
    ]
