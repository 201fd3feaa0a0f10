"""The manual of the back office, step by step, by its own words, for whom each step is."""

from collections.abc import Callable
from datetime import datetime
from datetime import timedelta
from playwright.sync_api import expect
from playwright.sync_api import Page
from secrets import token_hex
from zoneinfo import ZoneInfo

import pytest


PASSWORD = "valombre"
PARIS = ZoneInfo("Europe/Paris")
TYPE = "Carte d'identité ou passeport : déposer une demande"


@pytest.fixture
def log_in(pages, town, section) -> Callable[[str], Page]:
    def log_in(login: str) -> Page:
        """Log in and land on the main menu; without scripts, so that no editor hides a field."""
        page = pages.open(javascript=False)
        page.goto(f"{town}/login?came_from={section}")
        page.locator("#__ac_name").fill(login)
        page.locator("#__ac_password").fill(PASSWORD)
        page.locator("#__ac_password").press("Enter")
        expect(page.get_by_role("link", name="Gérer les rendez-vous prévus")).to_be_visible()
        return page

    return log_in


def link(page: Page, name: str) -> None:
    page.locator("#content").get_by_role("link", name=name, exact=True).first.click()


def menu(page: Page, name: str) -> None:
    page.locator(".rdv-menu").get_by_role("link", name=name).click()


def save(page: Page) -> None:
    page.locator("#content").get_by_role("button", name="Enregistrer", exact=True).last.click()


def field(page: Page, name: str, value: str) -> None:
    page.locator(f"[name='form.widgets.{name}']").fill(value)


def told(page: Page, *texts: str) -> None:
    """A status message says all of these."""
    for text in texts:
        expect(page.locator(".portalMessage").filter(has_text=text).first).to_be_visible()


def delete(page: Page, title: str) -> None:
    """« Supprimer » at the bottom of the form, the warning, « Supprimer »."""
    link(page, "Supprimer")
    expect(page.locator("#content")).to_contain_text("définitive")
    page.locator("#content").get_by_role("button", name="Supprimer", exact=True).click()
    told(page, "supprimé")
    expect(page.locator("#content table")).not_to_contain_text(title)


def test_step_1_types(log_in, sound):
    page, title = log_in("caubry"), f"Cimetière {token_hex(3)}"
    menu(page, "Gérer les types de rendez-vous")
    link(page, "Ajouter un type de rendez-vous")
    sound(page)
    field(page, "title", title)
    expect(page.get_by_text("Texte RGPD").first).to_be_visible()
    field(page, "description", "Concession, renouvellement.")
    field(page, "duration", "25")
    save(page)
    told(page, title, "Concession, renouvellement", "25")
    link(page, title)
    field(page, "duration", "35")
    save(page)
    told(page, "35")
    page.get_by_role("row").filter(has_text=title).get_by_role("link", name="Modifier").click()
    delete(page, title)


def test_step_2_counters(log_in, sound):
    page, title = log_in("caubry"), f"Guichet {token_hex(3)}"
    menu(page, "Gérer les guichets")
    expect(page.locator("#content table")).to_contain_text("Guichet standard")
    link(page, "Ajouter un guichet")
    sound(page)
    field(page, "title", title)
    field(page, "capacity", "3")
    boxes = page.locator("[name='form.widgets.types:list']")
    boxes.nth(0).check()
    boxes.nth(1).check()
    save(page)
    told(page, title, "3", TYPE[:20])
    link(page, title)
    field(page, "capacity", "2")
    save(page)
    told(page, title)
    page.get_by_role("row").filter(has_text=title).get_by_role("link", name="Modifier").click()
    delete(page, title)


