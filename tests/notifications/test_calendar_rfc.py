"""Calendar files against RFC 5545 and 5546: what must be in them, and that nothing else gets in."""

from collections.abc import Callable
from collective.rendezvous.notifications import calendar_file
from collective.rendezvous.notifications.facts import Facts
from collective.rendezvous.notifications.zones import explained
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from email.headerregistry import Address
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from icalendar import Calendar
from tests.notifications.invented import facts
from tests.notifications.invented import MARIE
from tests.notifications.invented import NOW
from tests.notifications.invented import PARIS
from tests.notifications.invented import TOWN
from typing import Any
from zoneinfo import ZoneInfo

import pytest


def published(made: Facts) -> bytes:
    return calendar_file.calendar_file(made, TOWN, NOW)


def requested(made: Facts) -> bytes:
    return calendar_file.request(made, TOWN, MARIE, NOW)


def cancelled(made: Facts) -> bytes:
    return calendar_file.cancel(made, TOWN, MARIE, NOW)


FILES: dict[str, Callable[[Facts], bytes]] = {
    "PUBLISH": published,
    "REQUEST": requested,
    "CANCEL": cancelled,
}
ONCE = {"DTSTAMP", "DTSTART", "DTEND", "ORGANIZER", "SEQUENCE", "SUMMARY", "UID", "STATUS", "CLASS", "TRANSP"}
ONCE |= {"LAST-MODIFIED", "LOCATION", "DESCRIPTION"}
# RFC 5546, 3.2.1, 3.2.2 and 3.2.5: what an event of that method has, and how often.
TABLES = {
    "PUBLISH": ONCE | {"URL"},
    "REQUEST": ONCE | {"URL", "ATTENDEE"},
    "CANCEL": ONCE | {"ATTENDEE"},
}


def read(file: bytes) -> tuple[Any, Any]:
    calendar = Calendar.from_ical(file)
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def names(event: Any) -> list[str]:
    """The names of its properties, each as often as it has it."""
    return [name for name, _value in event.property_items(recursive=False) if name not in ("BEGIN", "END")]


@pytest.mark.parametrize("method", FILES)
def test_each_method_has_what_the_standard_asks_of_it_once(method: str) -> None:
    state = "cancelled" if method == "CANCEL" else "confirmed"
    calendar, event = read(FILES[method](facts(state=state)))
    assert calendar["METHOD"] == method
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert {component.name for component in calendar.subcomponents} == {"VTIMEZONE", "VEVENT"}
    assert sorted(names(event)) == sorted(TABLES[method])
    assert event["STATUS"] == ("CANCELLED" if method == "CANCEL" else "CONFIRMED")
    assert event.decoded("DTSTAMP") == NOW.astimezone(UTC)
    assert event["ORGANIZER"] == "mailto:mairie@example.org"
    assert event["ORGANIZER"].params["CN"] == "Mairie de Valombre"
    assert not event.errors


def test_no_reply_is_asked_of_who_has_agreed_already() -> None:
    _calendar, event = read(requested(facts()))
    attendee = event["ATTENDEE"]
    assert attendee == "mailto:marie.durand@example.org"
    assert attendee.params["PARTSTAT"] == "ACCEPTED"
    assert attendee.params["RSVP"] == "FALSE"
    assert attendee.params["CN"] == "Mme Inès Garnier"


def test_a_change_and_a_cancellation_speak_of_the_same_event_and_come_later() -> None:
    events = [
        read(requested(facts(sequence=0)))[1],
        read(requested(facts(sequence=1)))[1],
        read(cancelled(facts(sequence=2, state="cancelled")))[1],
    ]
    assert len({event["UID"] for event in events}) == 1
    assert [event["SEQUENCE"] for event in events] == [0, 1, 2]


def test_a_cancellation_tells_no_address_that_opens_it() -> None:
    made = facts(state="cancelled", manage_url="https://x.example/K?key=SECRET")
    file = cancelled(made).replace(b"\r\n ", b"")
    assert b"URL:" not in file


def test_an_office_without_an_address_is_named_by_its_page() -> None:
    _calendar, event = read(calendar_file.calendar_file(facts(), None, NOW))
    assert event["ORGANIZER"] == "https://mairie.example/rendez-vous"


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=300)
NASTY = st.sampled_from(
    [
        "x\r\nATTENDEE:mailto:evil@example.org",
        "x\nEND:VEVENT\nBEGIN:VEVENT",
        'a"b;c:d,e\\f',
        'x";RSVP=TRUE:mailto:evil@example.org\r\nX-A:"',
        "\u2028ORGANIZER:mailto:evil@example.org",
        "\x85URL:https://evil.example",
        "é" * 200,
        "山田" * 60,
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    text=TEXTS | NASTY,
    name=TEXTS | NASTY,
    sender=TEXTS | NASTY,
    method=st.sampled_from(sorted(FILES)),
)
def test_nothing_that_anybody_writes_gets_out_of_its_value(
    text: str, name: str, sender: str, method: str
) -> None:
    made = facts(type=text, address=text, documents=text, instructions=text, visitor=name, office=sender)
    town = Address(" ".join(sender.split())[:100].replace("\x00", ""), addr_spec="mairie@example.org")
    file = {
        "PUBLISH": lambda: calendar_file.calendar_file(made, town, NOW),
        "REQUEST": lambda: calendar_file.request(made, town, MARIE, NOW),
        "CANCEL": lambda: calendar_file.cancel(made, town, MARIE, NOW),
    }[method]()
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    assert b"\n" not in file.replace(b"\r\n", b"") and b"\r" not in file.replace(b"\r\n", b"")
    _calendar, event = read(file)
    assert sorted(names(event)) == sorted(TABLES[method])
    if method != "PUBLISH":
        assert event["ATTENDEE"] == "mailto:marie.durand@example.org"
        assert event["ATTENDEE"].params["RSVP"] == "FALSE"
    assert event["ORGANIZER"] == "mailto:mairie@example.org"


def test_texts_come_back_as_they_were() -> None:
    text = "Déposer, prendre; \\ « deux \\n lignes »\nSeconde : 100 %"
    _calendar, event = read(requested(facts(type="A, b; c\\d", instructions=text)))
    assert event["SUMMARY"] == "A, b; c\\d"
    assert text in event["DESCRIPTION"]


ZONES = ["Europe/Paris", "America/Guadeloupe", "Indian/Reunion", "Pacific/Noumea", "America/Miquelon", "UTC"]
ZONES += ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kolkata"]


@pytest.mark.parametrize("key", ZONES)
def test_a_zone_is_explained_as_it_is(key: str) -> None:
    zone = ZoneInfo(key)
    explanation = explained(zone, datetime(2026, 1, 1), datetime(2026, 12, 31))
    told = explanation.to_tz(lookup_tzid=False)
    moment = datetime(2026, 1, 1, 12, tzinfo=UTC)
    while moment.year == 2026:
        assert moment.astimezone(told).utcoffset() == moment.astimezone(zone).utcoffset(), moment
        moment += timedelta(hours=12, minutes=7)


def test_clock_changes_are_told_by_rules_since_outlook_reads_nothing_else() -> None:
    parts = {part.name: part for part in explained(PARIS, NOW, NOW).subcomponents}
    assert parts["DAYLIGHT"]["RRULE"].to_ical() == b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"
    assert parts["STANDARD"]["RRULE"].to_ical() == b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"
    assert parts["DAYLIGHT"].decoded("DTSTART") == datetime(2025, 3, 30, 2)
    assert parts["STANDARD"].decoded("DTSTART") == datetime(2025, 10, 26, 3)
    assert not any("RDATE" in part for part in parts.values())
