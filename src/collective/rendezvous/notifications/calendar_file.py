"""An appointment as a calendar file (RFC 5545), to keep or to be told of changes (RFC 5546)."""

from collective.rendezvous import _
from collective.rendezvous.notifications.facts import Facts
from collective.rendezvous.notifications.text import one_line
from collective.rendezvous.notifications.text import visible
from collective.rendezvous.notifications.zones import explained
from collective.rendezvous.words.speech import say
from datetime import datetime
from datetime import UTC
from email.headerregistry import Address
from icalendar import Calendar
from icalendar import Event
from icalendar import vCalAddress
from urllib.parse import quote
from zoneinfo import ZoneInfo


PRODUCT = "-//collective.rendezvous//collective.rendezvous//EN"
STATUS = {"pending": "TENTATIVE", "cancelled": "CANCELLED", "expired": "CANCELLED"}
LONGEST_NAME = 200
OF_PARAMETERS = str.maketrans({'"': "'", "\\": "/"})
"""What the value of a parameter cannot hold, or what some programs take for an escape."""


def calendar_file(facts: Facts, organizer: Address | None, now: datetime) -> bytes:
    """Return the file to keep, its time zone included; the same appointment always has the same UID."""
    return _file(facts, "PUBLISH", _event(facts, organizer, now))


def request(facts: Facts, organizer: Address, attendee: Address, now: datetime) -> bytes:
    """Return the file that puts the appointment into the visitor's calendar, or moves it there.

    The visitor has agreed already: nothing is asked, and no reply.
    """
    event = _event(facts, organizer, now)
    event.add("attendee", _attendee(facts, attendee))
    return _file(facts, "REQUEST", event)


def cancel(facts: Facts, organizer: Address, attendee: Address, now: datetime) -> bytes:
    """Return the file that takes it out of the visitor's calendar."""
    event = _event(facts, organizer, now)
    event.pop("url", None)
    event.add("attendee", _attendee(facts, attendee))
    return _file(facts, "CANCEL", event)


def _file(facts: Facts, method: str, event: Event) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    zone = facts.start.tzinfo
    assert isinstance(zone, ZoneInfo)
    calendar.add_component(explained(zone, facts.start, facts.end))
    calendar.add_component(event)
    return calendar.to_ical()


def _event(facts: Facts, organizer: Address | None, now: datetime) -> Event:
    event = Event()
    event.add("uid", facts.uid)
    event.add("sequence", facts.sequence)
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("last-modified", datetime.fromtimestamp(facts.changed, UTC))
    event.add("organizer", _organizer(facts, organizer))
    event.add("dtstart", facts.start)
    event.add("dtend", facts.end)
    event.add("summary", one_line(facts.type))
    event.add("location", one_line(facts.address))
    event.add("description", visible(description(facts, facts.manage_url)))
    event.add("url", facts.manage_url)
    event.add("status", STATUS.get(facts.state, "CONFIRMED"))
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE")
    return event


def description(facts: Facts, manage_url: str = "") -> str:
    """Return what to know about it; with the address of its page for its visitor's eyes alone."""
    reference = say(_("Reference: ${reference}"), facts.language, reference=facts.reference)
    manage = say(_("See, move or cancel: ${url}"), facts.language, url=manage_url) if manage_url else ""
    bring = say(_("What to bring:"), facts.language)
    documents = f"{bring}\n{facts.documents}" if facts.documents else ""
    return "\n\n".join(filter(None, (reference, documents, facts.instructions, manage)))


def _organizer(facts: Facts, organizer: Address | None) -> vCalAddress:
    """Who gives the appointment: an address, else the page of the office, which is a URI as well."""
    if organizer is None:
        return _person(facts.office_url, facts.office)
    return _person(_mailto(organizer), organizer.display_name or facts.office)


def _attendee(facts: Facts, attendee: Address) -> vCalAddress:
    person = _person(_mailto(attendee), facts.visitor)
    person.params.update(
        {
            "CUTYPE": "INDIVIDUAL",
            "ROLE": "REQ-PARTICIPANT",
            "PARTSTAT": "ACCEPTED",
            "RSVP": "FALSE",
        }
    )
    return person


def _person(uri: str, name: str) -> vCalAddress:
    person = vCalAddress(uri)
    name = one_line(name).translate(OF_PARAMETERS)[:LONGEST_NAME]
    if name:
        person.params["CN"] = name
    return person


def _mailto(address: Address) -> str:
    return f"mailto:{quote(address.addr_spec, safe='@+!$&*=_~-.')}"
