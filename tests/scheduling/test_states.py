"""The life of an appointment: the transition table of the design."""

from collective.rendezvous.scheduling.states import OCCUPYING
from collective.rendezvous.scheduling.states import STATES
from collective.rendezvous.scheduling.states import TRANSITIONS
from collective.rendezvous.scheduling.states import transitions_from

import pytest


LIFE = {
    ("pending", "confirm"): "confirmed",
    ("pending", "cancel"): "cancelled",
    ("pending", "expire"): "expired",
    ("confirmed", "arrive"): "arrived",
    ("confirmed", "cancel"): "cancelled",
    ("confirmed", "honour"): "honoured",
    ("confirmed", "no_show"): "no_show",
    ("arrived", "honour"): "honoured",
    ("arrived", "no_show"): "no_show",
}


@pytest.mark.parametrize("name", TRANSITIONS)
@pytest.mark.parametrize("state", STATES)
def test_each_state_has_the_transitions_of_the_design_and_no_other(state, name):
    transition = TRANSITIONS[name]
    led_to = transition.target if state in transition.sources else None
    assert led_to == LIFE.get((state, name))


def test_there_are_six_transitions():
    assert set(TRANSITIONS) == {"confirm", "cancel", "arrive", "honour", "no_show", "expire"}
    assert all(name == transition.name for name, transition in TRANSITIONS.items())


def test_undo_is_no_transition():
    assert "undo" not in TRANSITIONS


@pytest.mark.parametrize("state", STATES)
def test_the_transitions_from_a_state_are_those_that_leave_it(state):
    assert set(transitions_from(state)) == {name for source, name in LIFE if source == state}


@pytest.mark.parametrize("state", ["honoured", "no_show", "cancelled", "expired"])
def test_nothing_leaves_an_end(state):
    assert transitions_from(state) == []


def test_nothing_leaves_a_state_that_does_not_exist():
    assert transitions_from("lost") == []


def test_cancelled_expired_and_missed_appointments_occupy_nothing():
    assert set(STATES) - set(OCCUPYING) == {"cancelled", "expired", "no_show"}


def test_every_transition_leads_from_states_to_a_state():
    for transition in TRANSITIONS.values():
        assert set(transition.sources) <= set(STATES)
        assert transition.target in STATES


def test_every_state_but_pending_can_be_reached():
    assert {transition.target for transition in TRANSITIONS.values()} == set(STATES) - {"pending"}
