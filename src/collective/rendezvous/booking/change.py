"""Change an appointment, as staff."""

from ..ledger.appointment import Appointment
from ..scheduling.rules import Proposal
from ..scheduling.states import OCCUPYING
from .errors import WrongState
from .events import AppointmentChanged
from .move import placed
from .move import stays
from .opening import fresh
from .opening import opened
from .opening import state_of
from .reading import Reader
from .reading import Visitor
from .writing import Writing
from collections.abc import Mapping
from typing import Any


JUDGED = frozenset({"start", "type", "agent", "counter", "people"})
"""What decides whether, when and where; only these are held against the rules."""


def change(
    writing: Writing,
    reference: str,
    data: Mapping[str, Any],
    version: int | None = None,
    tell: bool = False,
) -> Appointment:
    """Change what is given; what is not stays.

    An agent or counter given as None is chosen anew. `tell`: the visitor is to be told, even
    where neither time nor type changes. Raises Unknown, Stale, WrongState, Invalid, Refused or
    NeedsConfirmation.
    """
    appointment = opened(writing.ledger, reference, writing.actor)
    fresh(appointment, version)
    if appointment.erased:
        raise WrongState(appointment.state)
    read = Reader(data, writing.office, writing.actor)
    texts = changed_texts(read, appointment)
    wanted = proposal(read, appointment)
    confirmed = read.confirmed()
    read.done()
    moves = False
    if wanted is not None:
        state = state_of(appointment, writing.now)
        if state not in OCCUPYING:
            raise WrongState(state)
        place = writing.settle(wanted, confirmed, without=reference)
        moves = not stays(appointment, wanted.type, wanted.start, wanted.people, place)
    write_texts(writing, appointment, texts, tell and not moves)
    if wanted is not None and moves:
        placed(writing, appointment, wanted.type, wanted.start, wanted.people, place, tell)
    return appointment


def proposal(read: Reader, appointment: Appointment) -> Proposal | None:
    """The time and place that are wanted, or None when they stay."""
    if not JUDGED & read.data.keys():
        return None
    office = read.office
    kind = read.kind() if "type" in read.data else office.types.get(appointment.type_uid)
    if kind is None and "type" not in read.data:
        read.add("type", "unknown")
    start = read.start() if "start" in read.data else appointment.start_at.astimezone(office.zone)
    people = read.people(kind, min(appointment.people, kind.max_people) if kind else 1)
    agent = kept(read, "agent", appointment.agent_uid, office.agents)
    counter = kept(read, "counter", appointment.counter_uid, office.counters)
    if kind is None or start is None:
        return None
    wanted = Proposal(kind.uid, start, people, agent, counter, prefer=appointment.agent_uid)
    same = (appointment.type_uid, appointment.start_at, appointment.people)
    if same == (kind.uid, start, people) and (agent, counter) == (
        appointment.agent_uid,
        appointment.counter_uid,
    ):
        return None
    return wanted


def kept(read: Reader, field: str, uid: str, known: Mapping[str, Any]) -> str | None:
    """The agent or counter given, else the one that it has if that still exists."""
    if field in read.data:
        return read.resource(field)
    return uid if uid in known else None


def changed_texts(read: Reader, appointment: Appointment) -> dict[str, Any]:
    """The fields other than time and place that get another value."""
    given: dict[str, Any] = {}
    if "visitor" in read.data:
        stands = Visitor(*(getattr(appointment, name) for name in Visitor.__slots__))
        visitor = read.visitor(stands)
        given.update((name, getattr(visitor, name)) for name in Visitor.__slots__)
    for name in ("comment", "notes"):
        if name in read.data:
            given[name] = read.text(name, read.data[name])
    if "answers" in read.data:
        named = read.data.get("type")
        kind = read.office.type_by_id(named) if isinstance(named, str) else None
        kind = kind or read.office.types.get(appointment.type_uid)
        if kind is not None:
            given["answers"] = read.answers(kind)
    return {name: value for name, value in given.items() if getattr(appointment, name) != value}


def write_texts(
    writing: Writing, appointment: Appointment, texts: Mapping[str, Any], tell: bool = False
) -> None:
    """Write the new values, with a line of history that tells what they were."""
    if texts:
        noted(writing, appointment, texts)
    if texts or tell:
        fields = frozenset(texts)
        writing.tell(AppointmentChanged(writing.section, appointment, writing.actor, fields, tell))


def noted(writing: Writing, appointment: Appointment, texts: Mapping[str, Any]) -> None:
    """Write the new values and the line of history."""
    with writing.ledger.changing(appointment):
        changes = [(name, getattr(appointment, name), value) for name, value in texts.items()]
        for name, value in texts.items():
            setattr(appointment, name, value)
        appointment.note(writing.now, writing.who, "change", *changes)
    if "email" in texts and appointment.email and writing.office.max_upcoming_per_email:
        writing.ledger.visitors.touch(appointment.email)
