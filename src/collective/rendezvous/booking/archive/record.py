"""Records as plain values of JSON, and back."""

from ...ledger.appointment import Appointment
from ...ledger.appointment import Change
from ...ledger.references import id_of
from ...ledger.waiting import Stretch
from ...ledger.waiting import UNCONFIRMED
from ...ledger.waiting import Waiter
from ...ledger.waiting import WAITING
from ...scheduling.states import STATES
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any


PLAIN = Appointment()
"""What is not told of an appointment is as it is here."""

UNTOLD = frozenset({"offer"})
"""What of an entry of the waiting list is not written: a place that is held lapses within hours."""


class Unreadable(ValueError):
    """A line that is none of an archive; the message says what is wrong."""


def told_appointment(one: Appointment) -> dict[str, Any]:
    """All fields of an appointment that are not empty."""
    told = {item.name: getattr(one, item.name) for item in fields(Appointment)}
    history = [[*change[:3], [list(each) for each in change.changes]] for change in told.pop("history")]
    told["answers"] = dict(told["answers"])
    return {
        **{name: value for name, value in told.items() if value != getattr(PLAIN, name)},
        "history": history,
    }


def read_appointment(told: Mapping[str, Any]) -> Appointment:
    """The appointment of what :func:`told_appointment` told; raises Unreadable."""
    for name, value in told.items():
        plain = getattr(PLAIN, name, None)
        kind = type(plain) if name not in ("until", "answers", "history", "accepted") else LOOSE[name]
        if name.startswith("_") or not hasattr(PLAIN, name) or type(value) is not kind:
            raise Unreadable(f"{name} is no field of an appointment, or holds something else")
    if id_of(told.get("reference", "")) is None or told.get("state", PLAIN.state) not in STATES:
        raise Unreadable("reference or state is none")
    made = {**told, "accepted": tuple(told.get("accepted", ()))}
    made["history"] = tuple(_change(line) for line in told.get("history", ()))
    return Appointment(**made)


LOOSE = {"until": int, "answers": dict, "history": list, "accepted": list}
"""Fields whose values in JSON are of another kind than their defaults."""


def _change(line: Any) -> Change:
    try:
        when, who, action, changes = line
        return Change(int(when), str(who), str(action), tuple((name, a, b) for name, a, b in changes))
    except (TypeError, ValueError):
        raise Unreadable("a line of the history is none") from None


def told_waiter(one: Waiter) -> dict[str, Any]:
    """All fields of an entry of the waiting list but the place that is held for it."""
    told = {item.name: getattr(one, item.name) for item in fields(Waiter) if item.name not in UNTOLD}
    told["first"], told["last"] = one.first.isoformat(), one.last.isoformat()
    return {**told, "counters": list(one.counters), "known": [list(stretch) for stretch in one.known]}


def read_waiter(told: Mapping[str, Any]) -> Waiter:
    """The entry of what :func:`told_waiter` told: one that was offered a place waits for another."""
    try:
        made = dict(told)
        made["first"], made["last"] = (date.fromisoformat(made[name]) for name in ("first", "last"))
        made["counters"] = tuple(made["counters"])
        made["known"] = tuple(Stretch(*stretch) for stretch in made["known"])
        made["state"] = made["state"] if made["state"] == UNCONFIRMED else WAITING
        return Waiter(**made)
    except (KeyError, TypeError, ValueError):
        raise Unreadable("an entry of the waiting list is none") from None
