"""What is counted of appointments: numbers, minutes, delays and waits, and nothing of the visitors."""

from .appointment import Appointment
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from datetime import date
from datetime import datetime
from datetime import UTC
from sys import intern
from typing import NamedTuple
from zoneinfo import ZoneInfo


class Kind(NamedTuple):
    """What a tally is of: uids, the state in the end, and who booked ("public" or "staff")."""

    type: str
    counter: str
    agent: str
    state: str
    origin: str


Times = tuple[tuple[int, int], ...]
"""(value, how often), in order of the values."""


class Tally(NamedTuple):
    """How many, the minutes that they took with their buffers, the days from booking to visit, the
    minutes from arrival to reception (of those of whom both are known)."""

    number: int
    minutes: int
    delays: Times
    waits: Times


class Facts(NamedTuple):
    """What of one appointment is counted: only when this changes, a sum does."""

    kind: Kind
    start: int
    minutes: int
    created: int
    wait: int | None


def facts(appointment: Appointment) -> Facts:
    """What is counted of it."""
    it = appointment
    kind = Kind(*map(intern, (it.type_uid, it.counter_uid, it.agent_uid, it.state, it.origin)))
    return Facts(kind, it.start, it.length + it.buffer, it.created, waited(it))


def waited(appointment: Appointment) -> int | None:
    """Whole minutes from arrival to reception, as they stand; what was undone never was."""
    if appointment.state != "honoured":
        return None
    when = {change.action: change.when for change in appointment.steps}
    if "arrive" not in when or "honour" not in when:
        return None
    return max(0, when["honour"] - when["arrive"]) // 60


def local_day(minute: int, zone: ZoneInfo) -> date:
    """The day, in a zone, of a minute since the epoch."""
    return datetime.fromtimestamp(minute * 60, UTC).astimezone(zone).date()


def tallied(appointments: Iterable[Appointment], zone: ZoneInfo, now: datetime) -> dict[Kind, Tally]:
    """The tallies of some appointments; a pending one whose time is over has expired."""
    numbers: Counter[Kind] = Counter()
    minutes: Counter[Kind] = Counter()
    delays: dict[Kind, Counter[int]] = {}
    waits: dict[Kind, Counter[int]] = {}
    for one in appointments:
        told = facts(one)
        kind = told.kind._replace(state="expired") if one.lapsed(now) else told.kind
        numbers[kind] += 1
        minutes[kind] += told.minutes
        days = (local_day(told.start, zone) - local_day(told.created // 60, zone)).days
        delays.setdefault(kind, Counter())[max(0, days)] += 1
        if told.wait is not None:
            waits.setdefault(kind, Counter())[told.wait] += 1
    return {
        kind: Tally(number, minutes[kind], times(delays[kind]), times(waits.get(kind, {})))
        for kind, number in numbers.items()
    }


def times(found: Mapping[int, int]) -> Times:
    """A histogram as it is stored."""
    return tuple(sorted(found.items()))


def titles(appointments: Iterable[Appointment]) -> Iterator[tuple[str, str]]:
    """The uid and the title of each one's type, as it was called when it was booked."""
    return ((intern(one.type_uid), one.type_title) for one in appointments)
