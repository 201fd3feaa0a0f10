"""The people of the town hall at their screens: a receptionist at the counter, an administrator."""

from collections.abc import Callable
from datetime import datetime
from datetime import time
from datetime import timedelta
from playwright.sync_api import expect
from playwright.sync_api import Locator
from playwright.sync_api import Page
from secrets import token_hex
from zoneinfo import ZoneInfo

import pytest


PASSWORD = "valombre"
PARIS = ZoneInfo("Europe/Paris")
MENUS = [
    "Gérer les rendez-vous prévus",
    "Gérer les types de rendez-vous",
    "Gérer les guichets",
    "Gérer les agents",
]


@pytest.fixture
def log_in(pages, town, section) -> Callable[[str], Page]:
    def log_in(login: str) -> Page:
        """Log in as one does who came to the section; return the page on which one lands."""
        page = pages.open()
        page.goto(f"{town}/login?came_from={section}")
        page.locator("#__ac_name").fill(login)
        page.locator("#__ac_password").fill(PASSWORD)
        page.locator("#__ac_password").press("Enter")
        expect(page.get_by_role("link", name=MENUS[0])).to_be_visible()
        return page

    return log_in


@pytest.fixture
def expected(office) -> dict[str, str]:
    """An appointment of today that an agent noted for an hour before dawn, whatever day it is."""
    today = datetime.combine(datetime.now(PARIS).date(), time(), PARIS)
    visitor = {"first_name": "Zénaïde", "last_name": f"Quipasse-{token_hex(3)}", "phone": "06 39 98 55 66"}
    starts = (today + timedelta(minutes=minutes) for minutes in range(5, 8 * 60, 20))
    booked = office.booked_by_staff(
        starts,
        type="etat-civil",
        agent="camille-aubry",
        counter="bureau-12",
        visitor=visitor,
        notes="Vient avec un interprète.",
    )
    return {"reference": booked["reference"], **visitor}


def search(page: Page, text: str) -> None:
    page.get_by_label("Rechercher un rendez-vous").fill(text)
    page.locator("#content").get_by_role("button", name="Rechercher").click()


def row(page: Page, name: str) -> Locator:
    return page.get_by_role("row").filter(has_text=name)


def test_a_receptionist_finds_what_a_citizen_booked(log_in, office, section, sound):
    wish = office.public.get(f"{section}/@next-slots", params={"type": "etat-civil", "limit": 1}).json()
    start = datetime.fromisoformat(wish["items"][0]["start"])
    booked = office.booked_by_public("etat-civil", start.isoformat()).json()
    page = log_in("nbenali")
    assert page.url.rstrip("/") == section
    page.get_by_role("link", name=MENUS[0]).click()
    page.get_by_role("link", name="Liste").click()
    page.get_by_label("Jour", exact=True).fill(start.date().isoformat())
    page.get_by_role("button", name="Filtrer").click()
    found = row(page, booked["reference"])
    expect(found).to_contain_text("Basile Quelquun")
    expect(found).to_contain_text("Confirmé")
    expect(found.get_by_role("button", name="Arrivé")).to_have_count(
        1 if start.date() == datetime.now(PARIS).date() else 0
    )
    sound(page)
    page.get_by_label("Gestion des rendez-vous").get_by_role("link", name="Accueil").click()
    search(page, "quelqu")
    expect(row(page, booked["reference"])).to_contain_text("Basile Quelquun")
    assert "quelqu" not in page.url
    sound(page)


def test_one_press_marks_an_arrival_and_another_takes_it_back(log_in, expected, sound):
    page = log_in("nbenali")
    page.get_by_role("link", name=MENUS[0]).click()
    page.get_by_role("link", name="Liste").click()
    visitor = row(page, expected["reference"])
    expect(visitor).to_contain_text(expected["last_name"])
    visitor.get_by_role("button", name="Arrivé").click()
    expect(page.get_by_text(f"{expected['last_name']} : arrivé.")).to_be_visible()
    expect(visitor).to_contain_text("Arrivé")
    sound(page)
    visitor.get_by_role("button", name="Défaire").click()
    expect(visitor.get_by_role("button", name="Arrivé")).to_be_visible()
    expect(visitor).to_contain_text("Confirmé")

    visitor.get_by_role("rowheader").get_by_role("link", name=expected["last_name"]).click()
    expect(page.locator("#content")).to_contain_text("Vient avec un interprète.")
    expect(page.locator("#content")).to_contain_text("Dernière étape défaite")
    sound(page)


def test_markup_in_names_stays_text_on_the_screens_of_staff(log_in, office, section):
    wish = office.public.get(f"{section}/@next-slots", params={"type": "etat-civil", "limit": 1}).json()
    name = f"<b>{token_hex(3)}</b>"
    visitor = {"first_name": "<script>alert(1)</script>", "last_name": name, "email": "b@courriel.example"}
    data = {"type": "etat-civil", "start": wish["items"][0]["start"], "visitor": visitor, "consent": True}
    answer = office.public.post(f"{section}/@appointments", json=data)
    assert answer.status_code == 201, answer.text
    page = log_in("nbenali")
    page.on("dialog", lambda dialog: pytest.fail("a script of a visitor ran"))
    search(page, name)
    expect(page.get_by_role("link", name=name)).to_be_visible()
    page.get_by_role("link", name=name).click()
    expect(page.locator("#content")).to_contain_text(f"<script>alert(1)</script> {name}")
    expect(page.locator("#content").locator("b, script")).to_have_count(0)


def test_a_receptionist_sees_two_menus_and_an_administrator_four(log_in):
    cards = ".rdv-menu h2"
    assert log_in("nbenali").locator(cards).all_inner_texts() == [MENUS[0], MENUS[3]]
    assert log_in("caubry").locator(cards).all_inner_texts() == MENUS


def test_each_screen_of_the_office_can_be_read_by_everybody(log_in, section, expected, sound):
    page = log_in("caubry")
    sound(page)
    tomorrow = datetime.now(PARIS).date() + timedelta(days=1)
    for path in (
        f"@@rendezvous-day?day={tomorrow}",
        "@@rendezvous-day?day=hier",
        "@@rendezvous-planning",
        f"@@rendezvous-planning?view=day&day={tomorrow}",
        f"@@rendezvous-planning?view=day&columns=agent&day={tomorrow}",
        "@@rendezvous-search",
        "@@rendezvous-types",
        "@@rendezvous-counters",
        "@@rendezvous-agents",
        "thomas-lefevre",
        "annexe-des-tilleuls",
        f"@@appointment-for-staff/{expected['reference']}",
        f"@@rendezvous-cancel/{expected['reference']}",
    ):
        page.goto(f"{section}/{path}")
        sound(page)


def test_a_receptionist_lands_on_her_own_hours(log_in, sound):
    page = log_in("nbenali")
    page.get_by_role("link", name=MENUS[3]).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nadia Benali")
    sound(page)
