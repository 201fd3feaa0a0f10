"""Which of what staff do is told to the visitor, and nothing else."""

from collections.abc import Callable
from collective.rendezvous import clock
from collective.rendezvous.booking.desk import Desk
from datetime import timedelta
from email.message import EmailMessage
from tests.notifications.conftest import NOW
from tests.notifications.conftest import THURSDAY
from tests.town import agent
from tests.town import change
from tests.town import wish
from typing import Any

import pytest
import transaction


Sent = Callable[[], list[EmailMessage]]
TEN = "2026-11-12T10:00:00+01:00"
MOVED = "Votre rendez-vous est déplacé au jeudi 12 novembre 2026 à 10 h 00"


@pytest.fixture
def booked(staff: Desk, sent: Sent) -> Any:
    appointment = staff.book(wish(THURSDAY), language="fr").appointment
    sent()
    return appointment


def subjects(messages: list[EmailMessage]) -> list[str]:
    return [message["Subject"].replace("\xa0", " ") for message in messages]


def test_a_booking_by_staff_is_confirmed_where_there_is_an_address(staff: Desk, sent: Sent) -> None:
    staff.book(wish(THURSDAY), language="fr")
    assert subjects(sent()) == ["Votre rendez-vous du jeudi 12 novembre 2026 à 9 h 20"]


@pytest.mark.parametrize(
    ("data", "subject"),
    [
        ({"start": TEN}, MOVED),
        ({"type": "logement"}, "Votre rendez-vous du jeudi 12 novembre 2026 à 9 h 20 a été modifié"),
        (
            {"start": TEN, "notes": "Appelée"},
            MOVED,
        ),
    ],
)
def test_another_time_or_type_is_told_once(
    staff: Desk, sent: Sent, booked: Any, data: dict[str, Any], subject: str
) -> None:
    staff.change(booked.reference, data)
    assert subjects(sent()) == [subject]


@pytest.mark.parametrize(
    "data",
    [
        {"notes": "Très aimable"},
        {"comment": "Avec une poussette"},
        {"visitor": {"phone": "02 61 91 00 10", "email": "autre@example.org"}},
        {"agent": "albert"},
        {"start": THURSDAY, "type": "cni"},
        {},
    ],
)
def test_nothing_else_is_told_unless_staff_want_it(
    section: Any, staff: Desk, sent: Sent, booked: Any, data: dict[str, Any]
) -> None:
    change(section["guichet-standard"], capacity=2)
    agent(section, "albert", section["cni"])
    transaction.commit()
    staff.change(booked.reference, data)
    assert sent() == []
    staff.change(booked.reference, data, tell=True)
    (message,) = sent()
    assert message["To"] == booked.email
    assert subjects([message]) == ["Votre rendez-vous du jeudi 12 novembre 2026 à 9 h 20 a été modifié"]


def test_who_wants_a_move_told_tells_it_once(staff: Desk, sent: Sent, booked: Any) -> None:
    data = {"start": TEN, "visitor": {"email": "nouvelle@example.org"}}
    staff.change(booked.reference, data, tell=True)
    (message,) = sent()
    assert message["To"] == "nouvelle@example.org"
    assert subjects([message]) == [MOVED]


def test_the_texts_of_the_town_for_a_change_serve_both(
    section: Any, staff: Desk, sent: Sent, booked: Any
) -> None:
    change(section, mail_changed_subject="Changement ${reference}", mail_changed_body="Voir ${manage_url}")
    transaction.commit()
    staff.change(booked.reference, {"notes": "Autre adresse"}, tell=True)
    assert subjects(sent()) == [f"Changement {booked.reference}"]


@pytest.mark.parametrize("steps", [["arrive"], ["honour"], ["no_show"], ["arrive", "undo"]])
def test_follow_up_is_told_to_nobody(staff: Desk, sent: Sent, booked: Any, steps: list[str]) -> None:
    for step in steps:
        staff.transition(booked.reference, step)
    assert sent() == []


def test_a_change_that_is_rolled_back_tells_nothing(staff: Desk, sent: Sent, booked: Any) -> None:
    staff.commit = None
    staff.change(booked.reference, {"start": TEN}, tell=True)
    staff.delete(booked.reference)
    transaction.abort()
    transaction.commit()
    assert sent() == []


def test_what_has_begun_is_cancelled_and_deleted_in_silence(
    staff: Desk, sent: Sent, booked: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = NOW + timedelta(days=3)
    monkeypatch.setattr(clock, "now", lambda: later)
    staff.now = later
    staff.transition(booked.reference, "cancel")
    staff.delete(booked.reference)
    assert sent() == []


def test_what_was_never_confirmed_and_expired_goes_in_silence(
    section: Any, citizen: Desk, staff: Desk, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(section["cni"], confirmation="email")
    transaction.commit()
    appointment = citizen.book(wish(THURSDAY), language="fr").appointment
    sent()
    later = NOW + timedelta(hours=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    staff.now = later
    staff.delete(appointment.reference)
    assert sent() == []


def test_another_date_is_told_although_something_else_changed_before_the_mail_left(
    staff: Desk, sent: Sent, booked: Any
) -> None:
    staff.change(booked.reference, {"start": THURSDAY.replace("09:20", "11:00")})
    staff.change(booked.reference, {"start": TEN})
    staff.change(booked.reference, {"type": "logement"})
    assert subjects(sent()) == [MOVED, "Votre rendez-vous du jeudi 12 novembre 2026 à 10 h 00 a été modifié"]
