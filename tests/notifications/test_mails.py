from Acquisition import aq_base
from collections.abc import Callable
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.notifications.appointment_letter import appointment_letter
from collective.rendezvous.notifications.facts import facts_of
from email.message import EmailMessage
from plone.app.textfield.value import RichTextValue
from tests.notifications.conftest import NOW
from tests.notifications.conftest import THURSDAY
from tests.town import change
from tests.town import visitor
from tests.town import wish
from typing import Any

import pytest
import transaction


Sent = Callable[[], list[EmailMessage]]


def text(message: EmailMessage) -> str:
    return message.get_body(("plain",)).get_content().replace("\xa0", " ").replace("\r\n", "\n")


def test_a_booking_is_confirmed_by_mail_with_its_link(section: Any, citizen: Desk, sent: Sent) -> None:
    documents = [{"document": "Photo d'identité", "note": ""}]
    instructions = RichTextValue("<p>Les <b>originaux</b>.</p><p>Merci.</p>", "text/html", "text/x-html-safe")
    change(section["cni"], documents=documents, instructions=instructions)
    transaction.commit()
    appointment = citizen.book(wish(THURSDAY), language="fr").appointment
    (message,) = sent()
    assert message["To"] == "marie.durand@example.org"
    assert message["From"] == "Mairie de Valombre <mairie@example.org>"
    assert message["Subject"].replace("\xa0", " ") == "Votre rendez-vous du jeudi 12 novembre 2026 à 9 h 20"
    assert message["Auto-Submitted"] == "auto-generated"
    body = text(message)
    assert "Votre rendez-vous est confirmé." in body
    assert "Motif : Carte d'identité" in body
    assert "Pour : Marie Durand" in body
    assert "À apporter :\n- Photo d'identité" in body
    assert "Les originaux.\nMerci." in body
    url = f"{section.absolute_url()}/@@appointment/{appointment.reference}?key={appointment.key}"
    assert url in body.splitlines()


def test_a_mail_speaks_the_language_of_the_booking(citizen: Desk, sent: Sent) -> None:
    citizen.book(wish(THURSDAY), language="en")
    (message,) = sent()
    assert message["Subject"] == "Your appointment on Thursday 12 November 2026 at 9:20"
    assert message["Content-Language"] == "en"


def test_a_type_that_asks_for_it_is_confirmed_by_the_mail_alone(
    section: Any, citizen: Desk, sent: Sent
) -> None:
    change(section["cni"], confirmation="email")
    transaction.commit()
    appointment = citizen.book(wish(THURSDAY), language="fr").appointment
    (asking,) = sent()
    assert asking["Subject"].startswith("Confirmez votre rendez-vous du jeudi 12 novembre")
    assert "avant le mardi 10 novembre à 10 h 12" in text(asking)
    assert f"key={appointment.key}" in text(asking)
    citizen.confirm(appointment.reference, appointment.key)
    (confirmed,) = sent()
    assert "Votre rendez-vous est confirmé." in text(confirmed)


def test_moving_and_cancelling_are_told(citizen: Desk, sent: Sent) -> None:
    appointment = citizen.book(wish(THURSDAY), language="fr").appointment
    sent()
    citizen.move(appointment.reference, {"start": "2026-11-12T10:00:00+01:00"}, appointment.key)
    (moved,) = sent()
    citizen.cancel(appointment.reference, appointment.key)
    (cancelled,) = sent()
    assert "déplacé au jeudi 12 novembre 2026 à 10 h 00" in moved["Subject"].replace("\xa0", " ")
    assert "est annulé" in cancelled["Subject"]
    assert "key=" not in text(cancelled)


def test_staff_tell_what_concerns_the_visitor_and_nothing_else(staff: Desk, sent: Sent) -> None:
    appointment = staff.book(wish(THURSDAY), language="fr").appointment
    assert len(sent()) == 1
    staff.change(appointment.reference, {"notes": "Très aimable"})
    staff.transition(appointment.reference, "arrive")
    assert sent() == []


