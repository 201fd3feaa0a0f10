"""Short ways to say what is sent and what is expected."""

from ..town import visitor
from ..town import wish
from typing import Any


DAY = "2026-11-24"
"""The day of `clock`, a Tuesday."""


def at(hour: str, day: str = DAY) -> str:
    return f"{day}T{hour}:00+01:00"


def booked(hour: str, type: str = "cni", **fields: Any) -> dict[str, Any]:
    return wish(at(hour), type, **fields)


def association(hour: str = "09:00", **fields: Any) -> dict[str, Any]:
    return booked(hour, "asso", **{"answers": {"Nom": "Les Amis"}, **fields})


def of(receipt: dict[str, Any], action: str = "", key: str | None = None) -> str:
    """The path of an appointment for its citizen."""
    path = "/".join(filter(None, ("@appointments", receipt["reference"], action)))
    return f"{path}?key={receipt.get('key', '') if key is None else key}"


def staffs(receipt: dict[str, Any], action: str = "") -> str:
    """The path of an appointment for staff."""
    return "/".join(filter(None, ("@appointments", receipt["reference"], action)))


def refused(answer: Any, code: str, status: int = 409) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    told = answer.json()
    assert told["code"] == code
    assert told["message"]
    if status == 409:
        assert told["type"] == "Conflict"
    return told


def wrong(answer: Any) -> dict[str, str]:
    """The codes of a 400 by field."""
    assert answer.status_code == 400, answer.text
    told = answer.json()
    assert told["type"] == "BadRequest"
    assert told["message"] and all(one["message"] for one in told["errors"])
    return {one["field"]: one["code"] for one in told["errors"]}


__all__ = ["association", "at", "booked", "of", "refused", "staffs", "visitor", "wish", "wrong"]
