"""The waiting list in the browser, on a phone without JavaScript, by the mails that are really sent."""

from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from email.message import EmailMessage
from playwright.sync_api import expect
from playwright.sync_api import Page
from secrets import token_hex
from tests.e2e.citizen import Citizen
from tests.e2e.office import Office
from typing import Any

import pytest
import re


KIND = "logement"
JOIN = "M'inscrire sur la liste d'attente"


def title(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def link(mails: list[EmailMessage], page: str) -> str:
    text = mails[-1].get_body(["plain"]).get_content()
    return re.search(rf"http\S+/@@waiting-list/{page}\?key=\S+", text)[0]


@pytest.fixture
def sunday() -> date:
    """A Sunday some weeks ahead, on which nobody works."""
    today = date.today()
    return today + timedelta(days=6 - today.weekday() + 28)


@pytest.fixture
def works_on_sunday(office: Office, sunday: date) -> Iterator[Any]:
    """Call it to have an agent work for an hour on that day."""
    made = []

    def works() -> None:
        items = office.staff.get(f"{office.url}?b_size=100").json()["items"]
        agent = next(each["@id"] for each in items if each["@type"] == "Agent")
        only = sunday.isoformat()
        hours = {"days": [6], "start": "09:00", "end": "10:00", "types": [KIND]}
        sent = {"@type": "Availability", **hours, "valid_from": only, "valid_until": only}
        answer = office.staff.post(agent, json=sent)
        assert answer.status_code == 201, answer.text
        made.append(answer.json()["@id"])

    yield works
    for each in made:
        office.staff.delete(each)


def test_somebody_waits_is_told_and_books(
    phone: Page, section: str, office: Office, mailbox: Any, sound: Any, sunday: date, works_on_sunday: Any
) -> None:
    email = f"{token_hex(8)}@courriel.example"
    phone.goto(f"{section}/{KIND}")
    phone.get_by_role("link", name="Être prévenu quand une heure se libère").click()
    assert title(phone) == "Être prévenu quand une heure se libère"
    sound(phone)
    citizen = Citizen(phone, section, "Attentive")

    def send() -> None:
        phone.get_by_role("button", name=JOIN).click()

    citizen.insist(send)
    expect(phone).to_have_title(re.compile("^Erreur"))
    summary = phone.get_by_role("alert")
    expect(summary).to_contain_text("Il reste 2 points à corriger")
    for found in summary.get_by_role("link").all():
        assert phone.locator(found.get_attribute("href")).count() == 1
    sound(phone)

    phone.get_by_label("À partir de quel jour").fill(sunday.isoformat())
    phone.get_by_label("Jusqu'à quel jour").fill(sunday.isoformat())
    phone.get_by_label("Adresse électronique").fill(email)
    phone.get_by_label("J'accepte que la mairie").check()
    citizen.insist(send)
    assert title(phone) == "Regardez vos courriels"
    sound(phone)

    opened = phone.goto(link(mailbox.to(email), "confirm"))
    assert opened.headers["cache-control"] == "no-store"
    assert opened.headers["referrer-policy"] == "no-referrer"
    assert opened.headers["x-robots-tag"] == "noindex, nofollow"
    assert title(phone) == "Confirmez votre inscription"
    sound(phone)
    phone.get_by_role("button", name="Confirmer mon inscription").click()
    assert title(phone) == "Vous êtes sur la liste d'attente"
    sound(phone)

    mailbox.clear()
    works_on_sunday()
    phone.goto(link(mailbox.to(email), "offer"))
    assert title(phone) == "Vos coordonnées"
    expect(phone.get_by_role("note")).to_contain_text("gardé pour vous jusqu'")
    sound(phone)
    citizen.email = email
    citizen.fill_in(KIND)
    citizen.confirm()
    citizen.sees_the_confirmation()
    [booked] = office.found(email)
    assert booked["start"].startswith(f"{sunday.isoformat()}T09:00")
    assert booked["state"] == "confirmed"
    office.staff.delete(booked["@id"])


def test_one_leaves_by_the_keyboard_alone(
    phone: Page, section: str, office: Office, mailbox: Any, sound: Any, sunday: date
) -> None:
    email = f"{token_hex(8)}@courriel.example"
    day = sunday.isoformat()
    sent = {"type": KIND, "email": email, "from": day, "to": day, "consent": True}
    assert office.public.post(f"{office.url}/@waiting-list", json=sent).status_code == 202
    leave = link(mailbox.to(email), "confirm").replace("/confirm?", "/leave?")
    phone.goto(leave)
    assert title(phone) == "Quitter la liste d'attente\N{NO-BREAK SPACE}?"
    sound(phone)
    button = phone.get_by_role("button", name="Oui, quitter la liste")
    for _press in range(40):
        phone.keyboard.press("Tab")
        if button.evaluate("one => one === document.activeElement"):
            break
    phone.keyboard.press("Enter")
    expect(phone.locator("#global_statusmessage")).to_contain_text("plus sur la liste d'attente")
    phone.goto(leave)
    assert title(phone) == "Ce lien ne sert plus"
    sound(phone)


def test_the_next_free_times_lead_to_the_form(phone: Page, section: str, sound: Any) -> None:
    phone.goto(f"{section}/@@next-slots")
    assert title(phone) == "Prochains créneaux"
    sound(phone)
    phone.locator("#content section li a").first.click()
    assert title(phone) == "Vos coordonnées"
