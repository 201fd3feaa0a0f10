"""A mistyped address is corrected while the appointment waits for its confirmation."""

from collections.abc import Callable
from tests.browser.public.test_details_page import stored
from tests.town import letters
from typing import Any

import pytest


@pytest.fixture
def pending(citizen: Any, section: Any, setup: Callable[..., None]) -> Any:
    """The page after booking with a mistyped address."""
    setup(section["cni"], confirmation="email")
    citizen.book(email="inse@example.org")
    return citizen


def correct(citizen: Any, email: str) -> None:
    citizen.getControl(name="email").value = email
    citizen.press("correct")


def link(letter: Any) -> str:
    text = letter.get_body(("plain",)).get_content()
    return next(line for line in text.splitlines() if line.startswith("http"))


def test_the_mail_goes_to_the_other_address_and_the_old_key_opens_nothing(
    pending: Any, portal: Any, section: Any
) -> None:
    (old,) = letters(portal)
    correct(pending, "ines@example.org")
    assert "nous avons écrit à ines@example.org" in pending.contents
    (new,) = letters(portal)
    assert (old["To"], new["To"]) == ("inse@example.org", "ines@example.org")
    (one,) = stored(section)
    assert (one.email, one.state) == ("ines@example.org", "pending")
    assert one.history[-1].changes == (("email", "inse@example.org", "ines@example.org"),)
    pending.open(link(old))
    assert pending.status == 404
    pending.open(link(new))
    pending.getControl("Confirmer mon rendez-vous").click()
    assert "Votre rendez-vous est confirmé" in pending.text


def test_a_letter_that_has_not_left_yet_goes_to_nobody_else(pending: Any, portal: Any) -> None:
    correct(pending, "ines@example.org")
    assert {letter["To"] for letter in letters(portal)} == {"ines@example.org"}


def test_the_time_to_confirm_stays_what_it_was(pending: Any, section: Any, hand: Any) -> None:
    until = stored(section)[0].until
    hand.forward(minutes=20)
    correct(pending, "ines@example.org")
    assert stored(section)[0].until == until


def test_an_address_that_is_none_is_told_beside_the_field(pending: Any, section: Any) -> None:
    correct(pending, "ines@")
    assert pending.status == 400
    assert pending.title.startswith("Erreur\xa0:")
    assert pending.getLink("Adresse électronique : elle est incomplète").attrs["href"] == "#email"
    assert pending.getControl(name="email").value == "ines@"
    assert stored(section)[0].email == "inse@example.org"


def test_an_address_with_enough_appointments_is_refused(
    pending: Any, section: Any, book: Callable[..., Any], setup: Callable[..., None]
) -> None:
    setup(section, max_upcoming_per_email=1)
    book("2026-11-12T09:20:00+01:00")
    correct(pending, "marie.durand@example.org")
    assert pending.status == 409
    assert "Vous avez déjà 1" in pending.text
    assert pending.getControl(name="email").value == "marie.durand@example.org"


def test_three_times_and_no_more(pending: Any, section: Any, portal: Any) -> None:
    for number in range(4):
        correct(pending, f"ines.{number}@example.org")
    assert "Vous avez déjà corrigé l'adresse plusieurs fois" in pending.contents
    assert stored(section)[0].email == "ines.2@example.org"
    assert {letter["To"] for letter in letters(portal)} <= {
        f"ines.{number}@example.org" for number in range(3)
    }


def test_whoever_has_not_booked_corrects_nothing(pending: Any, section: Any) -> None:
    (one,) = stored(section)
    pending.handleErrors = True
    for seal in ("", "x", f"{one.reference}.0"):
        pending.open(
            f"{pending.home}/@@appointment/{one.reference}/pending", f"seen={seal}&email=thief@example.org"
        )
        assert pending.status == 404
    assert stored(section)[0].email == "inse@example.org"


def test_once_confirmed_there_is_nothing_to_correct(pending: Any, portal: Any, section: Any) -> None:
    page = pending.url
    pending.open(link(letters(portal)[0]))
    pending.getControl("Confirmer mon rendez-vous").click()
    pending.open(page)
    assert pending.url == section.absolute_url()


def test_one_that_lapsed_cannot_be_corrected(pending: Any, section: Any, hand: Any) -> None:
    hand.forward(minutes=31)
    correct(pending, "ines@example.org")
    assert stored(section)[0].email == "inse@example.org"
