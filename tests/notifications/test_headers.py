"""Nothing that anybody writes adds a header to a letter, and every line can travel."""

from collective.rendezvous.notifications.appointment_letter import appointment_letter
from collective.rendezvous.notifications.blocks import Link
from collective.rendezvous.notifications.blocks import Paragraph
from collective.rendezvous.notifications.invitation import Invitation
from collective.rendezvous.notifications.letter import write
from collective.rendezvous.notifications.mailbox import addressed
from collective.rendezvous.notifications.text import Text
from email import message_from_bytes
from email import policy
from email.message import EmailMessage
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from tests.notifications.invented import facts
from tests.notifications.invented import NOW
from types import SimpleNamespace
from typing import Any

import pytest


HEADERS = [
    "Auto-Submitted",
    "Content-Language",
    "Content-Type",
    "Date",
    "From",
    "MIME-Version",
    "Message-ID",
    "References",
    "Subject",
    "To",
    "X-Auto-Response-Suppress",
]
BREAKS = [
    "\r\n",
    "\n",
    "\r",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x1d",
    "\x1e",
    "\x85",
    "\u2028",
    "\u2029",
    "\x00",
    "\ud800",
]
NASTY = st.builds(
    "{}{}Bcc: all@example.org{}".format,
    st.text(max_size=20),
    st.sampled_from(BREAKS),
    st.sampled_from([*BREAKS, " ", "\r\n\r\n"]),
)
ANY = (
    st.text(max_size=200)
    | NASTY
    | st.sampled_from(["a" * 500, "é" * 300, "=?utf-8?q?x?=", '"', "<b@c.d>, ", "山" * 90])
)


def office(**fields: Any) -> Any:
    """A section, as far as letters know it."""
    made = {
        "title": "Rendez-vous",
        "sender_name": "Mairie",
        "sender_address": "mairie@example.org",
        "contact_email": "",
        "contact_phone": "",
        "holidays_country": "FR",
    }
    return SimpleNamespace(**{**made, **fields})


def sent(message: EmailMessage) -> tuple[bytes, EmailMessage]:
    """A letter as it goes over the wire, and as it is read there."""
    wire = message.as_bytes()
    return wire, message_from_bytes(wire, policy=policy.default)


@settings(max_examples=150, deadline=None)
@given(subject=ANY, name=ANY, sender=ANY, kind=st.sampled_from(["confirmed", "cancelled", "proposal"]))
def test_names_titles_and_senders_stay_in_their_headers(
    subject: str, name: str, sender: str, kind: str
) -> None:
    own = f"${{visitor}} {subject} ${{type}}"
    section = office(**{"sender_name": sender or "x", f"mail_{kind}_subject": own})
    made = facts(visitor=name, type=subject, address=subject)
    wire, read = sent(appointment_letter(section, kind, made, "marie@example.org", NOW, 1_790_000_000))
    assert sorted(read.keys(), key=str.lower) == sorted(HEADERS, key=str.lower)
    assert [address.addr_spec for address in read["From"].addresses] == ["mairie@example.org"]
    assert [address.addr_spec for address in read["To"].addresses] == ["marie@example.org"]
    head = wire.partition(b"\r\n\r\n")[0]
    assert head.isascii()
    for line in wire.split(b"\r\n"):
        assert len(line) <= 998
        assert b"\n" not in line and b"\r" not in line
    for line in head.split(b"\r\n"):
        assert not line.lower().startswith(b"bcc")


