"""The states of an appointment and what leads from one to another."""

from dataclasses import dataclass


STATES = ("pending", "confirmed", "arrived", "honoured", "no_show", "cancelled", "expired")

OCCUPYING = frozenset({"pending", "confirmed", "arrived", "honoured"})
"""The states in which an appointment keeps its agent and its counter."""

UPCOMING = frozenset({"pending", "confirmed"})
"""The states in which somebody is still expected."""


@dataclass(frozen=True, slots=True)
class Transition:
    """A step in the life of an appointment, from any of the sources to the target."""

    name: str
    sources: frozenset[str]
    target: str


TRANSITIONS = {
    name: Transition(name, frozenset(sources), target)
    for name, sources, target in (
        ("confirm", {"pending"}, "confirmed"),
        ("cancel", {"pending", "confirmed"}, "cancelled"),
        ("arrive", {"confirmed"}, "arrived"),
        ("honour", {"confirmed", "arrived"}, "honoured"),
        ("no_show", {"confirmed", "arrived"}, "no_show"),
        ("expire", {"pending"}, "expired"),
    )
}


def transitions_from(state: str) -> list[str]:
    """The names of the transitions that leave a state, in the order of the table."""
    return [name for name, transition in TRANSITIONS.items() if state in transition.sources]
