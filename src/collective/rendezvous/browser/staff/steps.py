"""The steps that staff take with one press: their words, their look, what is said after."""

from collections.abc import Iterable
from collective.rendezvous import _
from collective.rendezvous.ledger.appointment import Appointment
from dataclasses import dataclass


LABELS = {
    "confirm": _("Confirm"),
    "arrive": _("Arrived"),
    "honour": _("Received"),
    "no_show": _("Absent"),
    "undo": _("Undo"),
}
"""Step -> what its button says. Cancelling has a page of its own that asks first."""

DONE = {
    "confirm": _("The appointment of ${visitor} is confirmed."),
    "arrive": _("${visitor}: arrived."),
    "honour": _("${visitor}: received."),
    "no_show": _("${visitor}: absent."),
    "cancel": _("The appointment of ${visitor} is cancelled."),
    "undo": _("Undone. State of ${visitor}: ${state}."),
}
"""Step -> what is said once it is taken."""

ON_THE_DAY = frozenset({"arrive", "honour", "no_show"})
"""What can be pressed from the day of the appointment on."""

UNDONE_AT_ONCE = frozenset({"arrived", "honoured", "no_show", "cancelled"})
"""The states in which taking back the last step is offered."""


@dataclass(frozen=True)
class Step:
    """A button: the `value` that it sends tells step, reference and version seen."""

    name: str
    label: str
    value: str
    css: str


def steps(
    appointment: Appointment, state: str, actions: Iterable[str], begun: bool, names: Iterable[str]
) -> list[Step]:
    """The buttons of an appointment among `names`; `begun`: its day has come."""
    wanted = frozenset(names) & frozenset(actions)
    return [
        Step(name, label, f"{name} {appointment.reference} {appointment.version}", _css(name, state))
        for name, label in LABELS.items()
        if name in wanted
        and (begun or name not in ON_THE_DAY)
        and (name != "undo" or state in UNDONE_AT_ONCE)
    ]


def _css(name: str, state: str) -> str:
    if name == "undo":
        return "btn btn-sm btn-link"
    if name == "no_show":
        return "btn btn-sm btn-outline-secondary"
    if name == "honour" and state == "arrived":
        return "btn btn-sm btn-primary"
    return "btn btn-sm btn-outline-primary"
