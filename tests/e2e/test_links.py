"""What a citizen is told to bring, the links of the appointment, and how one finds a lost one."""

from collections.abc import Iterator
from playwright.sync_api import expect
from playwright.sync_api import Page
from tests.e2e.citizen import Citizen
from tests.e2e.conftest import Mailbox
from tests.e2e.office import Office
from typing import Any
from urllib.parse import parse_qs
from urllib.parse import urlsplit

import pytest
import re


PASSPORT = "Carte d'identité ou passeport"
CIVIL = "État civil : reconnaissance"
DOCUMENT = "Photo d'identité de moins de 6 mois"
SEND = "Recevoir mes liens"


def link(mail: Any) -> str:
    text = mail.get_body(["plain"]).get_content()
    return re.search(r"http\S+/@@appointment/\S+", text)[0]


@pytest.fixture
def booked(phone: Page, section: str, mailbox: Mailbox) -> Citizen:
    citizen = Citizen(phone, section, "Retrouvailles")
    citizen.book(CIVIL, "etat-civil")
    return citizen


def test_what_to_bring_is_told_before_choosing_on_the_confirmation_and_in_the_mail(
    phone: Page, section: str, mailbox: Mailbox
) -> None:
    citizen = Citizen(phone, section, "Documents")
    phone.goto(section)
    expect(phone.get_by_text(DOCUMENT)).to_be_visible()
    citizen.choose_type(PASSPORT)
    shown = phone.get_by_role("region", name="À apporter").get_by_text(DOCUMENT)
    expect(shown).to_be_visible()
    first = phone.locator("button[name=start]").first
    assert shown.bounding_box()["y"] < first.bounding_box()["y"]
    citizen.choose_time()
    citizen.fill_in("passeport")
    citizen.confirm()
    citizen.sees_the_confirmation()
    expect(phone.get_by_text(DOCUMENT)).to_be_visible()
    [mail] = mailbox.to(citizen.email)
    for kind in ("plain", "html"):
        assert DOCUMENT in re.sub(r"\s+", " ", mail.get_body([kind]).get_content()).replace("&#39;", "'")


def test_the_calendars_on_the_web_do_not_learn_the_key(booked: Citizen, phone: Page) -> None:
    [key] = parse_qs(urlsplit(phone.url).query)["key"]
    for name in ("Google Agenda", "Outlook"):
        there = phone.get_by_role("link", name=name)
        address = there.get_attribute("href")
        assert address.startswith("https://")
        for secret in (key, "key=", booked.last_name, booked.email):
            assert secret not in address
        assert "noreferrer" in there.get_attribute("rel")


def test_a_lost_link_is_sent_again_and_nobody_learns_who_is_known(
    booked: Citizen, phone: Page, section: str, mailbox: Mailbox, sound: Any
) -> None:
    mailbox.to(booked.email)

    def ask(email: str) -> str:
        """Ask for the links of an address; return what the page says."""
        phone.goto(section)
        phone.get_by_role("link", name="Recevoir à nouveau mon lien").click()
        phone.get_by_label("Adresse électronique").fill(email)
        for _press in range(20):
            with phone.expect_navigation():
                phone.get_by_role("button", name=SEND).click()
            if not phone.get_by_text("Vérifiez l'adresse, puis").count():
                break
        sound(phone)
        return phone.locator("#content").inner_text()

    assert "Il reste 1 point à corriger" in ask("apolline@")
    expect(phone).to_have_title(re.compile("^Erreur"))
    answer = ask(booked.email)
    assert ask(f"x{booked.email}") == answer
    again = mailbox.to(booked.email, 2)[1]
    phone.goto(link(again))
    expect(phone.get_by_role("heading", level=1)).to_have_text("Mon rendez-vous")
    assert [mail["To"] for mail in mailbox if mail["To"] != booked.email] == []


def test_a_link_that_was_cut_leads_to_the_right_one(
    booked: Citizen, phone: Page, mailbox: Mailbox, sound: Any
) -> None:
    [mail] = mailbox.to(booked.email)
    answer = phone.goto(link(mail)[:-5])
    assert answer is not None and answer.status == 404
    expect(phone.get_by_role("heading", level=1)).to_have_text("Ce lien n'ouvre aucun rendez-vous")
    sound(phone)
    phone.get_by_role("link", name="Recevoir à nouveau mon lien").click()
    expect(phone.get_by_label("Adresse électronique")).to_be_visible()


@pytest.fixture
def by_mail(office: Office) -> Iterator[None]:
    """Addresses are confirmed by a link for that type."""
    url = f"{office.url}/etat-civil"
    assert office.staff.patch(url, json={"confirmation": "email"}).ok
    yield
    assert office.staff.patch(url, json={"confirmation": "immediate"}).ok


def test_a_mistyped_address_is_corrected_and_confirmed_by_the_link(
    by_mail: None, phone: Page, section: str, mailbox: Mailbox, office: Office, sound: Any
) -> None:
    citizen = Citizen(phone, section, "Fautedefrappe")
    right = citizen.email
    citizen.email = f"x{right}"
    citizen.choose_type(CIVIL)
    citizen.choose_time()
    citizen.fill_in("etat-civil")
    citizen.confirm()
    heading = phone.get_by_role("heading", level=1)
    expect(heading).to_have_text("Il reste à confirmer votre adresse")
    sound(phone)
    field = phone.get_by_label("Adresse électronique")
    correct = phone.get_by_role("button", name="Corriger l'adresse")
    field.fill("apolline@")
    correct.click()
    expect(phone).to_have_title(re.compile("^Erreur"))
    expect(phone.get_by_role("alert")).to_contain_text("Il reste 1 point à corriger")
    sound(phone)
    field.fill(right)
    correct.click()
    expect(phone.locator("#content")).to_contain_text(right)
    [mail] = mailbox.to(right)
    phone.goto(link(mail))
    sound(phone)
    phone.get_by_role("button", name="Confirmer mon rendez-vous").click()
    citizen.sees_the_confirmation()
    assert [one["state"] for one in office.found(right)] == ["confirmed"]
