"""Letters over a real SMTP server, drawn by a browser; and the page on which they are tried."""

from icalendar import Calendar
from playwright.sync_api import expect
from tests.e2e import looks
from tests.e2e.citizen import Citizen
from tests.e2e.test_staff import log_in
from typing import Any

import pytest


__all__ = ["log_in"]

CIVIL = "État civil : reconnaissance"


def method(mail: Any) -> tuple[str, int]:
    """What a letter asks of a calendar: the method, and how often it changed before."""
    [file] = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    calendar = Calendar.from_ical(file.get_payload(decode=True))
    return str(calendar["METHOD"]), int(calendar.walk("VEVENT")[0]["SEQUENCE"])


def test_booking_moving_and_cancelling_are_told_to_people_and_calendars(phone, section, mailbox) -> None:
    citizen = Citizen(phone, section, "Quimper")
    citizen.book(CIVIL, "etat-civil")
    mailbox.to(citizen.email)
    phone.get_by_role("link", name="Déplacer ou annuler").click()
    phone.get_by_role("link", name="Déplacer").click()
    phone.locator(".rdv-slots button").nth(1).click()
    mailbox.to(citizen.email, 2)
    phone.get_by_role("link", name="Annuler le rendez-vous").click()
    phone.get_by_role("button", name="Oui, annuler le rendez-vous").click()
    letters = mailbox.to(citizen.email, 3)
    assert [method(letter) for letter in letters] == [("REQUEST", 0), ("REQUEST", 1), ("CANCEL", 2)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_letter_is_readable_on_any_screen(pages, phone, section, mailbox, axe, scheme) -> None:
    citizen = Citizen(phone, section, "Quatrebarbes")
    citizen.book(CIVIL, "etat-civil")
    [letter] = mailbox.to(citizen.email)
    page = pages.open(width=390)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.emulate_media(color_scheme=scheme)
    page.set_content(letter.get_body(["html"]).get_content())
    assert axe(page, "html", widths=(390, 1280)) == []
    assert looks.too_wide(page, 390, 320) == []
    assert asked == []
    page.get_by_role("link", name="Mon rendez-vous").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mon rendez-vous")


def test_an_administrator_looks_at_each_letter_and_tries_one(log_in, section, mailbox, sound) -> None:
    page = log_in("caubry")
    page.goto(f"{section}/edit")
    page.locator("summary", has_text="Textes des").click()
    page.get_by_role("link", name="Voir chaque courriel").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Courriels")
    drawn = page.frame_locator("iframe")
    expect(drawn.get_by_role("heading", level=1)).to_contain_text("Votre rendez-vous du")
    sound(page)
    page.get_by_label("Courriel", exact=True).select_option(label="Rappel")
    page.get_by_role("button", name="Afficher le courriel").click()
    expect(drawn.get_by_role("heading", level=1)).to_contain_text("Rappel")
    address = page.locator("form p strong").inner_text()
    page.get_by_role("button", name="M'envoyer un essai").click()
    expect(page.get_by_text("Un essai est parti")).to_be_visible()
    [letter] = mailbox.to(address)
    assert letter["Subject"].startswith("Essai")
