"""An appointment as a calendar file (RFC 5545), to put in one's own calendar."""

from collective.rendezvous import _
from collective.rendezvous.notifications.facts import Facts
from collective.rendezvous.words.speech import say
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from icalendar import Calendar
from icalendar import Event


PRODUCT = "-//collective.rendezvous//collective.rendezvous//EN"
YEAR = timedelta(days=366)
"""Clock changes are told this long before and after, no more: the file stays small."""

STATUS = {"pending": "TENTATIVE", "cancelled": "CANCELLED", "expired": "CANCELLED"}


def calendar_file(facts: Facts) -> bytes:
    """Return the file, its time zone included; the same appointment always has the same UID."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_event(facts))
    first, last = (facts.start - YEAR).date(), (facts.start + YEAR).date()
    calendar.add_missing_timezones(first_date=first, last_date=last)
    return calendar.to_ical()


def _event(facts: Facts) -> Event:
    event = Event()
    event.add("uid", facts.uid)
    event.add("sequence", facts.sequence)
    event.add("dtstamp", datetime.fromtimestamp(facts.changed, UTC))
    event.add("dtstart", facts.start)
    event.add("dtend", facts.end)
    event.add("summary", facts.type)
    event.add("location", facts.address)
    event.add("description", _description(facts))
    event.add("url", facts.manage_url)
    event.add("status", STATUS.get(facts.state, "CONFIRMED"))
    event.add("class", "PRIVATE")
    return event


def _description(facts: Facts) -> str:
    reference = say(_("Reference: ${reference}"), facts.language, reference=facts.reference)
    manage = say(_("See, move or cancel: ${url}"), facts.language, url=facts.manage_url)
    bring = say(_("What to bring:"), facts.language)
    documents = f"{bring}\n{facts.documents}" if facts.documents else ""
    return "\n\n".join(filter(None, (reference, documents, facts.instructions, manage)))
