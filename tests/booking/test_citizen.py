"""What a citizen does with the key: read, move, cancel."""

from .conftest import NOW
from collective.rendezvous.booking.errors import Invalid
from collective.rendezvous.booking.errors import Refused
from collective.rendezvous.booking.errors import SectionClosed
from collective.rendezvous.booking.errors import TooLateToCancel
from collective.rendezvous.booking.errors import Unknown
from collective.rendezvous.booking.errors import WrongState
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from tests.town import agent
from tests.town import change
from tests.town import visitor
from tests.town import wish

import pytest


NINE = "2026-11-25T09:00:00+01:00"
TEN = "2026-11-25T10:00:00+01:00"


@pytest.fixture
def booked(citizen):
    return citizen.book(wish(NINE)).appointment


@pytest.mark.parametrize("key", [None, "", "wrong", "é", "\ud800", "x" * 10000])
def test_without_its_key_there_is_no_appointment(citizen, booked, key):
    for reference in (booked.reference, "AAAAAAAAAA", "", "../x", "é"):
        with pytest.raises(Unknown):
            citizen.read(reference, key)


def test_the_key_of_one_does_not_open_another(citizen, booked):
    other = citizen.book(wish(TEN)).appointment
    with pytest.raises(Unknown):
        citizen.read(other.reference, booked.key)


def test_moving_frees_the_old_time_and_takes_the_new_one(citizen, booked):
    citizen.move(booked.reference, {"start": TEN}, booked.key)
    assert booked.start_at == datetime(2026, 11, 25, 9, tzinfo=UTC)
    assert booked.sequence == 1
    assert booked.history[-1].action == "change"
    assert booked.history[-1].changes == (("start", NINE, TEN),)
    citizen.book(wish(NINE, visitor=visitor(email="b@example.org")))
    with pytest.raises(Refused):
        citizen.book(wish(TEN, visitor=visitor(email="b@example.org")))


def test_an_appointment_may_move_into_its_own_time(office, citizen):
    change(office["cni"], step=5)
    booked = citizen.book(wish(NINE)).appointment
    citizen.move(booked.reference, {"start": "2026-11-25T09:05:00+01:00"}, booked.key)
    assert booked.start_at.minute == 5


def test_moving_counts_everything_but_itself(office, citizen, booked):
    change(office, max_upcoming_per_email=1)
    citizen.move(booked.reference, {"start": TEN}, booked.key)


def test_moving_keeps_the_agent_if_possible(office, citizen, booked):
    change(office["guichet-standard"], capacity=2)
    agent(office, "albert", office["cni"])
    citizen.move(booked.reference, {"start": TEN}, booked.key)
    assert booked.agent_title == "Nadia"


def test_moving_to_where_one_is_changes_nothing(citizen, booked):
    before = booked.version
    citizen.move(booked.reference, {"start": NINE}, booked.key)
    assert booked.version == before


def test_moving_reads_only_time_place_and_people(citizen, booked):
    citizen.move(
        booked.reference, {"start": TEN, "visitor": {"last_name": "X"}, "state": "arrived"}, booked.key
    )
    assert (booked.last_name, booked.state) == ("Durand", "confirmed")


def test_moving_to_nowhere_is_an_error_and_keeps_the_time(citizen, booked):
    with pytest.raises(Invalid):
        citizen.move(booked.reference, {}, booked.key)
    with pytest.raises(Refused) as refusal:
        citizen.move(booked.reference, {"start": "2026-11-25T18:00:00+01:00"}, booked.key)
    assert refusal.value.code == "outside_availability"
    assert booked.start_at == datetime(2026, 11, 25, 8, tzinfo=UTC)


def test_a_suspended_section_still_moves_and_cancels(office, citizen, booked):
    api.content.transition(office, "suspend")
    citizen.move(booked.reference, {"start": TEN}, booked.key)
    citizen.cancel(booked.reference, booked.key)


def test_a_section_in_preparation_does_not(office, citizen, booked):
    api.content.transition(office, "prepare")
    for act in (
        lambda: citizen.move(booked.reference, {"start": TEN}, booked.key),
        lambda: citizen.cancel(booked.reference, booked.key),
    ):
        with pytest.raises(SectionClosed):
            act()


def test_cancelling_frees_the_time_and_the_key_still_opens_it(citizen, booked):
    citizen.cancel(booked.reference, booked.key)
    assert citizen.read(booked.reference, booked.key).state == "cancelled"
    citizen.book(wish(NINE))


def test_cancelling_twice_is_an_error(citizen, booked):
    citizen.cancel(booked.reference, booked.key)
    with pytest.raises(WrongState):
        citizen.cancel(booked.reference, booked.key)


def test_what_has_begun_is_neither_moved_nor_cancelled(at, booked):
    late = at(booked.start_at)
    for act in (
        lambda: late.cancel(booked.reference, booked.key),
        lambda: late.move(booked.reference, {"start": TEN}, booked.key),
    ):
        with pytest.raises(WrongState):
            act()


def test_within_the_notice_it_is_too_late(office, at, booked):
    change(office["cni"], cancel_notice_hours=24)
    at(booked.start_at - timedelta(hours=24)).read(booked.reference, booked.key)
    late = at(booked.start_at - timedelta(hours=24) + timedelta(minutes=1))
    with pytest.raises(TooLateToCancel):
        late.cancel(booked.reference, booked.key)
    with pytest.raises(TooLateToCancel):
        late.move(booked.reference, {"start": TEN}, booked.key)
    at(booked.start_at - timedelta(hours=24)).cancel(booked.reference, booked.key)


def test_only_a_pending_one_is_confirmed(citizen, booked):
    with pytest.raises(WrongState):
        citizen.confirm(booked.reference, booked.key)


def test_a_lapsed_one_is_neither_confirmed_nor_moved(office, citizen, at):
    change(office["cni"], confirmation="email")
    pending = citizen.book(wish(NINE)).appointment
    late = at(NOW + timedelta(minutes=31))
    for act in (
        lambda: late.confirm(pending.reference, pending.key),
        lambda: late.move(pending.reference, {"start": TEN}, pending.key),
    ):
        with pytest.raises(WrongState) as refusal:
            act()
        assert refusal.value.state == "expired"


def test_a_type_that_is_gone_cannot_be_moved_to(office, citizen, booked):
    api.content.transition(office["cni"], "deactivate")
    with pytest.raises(Invalid):
        citizen.move(booked.reference, {"start": TEN}, booked.key)


def test_an_erased_one_opens_to_nobody(citizen, booked):
    key = booked.key
    citizen.ledger.erase(booked, NOW)
    with pytest.raises(Unknown):
        citizen.read(booked.reference, key)
    with pytest.raises(Unknown):
        citizen.read(booked.reference, "")
