"""What agents are told of their appointments, where the section wants it."""

from collections.abc import Callable
from collective.rendezvous import clock
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.scheduling.rules import Actor
from datetime import timedelta
from email.message import EmailMessage
from plone import api
from tests.notifications.conftest import NOW
from tests.notifications.conftest import THURSDAY
from tests.town import agent
from tests.town import change
from tests.town import visitor
from tests.town import wish
from typing import Any

import pytest
import transaction


TEN = "2026-11-12T10:00:00+01:00"


@pytest.fixture
def section(section: Any) -> Any:
    change(section, notify_agents=True)
    transaction.commit()
    return section


@pytest.fixture
def told(sent: Callable[[], list[EmailMessage]]) -> Callable[[], list[tuple[str, str]]]:
    """To whom of the agents what was written since the last call: (before the @, subject)."""

    def told() -> list[tuple[str, str]]:
        letters = [(each["To"].partition("@")[0], each["Subject"].replace("\xa0", " ")) for each in sent()]
        return [letter for letter in letters if letter[0] != "marie.durand"]

    return told


Told = Callable[[], list[tuple[str, str]]]


def test_the_agent_hears_of_a_new_one_a_moved_one_and_a_cancelled_one(citizen: Desk, told: Told) -> None:
    made = citizen.book(wish(THURSDAY)).appointment
    assert told() == [("nadia", "Nouveau rendez-vous le jeudi 12 novembre 2026 à 9 h 20")]
    citizen.move(made.reference, {"start": TEN}, made.key)
    assert told() == [("nadia", "Rendez-vous déplacé au jeudi 12 novembre 2026 à 10 h 00")]
    citizen.cancel(made.reference, made.key)
    assert told() == [("nadia", "Rendez-vous annulé : jeudi 12 novembre 2026 à 10 h 00")]


def test_no_agent_is_told_unless_the_section_wants_it(section: Any, citizen: Desk, told: Told) -> None:
    change(section, notify_agents=False)
    transaction.commit()
    citizen.book(wish(THURSDAY))
    assert told() == []


def test_no_letter_to_an_agent_names_the_visitor(
    section: Any, staff: Desk, sent: Callable[[], list[EmailMessage]]
) -> None:
    who = visitor("Zyx", first_name="Qwert", phone="0261910010")
    made = staff.book(wish(THURSDAY, visitor=who, comment="Poussette")).appointment
    staff.change(made.reference, {"start": TEN})
    staff.delete(made.reference)
    staff.delete(staff.book(wish(THURSDAY, visitor=who)).appointment.reference)
    letters = [each for each in sent() if each["To"] == "nadia@example.org"]
    assert letters
    for each in letters:
        text = "".join(part.get_content() for part in each.walk() if part.get_content_maintype() == "text")
        for secret in ("Zyx", "Qwert", "marie.durand", "Poussette", "91 00 10", made.key):
            assert secret not in text
        assert each.get_content_type() == "multipart/alternative"


def test_nobody_is_told_what_they_did(section: Any, told: Told) -> None:
    nadia = Desk(section, Actor("receptionist", section["nadia"].UID(), "nadia"), NOW, transaction.commit)
    made = nadia.book(wish(THURSDAY, agent="nadia")).appointment
    nadia.change(made.reference, {"start": TEN})
    nadia.transition(made.reference, "cancel")
    assert told() == []


def test_an_appointment_that_changes_hands_is_told_to_both(section: Any, staff: Desk, told: Told) -> None:
    change(section["guichet-standard"], capacity=2)
    agent(section, "albert", section["cni"])
    transaction.commit()
    made = staff.book(wish(THURSDAY, agent="nadia")).appointment
    told()
    staff.change(made.reference, {"agent": "albert", "start": TEN})
    assert sorted(told()) == [
        ("albert", "Nouveau rendez-vous le jeudi 12 novembre 2026 à 10 h 00"),
        ("nadia", "Un collègue reprend le rendez-vous du jeudi 12 novembre 2026 à 9 h 20"),
    ]


def test_a_pending_one_is_told_once_it_is_confirmed(section: Any, citizen: Desk, told: Told) -> None:
    change(section["cni"], confirmation="email")
    transaction.commit()
    made = citizen.book(wish(THURSDAY)).appointment
    assert told() == []
    citizen.confirm(made.reference, made.key)
    assert [subject[:7] for _to, subject in told()] == ["Nouveau"]


def test_what_was_cancelled_by_mistake_is_told_again_to_both(
    staff: Desk, sent: Callable[[], list[EmailMessage]]
) -> None:
    made = staff.book(wish(THURSDAY), language="fr").appointment
    staff.transition(made.reference, "cancel")
    sent()
    staff.transition(made.reference, "undo")
    letters = {each["To"]: each["Subject"].replace("\xa0", " ") for each in sent()}
    assert letters == {
        "marie.durand@example.org": "Votre rendez-vous du jeudi 12 novembre 2026 à 9 h 20",
        "nadia@example.org": "Nouveau rendez-vous le jeudi 12 novembre 2026 à 9 h 20",
    }


def test_follow_up_and_texts_are_told_to_no_agent(staff: Desk, told: Told) -> None:
    made = staff.book(wish(THURSDAY)).appointment
    told()
    for step in ("arrive", "undo", "honour", "undo", "no_show", "undo"):
        staff.transition(made.reference, step)
    staff.change(made.reference, {"notes": "x"})
    assert told() == []


def test_what_is_over_is_told_to_no_agent(staff: Desk, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    made = staff.book(wish(THURSDAY)).appointment
    told()
    later = NOW + timedelta(days=3)
    monkeypatch.setattr(clock, "now", lambda: later)
    staff.now = later
    staff.delete(made.reference)
    assert told() == []


def test_an_agent_without_an_address_is_written_to_at_the_accounts(
    section: Any, citizen: Desk, told: Told
) -> None:
    change(section["nadia"], email="")
    api.user.get(userid="nadia").setMemberProperties({"email": "n.benali@example.org", "language": "en"})
    transaction.commit()
    citizen.book(wish(THURSDAY))
    assert told() == [("n.benali", "New appointment on Thursday 12 November 2026 at 9:20")]


def test_an_agent_who_is_not_active_any_more_is_told_nothing(
    section: Any, citizen: Desk, staff: Desk, told: Told
) -> None:
    made = citizen.book(wish(THURSDAY)).appointment
    told()
    api.content.transition(section["nadia"], "deactivate")
    transaction.commit()
    staff.transition(made.reference, "cancel")
    assert told() == []
