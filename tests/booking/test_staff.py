"""Changing, following up, undoing and deleting at the desk."""

from .conftest import NOW
from collective.rendezvous.booking.errors import Invalid
from collective.rendezvous.booking.errors import NeedsConfirmation
from collective.rendezvous.booking.errors import Refused
from collective.rendezvous.booking.errors import Stale
from collective.rendezvous.booking.errors import Unknown
from collective.rendezvous.booking.errors import WrongState
from tests.town import agent
from tests.town import change
from tests.town import visitor
from tests.town import wish

import pytest


NINE = "2026-11-25T09:00:00+01:00"
TEN = "2026-11-25T10:00:00+01:00"


@pytest.fixture
def booked(receptionist):
    return receptionist.book(wish(NINE)).appointment


def test_parts_of_the_visitor_are_merged(receptionist, booked):
    receptionist.change(booked.reference, {"visitor": {"phone": "02 61 91 00 10"}, "notes": "Call first"})
    assert (booked.last_name, booked.phone, booked.notes) == ("Durand", "02 61 91 00 10", "Call first")
    assert booked.history[-1].who == "nadia"
    assert set(booked.history[-1].changes) == {("phone", "", "02 61 91 00 10"), ("notes", "", "Call first")}
    assert [one.reference for one in receptionist.ledger.matching("0261910010")] == [booked.reference]


def test_nothing_new_changes_nothing(receptionist, booked):
    before = booked.version
    receptionist.change(booked.reference, {"notes": "", "start": NINE, "people": 1, "visitor": {}})
    assert booked.version == before


def test_moving_asks_the_rules_and_texts_do_not(receptionist, administrator, booked):
    evening = {"start": "2026-11-25T18:00:00+01:00"}
    with pytest.raises(NeedsConfirmation):
        administrator.change(booked.reference, evening)
    administrator.change(booked.reference, {**evening, "confirm": ["outside_availability"]})
    receptionist.change(booked.reference, {"comment": "Late"})
    assert booked.comment == "Late"


def test_what_cannot_be_moved_keeps_its_texts_too(administrator, booked):
    administrator.book(wish(TEN, visitor=visitor(email="b@example.org")))
    with pytest.raises(Refused) as refusal:
        administrator.change(booked.reference, {"start": TEN, "notes": "Moved"})
    assert refusal.value.code == "agent_busy"
    assert booked.notes == ""


def test_another_agent_takes_it(office, receptionist, booked):
    change(office["guichet-standard"], capacity=2)
    agent(office, "albert", office["cni"])
    receptionist.change(booked.reference, {"agent": "albert"})
    assert booked.agent_title == "Albert"
    receptionist.book(wish(NINE, agent="nadia", visitor=visitor(email="b@example.org")))


def test_another_type_has_another_length(receptionist, booked):
    receptionist.change(booked.reference, {"type": "logement"})
    assert (booked.type_title, booked.length) == ("Logement", 30)


def test_an_unknown_agent_is_an_error(receptionist, booked):
    with pytest.raises(Invalid):
        receptionist.change(booked.reference, {"agent": "nobody"})


def test_who_saw_an_older_version_is_told(receptionist, booked):
    seen = booked.version
    receptionist.change(booked.reference, {"notes": "First"}, version=seen)
    for act in (
        lambda: receptionist.change(booked.reference, {"notes": "Second"}, version=seen),
        lambda: receptionist.transition(booked.reference, "arrive", version=seen),
        lambda: receptionist.delete(booked.reference, version=seen),
    ):
        with pytest.raises(Stale):
            act()


def test_the_day_at_the_counter(receptionist, booked):
    assert receptionist.actions(booked) == ["cancel", "arrive", "honour", "no_show"]
    receptionist.transition(booked.reference, "arrive")
    assert receptionist.actions(booked) == ["honour", "no_show", "undo"]
    receptionist.transition(booked.reference, "honour")
    assert receptionist.actions(booked) == ["undo"]
    assert [line.action for line in booked.history] == ["book", "arrive", "honour"]


def test_undo_goes_back_step_by_step(receptionist, booked):
    receptionist.transition(booked.reference, "arrive")
    receptionist.transition(booked.reference, "honour")
    receptionist.change(booked.reference, {"notes": "A change is no step"})
    states = []
    for _ in range(2):
        receptionist.transition(booked.reference, "undo")
        states.append(booked.state)
    assert states == ["arrived", "confirmed"]
    with pytest.raises(WrongState):
        receptionist.transition(booked.reference, "undo")


def test_undoing_a_cancellation_takes_the_place_again(receptionist, booked):
    receptionist.transition(booked.reference, "cancel")
    receptionist.transition(booked.reference, "undo")
    with pytest.raises(Refused):
        receptionist.book(wish(NINE, visitor=visitor(email="b@example.org")))


def test_undoing_is_refused_when_the_place_is_gone(receptionist, booked):
    receptionist.transition(booked.reference, "cancel")
    receptionist.book(wish(NINE, visitor=visitor(email="b@example.org")))
    with pytest.raises(Refused) as refusal:
        receptionist.transition(booked.reference, "undo")
    assert refusal.value.code == "slot_taken"
    assert booked.state == "cancelled"


def test_absent_frees_the_place(receptionist, booked):
    receptionist.transition(booked.reference, "no_show")
    receptionist.book(wish(NINE, visitor=visitor(email="b@example.org")))


@pytest.mark.parametrize("name", ["expire", "book", "undone", "", "__class__"])
def test_there_is_no_such_step(receptionist, booked, name):
    with pytest.raises(Unknown):
        receptionist.transition(booked.reference, name)


def test_a_step_that_the_state_does_not_have(receptionist, booked):
    receptionist.transition(booked.reference, "cancel")
    with pytest.raises(WrongState):
        receptionist.transition(booked.reference, "arrive")
    with pytest.raises(WrongState):
        receptionist.change(booked.reference, {"start": TEN})


def test_deleted_is_gone_for_good(receptionist, booked):
    receptionist.delete(booked.reference)
    with pytest.raises(Unknown):
        receptionist.read(booked.reference)
    assert len(receptionist.ledger.matching("Durand")) == 0
    receptionist.book(wish(NINE))


def test_an_erased_one_does_not_change_any_more(receptionist, booked):
    receptionist.ledger.erase(booked, NOW)
    assert receptionist.actions(booked) == []
    with pytest.raises(WrongState):
        receptionist.change(booked.reference, {"notes": "x"})
