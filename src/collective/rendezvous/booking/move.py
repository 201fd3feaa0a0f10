"""Move an appointment to another time, as its citizen."""

from ..ledger.appointment import Appointment
from ..ledger.instants import minutes
from ..scheduling.placing import Place
from ..scheduling.rules import Proposal
from .errors import SectionClosed
from .events import AppointmentMoved
from .freed import freed
from .opening import changeable
from .opening import opened
from .reading import Reader
from .writing import Writing
from collections.abc import Mapping
from datetime import datetime
from typing import Any


def move(writing: Writing, reference: str, data: Mapping[str, Any], key: str | None) -> Appointment:
    """Move it by the same rules as booking, itself left out, with its agent if possible.

    Raises Unknown, SectionClosed, WrongState, TooLateToCancel, Invalid or Refused.
    """
    if writing.office.state == "preparation":
        raise SectionClosed("preparation")
    appointment = opened(writing.ledger, reference, writing.actor, key)
    changeable(appointment, writing.office, writing.now)
    read = Reader(data, writing.office, writing.actor)
    kind = writing.office.types.get(appointment.type_uid)
    if kind is None or not kind.active:
        read.add("type", "inactive" if kind else "unknown")
    start, people = read.start(), read.people(kind, appointment.people)
    counter, counters = read.resource("counter"), read.place()
    read.done()
    assert kind is not None and start is not None
    proposal = Proposal(
        kind.uid,
        start,
        people,
        counter=counter,
        upcoming=writing.ledger.upcoming(appointment.email, kind.uid, writing.now, reference),
        prefer=appointment.agent_uid,
    )
    place = writing.settle(proposal, without=reference, counters=counters)
    placed(writing, appointment, kind.uid, start, people, place)
    return appointment


def stays(appointment: Appointment, type_uid: str, start: datetime, people: int, place: Place) -> bool:
    """Whether an appointment has that time, place and length already."""
    stands = (appointment.type_uid, appointment.start, appointment.people)
    same = stands == (type_uid, minutes(start), people)
    return same and place == Place(appointment.agent_uid, appointment.counter_uid)


def placed(
    writing: Writing,
    appointment: Appointment,
    type_uid: str,
    start: datetime,
    people: int,
    place: Place,
    tell: bool = False,
) -> None:
    """Give an appointment another time, place or length: lanes, record, history and event."""
    office = writing.office
    kind = office.types[type_uid]
    if stays(appointment, type_uid, start, people, place):
        return
    before = seen(appointment, writing)
    left = writing.seats(appointment)
    left_agent, left_start = appointment.agent_uid, appointment.start
    with writing.ledger.changing(appointment):
        appointment.reminded = appointment.reminded and appointment.start == minutes(start)
        appointment.type_uid, appointment.type_title = kind.uid, kind.title
        appointment.start, appointment.people = minutes(start), people
        appointment.length, appointment.buffer = kind.length(people), kind.buffer
        appointment.agent_uid, appointment.agent_title = place.agent, office.agents[place.agent].title
        appointment.counter_uid = place.counter
        appointment.counter_title = office.counters[place.counter].title
        appointment.sequence += 1
        appointment.accepted = writing.accepted
        now = seen(appointment, writing)
        changes = tuple((name, before[name], now[name]) for name in now if before[name] != now[name])
        appointment.note(writing.now, writing.who, "change", *changes)
    writing.occupy(appointment, instead_of=left)
    freed(writing, appointment, left)
    fields = frozenset(name for name, _, _ in changes)
    section, actor = writing.section, writing.actor
    writing.tell(AppointmentMoved(section, appointment, actor, fields, tell, left_agent, left_start))


def seen(appointment: Appointment, writing: Writing) -> dict[str, Any]:
    """Time and place as the history tells them."""
    return {
        "start": appointment.start_at.astimezone(writing.office.zone).isoformat(),
        "type": appointment.type_title,
        "agent": appointment.agent_title,
        "counter": appointment.counter_title,
        "people": appointment.people,
    }
