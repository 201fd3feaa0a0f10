"""Book an appointment."""

from ..ledger.answers import KeyReused
from ..ledger.appointment import Appointment
from ..ledger.holds import Hold
from ..ledger.instants import minutes
from ..ledger.instants import seconds
from ..scheduling.placing import Place
from ..scheduling.rules import Proposal
from .errors import FieldError
from .errors import Invalid
from .errors import SectionClosed
from .errors import TooMany
from .events import AppointmentBooked
from .hold import give_back
from .hold import serves
from .reading import Booking
from .reading import booking_of
from .waiting.accept import accepted
from .waiting.accept import offered
from .waiting.accept import proves
from .waiting.accept import waiting_for
from .writing import Writing
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import json


KEY_LENGTH = range(16, 65)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was sent: the values, and what else the answer depends on.

    `key`: the sender's random key, with which the same is asked only once. `client`: the
    sender's address, for the limit of bookings a minute.
    """

    data: Mapping[str, Any]
    key: str | None = None
    language: str = ""
    client: str = ""

    @property
    def body(self) -> bytes:
        """The same bytes for the same request; a hold says how it is booked, not what."""
        asked = {name: value for name, value in dict(self.data).items() if name != "hold"}
        return json.dumps(asked, sort_keys=True, default=str).encode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class Receipt:
    """An appointment as it was when it was booked; `replayed` when the same was asked before."""

    appointment: Appointment
    state: str
    start: int
    length: int
    counter: str
    people: int
    type: str
    type_title: str
    counter_title: str
    replayed: bool = False


def book(writing: Writing, asked: Asked) -> Receipt:
    """Book what was asked, or tell what the same request got before.

    Raises SectionClosed, Invalid, TooMany, Refused or NeedsConfirmation.
    """
    known = replayed(writing, asked)
    if known is not None:
        return known
    public = not writing.actor.staff
    office = writing.office
    if public and office.state != "open":
        raise SectionClosed(office.state)
    booking = booking_of(asked.data, office, writing.actor)
    if public:
        wait = writing.ledger.clients.allowed(asked.client, writing.now, office.bookings_per_minute)
        if wait:
            raise TooMany(wait)
    proposal = Proposal(
        booking.type,
        booking.start,
        booking.people,
        booking.agent,
        booking.counter,
        writing.ledger.upcoming(booking.visitor.email, booking.type, writing.now),
    )
    held, waiter = held_for(writing, booking), waiting_for(writing, booking)
    offer = offered(writing, booking, waiter)
    kept = offer or held
    place = writing.settle(
        proposal,
        booking.confirm,
        kept.reference if kept else None,
        booking.counters,
        kept if kept and serves(kept, office.types[booking.type], proposal, booking.counters) else None,
    )
    if held is not None:
        give_back(writing, held)
    if waiter is not None:
        accepted(writing, waiter, offer)
    appointment = written(writing, asked, booking, place, proves(waiter, booking.visitor.email))
    writing.occupy(appointment)
    writing.ledger.add(appointment)
    count(writing, asked, appointment)
    writing.tell(AppointmentBooked(writing.section, appointment, writing.actor))
    return receipt(appointment, told(appointment))


def held_for(writing: Writing, booking: Booking) -> Hold | None:
    """The slot that is kept for it; raises Invalid for one that is kept for something else.

    A hold that has lapsed, or that never was, is none.
    """
    held = writing.ledger.holds.find(booking.hold, writing.now)
    if held is not None and (held.type, held.start) != (booking.type, minutes(booking.start)):
        raise Invalid([FieldError("hold", "another_hold")])
    return held


def written(
    writing: Writing, asked: Asked, booking: Booking, place: Place, proven: bool = False
) -> Appointment:
    """The record, with the titles of today. `proven`: the address has been confirmed already."""
    office, now = writing.office, writing.now
    kind = office.types[booking.type]
    pending = not writing.actor.staff and kind.confirmation == "email" and not proven
    visitor = booking.visitor
    appointment = Appointment(
        reference=writing.ledger.new_reference(),
        state="pending" if pending else "confirmed",
        type_uid=kind.uid,
        type_title=kind.title,
        counter_uid=place.counter,
        counter_title=office.counters[place.counter].title,
        agent_uid=place.agent,
        agent_title=office.agents[place.agent].title,
        start=minutes(booking.start),
        length=kind.length(booking.people),
        buffer=kind.buffer,
        people=booking.people,
        civility=visitor.civility,
        first_name=visitor.first_name,
        last_name=visitor.last_name,
        email=visitor.email,
        phone=visitor.phone,
        answers=booking.answers,
        comment=booking.comment,
        notes=booking.notes,
        origin="staff" if writing.actor.staff else "public",
        language=asked.language,
        created=seconds(now),
        until=seconds(now) + 60 * office.pending_minutes if pending else None,
        accepted=writing.accepted,
    )
    appointment.note(now, writing.who, "book")
    return appointment


def count(writing: Writing, asked: Asked, appointment: Appointment) -> None:
    """Write what keeps the limits in a race, and remember the answer."""
    ledger, office = writing.ledger, writing.office
    if office.max_upcoming_per_email and appointment.email:
        ledger.visitors.touch(appointment.email)
    if office.bookings_per_minute and not writing.actor.staff:
        ledger.clients.count(asked.client, writing.now)
    if asked.key is not None:
        ledger.answers.remember(asked.key, asked.body, appointment.reference, writing.now, told(appointment))


def told(appointment: Appointment) -> tuple[Any, ...]:
    """What of an appointment the answer tells and may change later."""
    return (
        appointment.state,
        appointment.start,
        appointment.length,
        appointment.counter_uid,
        appointment.people,
        appointment.type_uid,
        appointment.type_title,
        appointment.counter_title,
    )


def receipt(appointment: Appointment, told: tuple[Any, ...], replayed: bool = False) -> Receipt:
    """The receipt of what was told."""
    return Receipt(appointment, *told, replayed=replayed)


def replayed(writing: Writing, asked: Asked) -> Receipt | None:
    """What the same request got before, if it was answered in the last 24 hours."""
    if asked.key is None:
        return None
    if len(asked.key) not in KEY_LENGTH:
        raise Invalid([FieldError("Idempotency-Key", "key_length", {"least": 16, "most": 64})])
    try:
        answer = writing.ledger.answers.find(asked.key, asked.body, writing.now)
    except KeyReused:
        raise Invalid([FieldError("Idempotency-Key", "key_reused")]) from None
    if answer is None:
        return None
    appointment = writing.ledger.get(answer.reference)
    return None if appointment is None else receipt(appointment, answer.told, replayed=True)
