"""Every kind of letter, written about somebody who does not exist: for those who write the texts."""

from collections.abc import Callable
from collective.rendezvous import _
from collective.rendezvous.booking.office import office_of
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.ledger.instants import minutes
from collective.rendezvous.ledger.instants import seconds
from collective.rendezvous.notifications.appointment_letter import invitation
from collective.rendezvous.notifications.facts import Facts
from collective.rendezvous.notifications.facts import facts_of
from collective.rendezvous.notifications.letter import write
from collective.rendezvous.notifications.links import links_text
from collective.rendezvous.notifications.text import Text
from collective.rendezvous.notifications.texts import appointment_text
from collective.rendezvous.notifications.texts import SUBJECTS
from collective.rendezvous.notifications.to_agent import agent_text
from collective.rendezvous.notifications.waiting import confirm_text
from collective.rendezvous.notifications.waiting import offer_text
from collective.rendezvous.words.speech import say
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from email.message import EmailMessage
from types import SimpleNamespace
from typing import Any


REFERENCE, KEY = "K7QM2X9RTA", "0123456789abcdefghijkl"

STATES = {"cancelled": "cancelled", "please_confirm": "pending"}
SEQUENCES = {"changed": 1, "updated": 2, "cancelled": 3}
"""What a calendar that was sent one trial after the other has to be told."""

WAITING: dict[str, Callable[[Any, Any, Any], Text]] = {
    "waiting_confirm": confirm_text,
    "waiting_offer": offer_text,
}


def sample(section: Any, kind: str, language: str, now: datetime) -> Text:
    """Return the text of a kind of letter (:data:`.described.DESCRIBED`) as it would be sent today."""
    appointment = invented(section, kind, language, now)
    facts = facts_of(section, appointment, language)
    if kind in SUBJECTS:
        return appointment_text(section, kind, facts)
    if kind == "links":
        return links_text(section, [facts])
    if kind in WAITING:
        known = office_of(section).types.get(appointment.type_uid)
        about = SimpleNamespace(id=known.id if known else "", title=facts.type)
        return WAITING[kind](section, waiter(facts, appointment.counter_uid), about)
    return agent_text(kind.removeprefix("agent_"), facts, facts.start - timedelta(days=1))


def sample_letter(section: Any, kind: str, language: str, recipient: str, now: datetime) -> EmailMessage:
    """Return the letter itself, marked as a trial; raises ValueError for an address that is none."""
    text = sample(section, kind, language, now)
    subject = say(_("Trial: ${subject}"), language, subject=text.subject)
    facts: Facts = facts_of(section, invented(section, kind, language, now), language)
    return write(
        section,
        recipient,
        replace(text, subject=subject),
        invitation=invitation(section, kind, facts, recipient, now),
    )


def invented(section: Any, kind: str, language: str, now: datetime) -> Appointment:
    """Return an appointment that nobody has, in a week, of the first type and at a counter of it."""
    office = office_of(section)
    day = now.astimezone(office.zone) + timedelta(days=7)
    types = [each for each in office.types.values() if each.active]
    reason = min(types, key=lambda each: each.audience != "public", default=None)
    counters = [each for each in office.counters.values() if each.active]
    place = min(counters, key=lambda each: reason is None or reason.uid not in each.types, default=None)
    return Appointment(
        reference=REFERENCE,
        key=KEY,
        type_uid=reason.uid if reason else "",
        type_title=reason.title if reason else say(_("Type of appointment"), language),
        counter_uid=place.uid if place else "",
        counter_title=place.title if place else say(_("Counter"), language),
        start=minutes(day.replace(hour=9, minute=20)),
        length=reason.duration if reason else 20,
        first_name=say(_("Marie"), language),
        last_name=say(_("Example"), language),
        language=language,
        created=seconds(now),
        until=seconds(now) + 60 * office.pending_minutes,
        state=STATES.get(kind, "confirmed"),
        sequence=SEQUENCES.get(kind, 0),
    )


def waiter(facts: Facts, counter: str) -> Any:
    """Return somebody who waits for it."""
    until = int(facts.until.timestamp()) if facts.until else 0
    return SimpleNamespace(
        key=KEY,
        language=facts.language,
        first=facts.start.date(),
        last=(facts.start + timedelta(days=21)).date(),
        offer=SimpleNamespace(start=minutes(facts.start), until=until, counter=counter),
    )