def test_a_deleted_appointment_to_come_is_told_once(staff: Desk, sent: Sent) -> None:
    kept = staff.book(wish(THURSDAY)).appointment.reference
    staff.transition(kept, "cancel")
    assert len(sent()) == 1
    staff.delete(kept)
    assert sent() == []
    gone = staff.book(wish(THURSDAY)).appointment.reference
    assert len(sent()) == 1
    staff.delete(gone)
    assert len(sent()) == 1


def test_without_an_address_nobody_is_written_to(staff: Desk, sent: Sent) -> None:
    staff.book(wish(THURSDAY, visitor={"first_name": "Marie", "last_name": "Durand"}))
    assert sent() == []


def test_a_booking_that_is_rolled_back_sends_nothing(section: Any, staff: Desk, sent: Sent) -> None:
    staff.commit = None
    staff.book(wish(THURSDAY))
    transaction.abort()
    transaction.commit()
    assert sent() == []


def test_a_server_that_is_down_breaks_no_booking(
    portal: Any, citizen: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: Any, **options: Any) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(type(aq_base(portal.MailHost)), "send", refuse)
    appointment = citizen.book(wish(THURSDAY)).appointment
    transaction.begin()
    assert citizen.read(appointment.reference, appointment.key) is appointment


def test_a_sender_without_address_breaks_no_booking(section: Any, citizen: Desk, sent: Sent) -> None:
    change(section, sender_address="pas une adresse")
    transaction.commit()
    assert citizen.book(wish(THURSDAY)).state == "confirmed"
    assert sent() == []


def test_a_town_writes_its_own_texts(section: Any, citizen: Desk, sent: Sent) -> None:
    change(
        section,
        mail_confirmed_subject="RDV ${reference}, ${nothing} 100 $",
        mail_confirmed_body="Bonjour ${visitor},\nà ${time}.",
        sender_name="Accueil, guichets",
        sender_address="accueil@example.org",
    )
    transaction.commit()
    appointment = citizen.book(wish(THURSDAY), language="fr").appointment
    (message,) = sent()
    assert message["Subject"] == f"RDV {appointment.reference}, ${{nothing}} 100 $"
    assert text(message) == "Bonjour Marie Durand,\nà 9 h 20.\n"
    assert message["From"] == '"Accueil, guichets" <accueil@example.org>'


@pytest.mark.parametrize(
    "name", ["Eve\r\nBcc: all@example.org", "Eve\nBcc: all@example.org", "Eve\u2028Bcc: x"]
)
def test_no_name_adds_a_header(section: Any, citizen: Desk, name: str) -> None:
    change(section, mail_confirmed_subject="Pour ${visitor}", sender_name=name)
    appointment = citizen.book(wish(THURSDAY)).appointment
    appointment.first_name = name
    message = appointment_letter(
        section, "confirmed", facts_of(section, appointment), "marie@example.org", NOW
    )
    assert "bcc" not in {header.lower() for header in message}
    headers = bytes(message).partition(b"\r\n\r\n")[0]
    assert not [line for line in headers.splitlines() if line.lower().startswith(b"bcc")]


@pytest.mark.parametrize(
    "address", ["a@example.org\r\nBcc: b@example.org", "a@example.org, b@example.org", "", "a"]
)
def test_no_address_is_two(section: Any, citizen: Desk, address: str) -> None:
    appointment = citizen.book(wish(THURSDAY)).appointment
    with pytest.raises(ValueError):
        appointment_letter(section, "confirmed", facts_of(section, appointment), address, NOW)


def test_a_name_in_any_script_arrives_whole(citizen: Desk, sent: Sent) -> None:
    citizen.book(wish(THURSDAY, visitor=visitor("Łukasz-Ñandú 山田 😀")), language="fr")
    assert "Marie Łukasz-Ñandú 山田 😀" in text(sent()[0])
