"""Personal data at the screens: a citizen reads what becomes of them and erases them; staff do so too."""

from playwright.sync_api import expect
from playwright.sync_api import Page
from tests.e2e.citizen import Citizen
from typing import Any

import json
import pytest
import re


CIVIL = "État civil : reconnaissance"


@pytest.fixture
def administrator(pages: Any, town: str, section: str) -> Page:
    page: Page = pages.open()
    page.goto(f"{town}/login?came_from={section}/@@rendezvous-home")
    page.locator("#__ac_name").fill("admin")
    page.locator("#__ac_password").fill("admin")
    page.locator("#__ac_password").press("Enter")
    expect(page.get_by_role("link", name="Données d'une personne")).to_be_visible()
    return page


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def test_a_citizen_reads_what_becomes_of_the_data_and_erases_a_cancelled_appointment(
    phone: Page, section: str, office: Any, sound: Any
) -> None:
    phone.goto(section)
    phone.get_by_role("link", name="Que deviennent vos données").click()
    heading(phone, "Vos données")
    sound(phone)

    citizen = Citizen(phone, section, "Quatrevents")
    citizen.book(CIVIL, "etat-civil")
    phone.goto(phone.url.replace("&booked=1", ""))
    expect(phone.get_by_role("link", name="Effacer mes données")).to_have_count(0)
    mine = phone.url
    phone.get_by_role("link", name="Annuler le rendez-vous").click()
    phone.get_by_role("button", name="Oui, annuler le rendez-vous").click()
    phone.goto(mine)
    sound(phone)
    phone.get_by_role("link", name="Effacer mes données").click()
    heading(phone, "Effacer mes données\u00a0?")
    sound(phone)
    phone.get_by_role("button", name="Oui, effacer mes données").click()
    heading(phone, "Vos données")
    assert office.found(citizen.email) == []
    gone = phone.goto(mine)
    assert gone is not None and gone.status == 404


def test_an_administrator_gives_out_and_erases_what_is_kept_of_a_person(
    administrator: Page, phone: Page, section: str, office: Any, sound: Any
) -> None:
    citizen = Citizen(phone, section, "Quintefeuille")
    citizen.book(CIVIL, "etat-civil")
    page = administrator
    page.get_by_role("link", name="Données d'une personne").click()
    heading(page, "Données d'une personne")
    sound(page)
    page.get_by_label("De qui s'agit-il").fill(citizen.email)
    page.locator("#content").get_by_role("button", name="Rechercher").click()
    expect(page.get_by_role("link", name=re.compile("Quintefeuille"))).to_be_visible()
    sound(page)

    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger pour cette personne").click()
    told = json.loads(download.value.path().read_text("utf-8"))
    assert told["Rendez-vous"][0]["Nom"] == "Quintefeuille"

    page.get_by_role("button", name="Effacer ces données").click()
    heading(page, "Effacer ces données\u00a0?")
    sound(page)
    page.get_by_label("Annuler ces rendez-vous").check()
    page.get_by_role("button", name="Oui, effacer pour de bon").click()
    expect(page.get_by_text("Rendez-vous effacés")).to_be_visible()
    assert office.found(citizen.email) == []