@settings(max_examples=150, deadline=None)
@given(body=ANY, url=ANY)
def test_a_body_of_any_text_makes_no_part_and_no_long_line(body: str, url: str) -> None:
    text = Text("Bonjour", [Paragraph(body), Link("Ouvrir", f"https://example.org/{url}")], "fr")
    wire, read = sent(write(office(), "marie@example.org", text))
    assert [part.get_content_type() for part in read.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    assert all(len(line) <= 78 for line in wire.split(b"\r\n"))


TOWN = "Ville d'Évreux, accueil et état civil"


@pytest.mark.parametrize("subject", ["Rendez-vous du jeudi", "é" * 400, "mot " * 200, "山田" * 150])
def test_headers_are_folded_and_come_back_whole(subject: str) -> None:
    wire, read = sent(write(office(sender_name=TOWN), "marie@example.org", Text(subject, [], "fr")))
    assert read["Subject"] == subject.strip()
    assert read["From"].addresses[0].display_name == TOWN
    assert all(len(line) <= 78 for line in wire.partition(b"\r\n\r\n")[0].split(b"\r\n"))


@pytest.mark.parametrize(
    ("written", "reached"),
    [
        ("marie@example.org", "marie@example.org"),
        ("jean@mairie-évreux.example", "jean@xn--mairie-vreux-heb.example"),
        ("JEAN@Straße.example", "JEAN@xn--strae-oqa.example"),
        ("o'hara@example.org", "o'hara@example.org"),
        ("q&a+rdv@example.org", "q&a+rdv@example.org"),
    ],
)
def test_a_domain_is_written_in_the_letters_of_the_dns(written: str, reached: str) -> None:
    assert addressed(written).addr_spec == reached
    _wire, read = sent(write(office(), written, Text("x", [], "fr")))
    assert read["To"].addresses[0].addr_spec == reached


@pytest.mark.parametrize(
    "written",
    [
        "",
        "a",
        "@example.org",
        "a@",
        "josé@example.org",
        "a@ex ample.org",
        "a@example.org, b@example.org",
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org\u2028b",
        "<a@example.org>",
        "a@-\u0300.example",
        "a b@example.org",
        "a@b@example.org",
        "a(comment)@example.org",
    ],
)
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(ValueError):
        addressed(written)


@settings(max_examples=150, deadline=None)
@given(ANY)
def test_any_text_is_one_address_or_none(written: str) -> None:
    try:
        found = addressed(written)
    except ValueError:
        return
    _wire, read = sent(write(office(), written, Text("x", [], "fr")))
    assert [address.addr_spec for address in read["To"].addresses] == [found.addr_spec]
    assert found.addr_spec.isascii()


def test_replies_go_to_whom_the_town_names() -> None:
    _wire, read = sent(
        write(office(contact_email="accueil@example.org"), "m@example.org", Text("x", [], "fr"))
    )
    assert read["Reply-To"] == "accueil@example.org"
    _wire, read = sent(
        write(office(contact_email="mairie@example.org"), "m@example.org", Text("x", [], "fr"))
    )
    assert "Reply-To" not in read


def test_a_letter_sent_twice_is_the_same_letter() -> None:
    letters = [
        appointment_letter(office(), "confirmed", facts(), "m@example.org", NOW, 1_790_000_000) for _ in "ab"
    ]
    assert letters[0]["Message-ID"] == letters[1]["Message-ID"]
    later = appointment_letter(office(), "changed", facts(), "m@example.org", NOW, 1_790_000_100)
    assert later["Message-ID"] != letters[0]["Message-ID"]
    assert later["References"] == letters[0]["References"]
    assert "abc" not in f"{later['References']}{later['Message-ID']}"


def test_an_invitation_is_an_alternative_and_a_file() -> None:
    text = Text("Bonjour", [Paragraph("x")], "fr")
    made = Invitation(b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n", "REQUEST", "K7.ics")
    _wire, read = sent(write(office(), "marie@example.org", text, invitation=made))
    assert [part.get_content_type() for part in read.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
    ]
    calendar, file = list(read.walk())[4:]
    assert calendar.get_param("method") == "REQUEST"
    assert calendar.get_content_charset() == "utf-8"
    assert calendar.get_content_disposition() is None
    assert calendar.get_payload(decode=True) == made.file
    assert file.get_filename() == "K7.ics"
    assert file.get_content_disposition() == "attachment"
    assert file.get_content() == made.file
    assert read["Content-Language"] == "fr"
