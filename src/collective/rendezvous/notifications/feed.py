"""A calendar that a program asks for again and again (RFC 5545): appointments of an agent or a counter."""

from collections.abc import Iterable
from collective.rendezvous import _
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.notifications.calendar_file import PRODUCT
from collective.rendezvous.notifications.zones import explained
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.scheduling.zone import end_of
from collective.rendezvous.words.speech import say
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from icalendar import Calendar
from icalendar import Event


AGAIN = timedelta(minutes=15)
"""How often a program may ask."""


@dataclass(frozen=True)
class Told:
    """How a feed is told: title, the section's address, whether visitors are named, the language."""

    title: str
    url: str
    personal: bool
    language: str


def feed(appointments: Iterable[Appointment], office: Office, told: Told, now: datetime) -> bytes:
    """Return the calendar; without `personal` it holds types and references, and nothing of the visitors."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", told.title)
    calendar.add("refresh-interval", AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", AGAIN)
    events = [_event(one, office, told) for one in appointments]
    local = now.astimezone(office.zone)
    calendar.add_component(explained(office.zone, local, local))
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(one: Appointment, office: Office, told: Told) -> Event:
    start = one.start_at.astimezone(office.zone)
    visitor = " ".join(filter(None, (one.civility, one.first_name, one.last_name))) if told.personal else ""
    event = Event()
    event.add("uid", f"{one.reference}@{office.uid}")
    event.add("sequence", one.sequence)
    event.add("dtstamp", datetime.fromtimestamp(one.history[-1].when if one.history else one.created, UTC))
    event.add("dtstart", start)
    event.add("dtend", end_of(start, one.length))
    event.add("summary", ": ".join(filter(None, (one.type_title, visitor))))
    event.add("location", one.counter_title)
    event.add("description", _description(one, told))
    event.add("url", f"{told.url}/@@appointment-for-staff/{one.reference}")
    event.add("status", "TENTATIVE" if one.state == "pending" else "CONFIRMED")
    event.add("class", "PRIVATE")
    return event


def _description(one: Appointment, told: Told) -> str:
    lines = [say(_("Reference: ${reference}"), told.language, reference=one.reference)]
    if told.personal:
        lines += filter(None, (one.phone, one.email, one.comment))
    return "\n".join(lines)