def test_step_3_a_receptionist_and_her_own_availabilities(log_in, section, sound):
    page = log_in("nbenali")
    menu(page, "Gérer les agents")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nadia Benali")
    link(page, "Ajouter une disponibilité")
    sound(page)
    for day in ("lundi", "mercredi"):
        page.locator("#formfield-form-widgets-days").get_by_label(day).check()
    field(page, "start", "06:00")
    field(page, "end", "07:00")
    types = page.locator("[name='form.widgets.types:list']")
    types.nth(0).check()
    types.nth(1).check()
    save(page)
    told(page, "6 h 00", "7 h 00")
    block = page.locator(".rdv-cal a.rdv-item").filter(has_text="6 h 00 à 7 h 00").first
    block.click()
    sound(page)
    expect(page.locator("#content")).to_contain_text("Seulement le")
    link(page, "Modifier ou supprimer pour toutes les semaines")
    field(page, "end", "07:30")
    save(page)
    told(page, "7 h 30")
    page.locator(".rdv-cal a.rdv-item").filter(has_text="6 h 00 à 7 h 30").first.click()
    link(page, "Modifier ou supprimer pour toutes les semaines")
    delete(page, "6 h 00 à 7 h 30")
    for path in ("camille-aubry/++add++Availability", "@@rendezvous-copy-hours", "@@rendezvous-types"):
        page.goto(f"{section}/{path}")
        expect(page.locator("#__ac_name, .alert, #content").first).to_be_visible()
        expect(page.locator("[name='form.buttons.save']")).to_have_count(0)


def test_step_3_an_administrator_sees_the_list_and_each_agent(log_in, sound):
    page = log_in("caubry")
    menu(page, "Gérer les agents")
    expect(page.locator("#content").get_by_role("link", name="Ajouter un agent")).to_be_visible()
    link(page, "Thomas Lefèvre")
    expect(page.locator("#content")).to_contain_text("Réceptionniste")
    expect(page.locator(".rdv-cal")).to_be_visible()
    add = page.locator("#content").get_by_role("link", name="Ajouter une disponibilité", exact=True)
    expect(add).to_be_visible()
    sound(page)


def test_the_final_step_appointments(log_in, section):
    page = log_in("caubry")
    menu(page, "Gérer les rendez-vous prévus")
    for name in (
        "Disponibilités des agents",
        "Guichets",
        "Types de rendez-vous",
        "Période d'indisponibilités des agents",
        "Période d'indisponibilités des guichets",
    ):
        expect(page.locator("#content").get_by_role("link", name=name, exact=True).first).to_be_visible()
    for name in ("Agent", "Type", "Guichet"):
        expect(page.get_by_label(name, exact=True)).to_be_visible()
    link(page, "Jour")
    link(page, "Semaine")
    link(page, "Ajouter manuellement un rendez-vous")
    name = f"Manuel-{token_hex(3)}"
    day = datetime.now(PARIS).date() + timedelta(days=1)
    page.locator("[name=type]").select_option("etat-civil")
    page.locator("[name=agent]").select_option("camille-aubry")
    page.locator("[name=counter]").select_option("bureau-12")
    page.locator("[name=date]").fill(day.isoformat())
    page.locator("[name=time]").fill("05:10")
    page.locator("[name=first_name]").fill("Zoé")
    page.locator("[name=last_name]").fill(name)
    save(page)
    expect(page.locator("#content")).to_contain_text("hors disponibilités")
    page.get_by_role("button", name="Confirmer", exact=True).click()
    told(page, name)
    expect(page.get_by_role("row").filter(has_text=name)).to_be_visible()
    page.get_by_role("row").filter(has_text=name).get_by_role("link", name=f"Zoé {name}", exact=True).click()
    page.locator("[name=notes]").fill("Vient avec sa mère.")
    save(page)
    told(page, name)
    page.get_by_role("row").filter(has_text=name).get_by_role("link", name=f"Zoé {name}", exact=True).click()
    link(page, "Supprimer")
    expect(page.locator("#content")).to_contain_text("définitive")
    page.locator("#content").get_by_role("button", name="Supprimer", exact=True).click()
    told(page, "est supprimé")
    expect(page.get_by_role("row").filter(has_text=name)).to_have_count(0)


def test_the_final_step_not_outside_of_a_colleagues_hours(log_in, section):
    page = log_in("nbenali")
    day = datetime.now(PARIS).date() + timedelta(days=1)
    page.goto(f"{section}/@@rendezvous-add?type=etat-civil&agent=camille-aubry&counter=bureau-12&day={day}")
    page.locator("[name=time]").fill("05:40")
    page.locator("[name=first_name]").fill("Zoé")
    page.locator("[name=last_name]").fill("Refus")
    save(page)
    expect(page.locator("#content")).to_contain_text("Camille Aubry n'est pas disponible")
    expect(page.get_by_role("button", name="Confirmer", exact=True)).to_have_count(0)
    expect(page.locator("[name=last_name]")).to_have_value("Refus")
