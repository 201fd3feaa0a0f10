"""Lost links: the page says the same to everybody."""

from collections.abc import Callable
from plone import api
from tests.town import letters
from typing import Any

import pytest
import transaction


SENT = "Si cette adresse a des rendez-vous à venir, un courriel avec leurs liens y est envoyé."


def ask(citizen: Any, email: str) -> None:
    citizen.go().getLink("Recevoir à nouveau mon lien").click()
    citizen.getControl(name="email").value = email
    citizen.hand.forward(seconds=10)
    citizen.press("send")


@pytest.fixture
def booked(citizen: Any, portal: Any) -> Any:
    citizen.book()
    letters(portal)
    return citizen


def test_the_links_go_to_the_address_alone(booked: Any, portal: Any, section: Any) -> None:
    ask(booked, " INES@example.org")
    assert SENT in booked.text
    (letter,) = letters(portal)
    assert letter["To"].casefold() == "ines@example.org"
    assert letter["Subject"] == "Les liens de vos rendez-vous"
    text = letter.get_body(("plain",)).get_content()
    assert "Carte d'identité" in text
    assert "mardi 10 novembre 2026 à 10\xa0h\xa000" in text
    (link,) = [line for line in text.splitlines() if line.startswith("http")]
    booked.open(link)
    assert "Inès Garnier" in booked.text


def test_somebody_unknown_reads_the_same_and_gets_nothing(booked: Any, portal: Any) -> None:
    ask(booked, "ines@example.org")
    known = booked.text
    ask(booked, "nobody@example.org")
    assert booked.text == known
    assert [letter["To"] for letter in letters(portal)] == ["ines@example.org"]


def test_all_appointments_to_come_are_listed(booked: Any, portal: Any) -> None:
    booked.book("/logement")
    letters(portal)
    ask(booked, "ines@example.org")
    (letter,) = letters(portal)
    text = letter.get_body(("plain",)).get_content()
    assert sum(line.startswith("http") for line in text.splitlines()) == 2
    assert "Logement" in text


def test_the_towns_own_text_counts(
    booked: Any, portal: Any, section: Any, setup: Callable[..., None]
) -> None:
    setup(section, mail_links_subject="Vos liens", mail_links_body="Les voici :\n\n${links}")
    ask(booked, "ines@example.org")
    (letter,) = letters(portal)
    assert letter["Subject"] == "Vos liens"
    told = letter.get_body(("plain",)).get_content().splitlines()
    assert told[0] == "Les voici :"
    assert told[2].startswith("- Carte d'identité, mardi 10 novembre")
    assert "/@@appointment/" in told[3]


def test_what_is_cancelled_before_the_letter_leaves_is_not_told(booked: Any, portal: Any, desk: Any) -> None:
    ask(booked, "ines@example.org")
    transaction.begin()
    (one,) = desk.ledger.between(0)
    desk.cancel(one.reference, one.key)
    assert [letter["Subject"] for letter in letters(portal) if "liens" in letter["Subject"]] == []


def test_once_an_hour(booked: Any, portal: Any, hand: Any) -> None:
    ask(booked, "ines@example.org")
    ask(booked, "ines@example.org")
    assert SENT in booked.text
    assert len(letters(portal)) == 1


def test_an_address_that_is_none_is_told_beside_the_field(citizen: Any) -> None:
    ask(citizen, "ines@")
    assert citizen.status == 400
    assert citizen.title.startswith("Erreur\xa0: Recevoir à nouveau mon lien")
    assert citizen.getLink("Adresse électronique : elle est incomplète").attrs["href"] == "#email"
    assert 'aria-describedby="email-help email-error"' in citizen.contents
    assert citizen.getControl(name="email").value == "ines@"


def test_a_robot_sends_nothing(booked: Any, portal: Any) -> None:
    booked.go("/@@lost-link")
    booked.getControl(name="email").value = "ines@example.org"
    booked.getControl(name="site_web").value = "http://example.org"
    booked.press("send")
    assert booked.status == 400
    assert letters(portal) == []


def test_in_a_suspended_section_too(booked: Any, portal: Any, section: Any) -> None:
    transaction.begin()
    api.content.transition(section, "suspend")
    transaction.commit()
    ask(booked, "ines@example.org")
    assert len(letters(portal)) == 1


def test_the_page_is_nobodys_to_keep(citizen: Any) -> None:
    citizen.go("/@@lost-link")
    assert citizen.headers["Cache-Control"] == "no-store"
    assert citizen.headers["Referrer-Policy"] == "no-referrer"
