"""What somebody wants to wait for, read from plain values."""

from ...scheduling.office import Office
from ...scheduling.rules import Actor
from ..reading import Reader
from ..texts import Problems
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from typing import Any

import re


DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

LONGEST = 366
"""For so many days from today on one can wait, at most."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A type, counters (uids; none for any), days (both included) and an address, valid in themselves."""

    type: str
    counters: tuple[str, ...]
    people: int
    first: date
    last: date
    email: str


def wish_of(data: Any, office: Office, actor: Actor, today: date) -> Wish:
    """What is waited for; raises :class:`..errors.Invalid` with all that is wrong.

    The shape is that of a JSON body: `type`, `email`, `from`, `to`, `counter`, `people`, `consent`;
    `counters` are the ids of those of the place that was chosen.
    """
    read = Reader(data, office, actor)
    kind = read.kind()
    if kind is not None and kind.audience != "public":
        read.add("type", "unknown")
    people = read.people(kind)
    counter, counters = read.resource("counter"), read.place()
    email = read.email("email", read.data.get("email"), required=True)
    first, last = day(read, read.data, "from"), day(read, read.data, "to")
    if first is not None and last is not None:
        in_order(read, max(first, today), last, today)
    if read.data.get("consent") is not True:
        read.add("consent", "required")
    read.done()
    assert kind is not None and first is not None and last is not None
    named = [counter] if counter is not None else counters or ()
    return Wish(kind.uid, tuple(sorted(named)), people, max(first, today), last, email)


def day(read: Problems, data: Mapping[str, Any], field: str) -> date | None:
    """A day, written 2026-11-24."""
    value = data.get(field)
    if value is None or value == "":
        read.add(field, "required")
        return None
    if isinstance(value, str) and DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    read.add(field, "invalid_day")
    return None


def in_order(read: Problems, first: date, last: date, today: date) -> None:
    """Note days that are over, in the wrong order, or too far ahead."""
    if last < today:
        read.add("to", "day_over")
    elif last < first:
        read.add("to", "end_before_start")
    elif last > today + timedelta(days=LONGEST):
        read.add("to", "day_too_far", last=today + timedelta(days=LONGEST))
