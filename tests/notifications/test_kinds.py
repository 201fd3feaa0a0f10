"""All kinds of letters in both languages, with a neighbour in the same town whom nobody hears of."""

from collections.abc import Callable
from collective.rendezvous.booking.desk import Desk
from email.message import EmailMessage
from html import unescape
from icalendar import Calendar
from lxml.etree import fromstring
from tests.notifications.conftest import THURSDAY
from tests.town import change
from tests.town import visitor
from tests.town import wish
from typing import Any

import pytest
import re
import transaction


TEN = "2026-11-12T10:00:00+01:00"
SECRETS = ("Zyxvoisin", "zyx@example.org", "Très confidentiel", "0612345678", "Note interne")
OPENINGS = {
    "fr": [
        "Votre rendez-vous est confirmé.",
        "Votre rendez-vous est déplacé.",
        "Votre rendez-vous a été modifié",
        "Nous en sommes désolés",
        "Votre rendez-vous est annulé.",
    ],
    "en": [
        "Your appointment is confirmed.",
        "Your appointment has moved.",
        "Your appointment has changed",
        "We are sorry",
        "Your appointment is cancelled.",
    ],
}


@pytest.fixture
def neighbour(section: Any, staff: Desk) -> Any:
    """Somebody else, who comes just before."""
    who = visitor("Zyxvoisin", email="zyx@example.org", phone="0612345678")
    return staff.book(wish("2026-11-12T09:00:00+01:00", visitor=who, comment="Très confidentiel")).appointment


def checked(message: EmailMessage, language: str) -> str:
    """The words of the plain part, once both parts are found right."""
    plain = message.get_body(("plain",)).get_content()
    drawn = message.get_body(("html",)).get_content()
    root = fromstring(drawn.removeprefix("<!DOCTYPE html>").encode())
    assert root.get("lang") == message["Content-Language"] == language
    assert message["Auto-Submitted"] == "auto-generated"
    assert re.fullmatch(r"<[\w.-]+@example\.org>", message["Message-ID"])
    assert "${" not in plain and "${" not in drawn
    text = " ".join(root.find("{*}body").itertext())
    for line in plain.splitlines():
        for word in line.removeprefix("- ").replace("\xa0:", " ").replace(":", " ").split():
            assert word in text or "://" in line, word
    for part in message.walk():
        if part.get_content_maintype() != "multipart":
            told = unescape(part.get_payload(decode=True).decode())
            for secret in SECRETS:
                assert secret not in told
    return plain


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_letter_of_a_life_in_its_language(
    neighbour: Any, staff: Desk, citizen: Desk, sent: Callable[[], list[EmailMessage]], language: str
) -> None:
    sent()
    letters = []
    made = citizen.book(wish(THURSDAY), language=language).appointment
    letters += sent()
    citizen.move(made.reference, {"start": TEN}, made.key)
    letters += sent()
    staff.change(made.reference, {"notes": "Note interne"}, tell=True)
    letters += sent()
    staff.propose([made.reference])
    letters += sent()
    citizen.cancel(made.reference, made.key)
    letters += sent()
    for letter, opening in zip(letters, OPENINGS[language], strict=True):
        text = checked(letter, language)
        assert opening in text.replace("\xa0", " ")
        assert made.reference in text
    assert len({letter["Message-ID"] for letter in letters}) == 5
    assert len({letter["References"] for letter in letters}) == 1


def calendar(message: EmailMessage) -> tuple[str, Any] | None:
    """The method and the event of a letter's calendar file, which it carries twice."""
    parts = {part.get_content_type(): part for part in message.walk()}
    if "text/calendar" not in parts:
        assert "application/ics" not in parts
        return None
    file = parts["text/calendar"].get_payload(decode=True)
    assert parts["application/ics"].get_payload(decode=True) == file
    read = Calendar.from_ical(file)
    assert parts["text/calendar"].get_param("method") == read["METHOD"]
    return str(read["METHOD"]), read.walk("VEVENT")[0]


def test_the_calendar_follows_the_appointment(
    citizen: Desk, staff: Desk, sent: Callable[[], list[EmailMessage]]
) -> None:
    made = citizen.book(wish(THURSDAY)).appointment
    first = calendar(sent()[0])
    citizen.move(made.reference, {"start": TEN}, made.key)
    second = calendar(sent()[0])
    staff.propose([made.reference])
    assert calendar(sent()[0]) is None
    staff.transition(made.reference, "cancel")
    third = calendar(sent()[0])
    staff.transition(made.reference, "undo")
    fourth = calendar(sent()[0])
    staff.delete(made.reference)
    last = calendar(sent()[0])
    told = [first, second, third, fourth, last]
    assert [each and each[0] for each in told] == ["REQUEST", "REQUEST", "CANCEL", "REQUEST", "CANCEL"]
    events = [each[1] for each in told if each]
    assert len({event["UID"] for event in events}) == 1
    sequences = [int(event["SEQUENCE"]) for event in events]
    assert sequences == sorted(set(sequences))
    assert [event["STATUS"] for event in events][-1] == "CANCELLED"
    assert events[1].decoded("DTSTART").hour == 10


def test_what_is_not_confirmed_yet_goes_into_no_calendar(
    section: Any, citizen: Desk, sent: Callable[[], list[EmailMessage]]
) -> None:
    change(section["cni"], confirmation="email")
    transaction.commit()
    made = citizen.book(wish(THURSDAY)).appointment
    (asking,) = sent()
    assert calendar(asking) is None
    citizen.cancel(made.reference, made.key)
    (cancelled,) = sent()
    assert calendar(cancelled) is None
