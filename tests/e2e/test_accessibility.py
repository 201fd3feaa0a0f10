"""All screens of a citizen as people read them who see little, press keys, or set their own styles."""

from playwright.sync_api import expect
from playwright.sync_api import Page
from tests.e2e import looks
from tests.e2e.citizen import Citizen
from tests.e2e.citizen import CONFIRM
from typing import Any

import pytest
import re


CIVIL = "État civil : reconnaissance"
ZOOMED = {"width": 320, "height": 256}
"""A window of 1280 × 1024 pixels at 400 % (WCAG 1.4.10)."""

PAGES = (
    "",
    "/etat-civil",
    "/@@lost-link",
    "/@@your-data",
    "/logement/@@waiting-list",
    "/@@next-slots",
)

NAME = """it => it.labels && it.labels.length ? it.labels[0].innerText : it.innerText.replace(/\\s+/g, ' ')"""

SPEAKS = """() => [...document.querySelectorAll("#content *")].filter(one =>
    getComputedStyle(one).animationName !== "none" && getComputedStyle(one).animationDuration !== "0s"
).map(one => one.outerHTML.slice(0, 200))"""


class Keys:
    """Somebody who has a keyboard alone."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, name: str) -> None:
        """Press Tab until the control of that name has the focus, and shows it."""
        for _tab in range(150):
            self.page.keyboard.press("Tab")
            focus = self.page.locator("*:focus")
            if focus.count() and name in focus.evaluate(NAME):
                assert focus.evaluate("it => getComputedStyle(it).outlineStyle") != "none", name
                return
        raise AssertionError(f"no way to {name}")

    def press(self, name: str) -> None:
        self.reach(name)
        self.page.keyboard.press("Enter")

    def arrives(self, title: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)


@pytest.fixture
def page(pages) -> Page:
    return pages.open()


@pytest.fixture
def booked(page, section) -> Citizen:
    """Somebody who has booked; the page shows the confirmation."""
    citizen = Citizen(page, section, "Lecture")
    citizen.book(CIVIL, "etat-civil", comment="Fauteuil roulant")
    return citizen


@pytest.fixture
def readable(axe) -> Any:
    def readable(page: Page) -> str:
        """Check a page at all sizes; return its title."""
        assert axe(page, widths=(320, 1280)) == []
        assert page.locator("html").get_attribute("lang") == "fr"
        expect(page.locator("h1")).to_have_count(1)
        assert looks.restyled(page, looks.SPACED, 1280, 320) == []
        assert looks.restyled(page, looks.LARGE, 1280, 640) == []
        size = page.viewport_size
        page.set_viewport_size(ZOOMED)
        assert looks.too_wide(page, 320) == []
        page.set_viewport_size(size)
        return page.title()

    return readable


def test_every_screen_can_be_read_at_all_sizes_and_has_a_title_of_its_own(page, section, readable):
    citizen = Citizen(page, section, "Lecture")
    titles = []
    for path in PAGES:
        answer = page.goto(section + path)
        assert answer.status == 200, path
        titles.append(readable(page))
    page.goto(f"{section}/etat-civil")
    start = citizen.choose_time()
    titles.append(readable(page))
    citizen.confirm()
    titles.append(readable(page))
    citizen.fill_in("etat-civil")
    citizen.confirm()
    citizen.sees_the_confirmation()
    titles.append(readable(page))
    own = page.get_by_role("link", name=re.compile("Déplacer|Modifier")).first.get_attribute("href")
    for page_name in ("", "/move", "/cancel"):
        address, _mark, key = own.partition("?")
        page.goto(f"{address}{page_name}?{key}")
        titles.append(readable(page))
    page.goto(f"{section}/etat-civil/@@details?start={start.replace('+', '%2B')}")
    titles.append(readable(page))
    assert len(set(titles)) == len(titles), titles


def test_fields_tell_browsers_what_they_are_for(page, section):
    citizen = Citizen(page, section, "Remplissage")
    page.goto(f"{section}/etat-civil")
    citizen.choose_time()
    purposes = {
        "Prénom": "given-name",
        "Nom": "family-name",
        "Adresse électronique": "email",
        "Téléphone": "tel",
    }
    for label, purpose in purposes.items():
        exact = label in ("Prénom", "Nom")
        expect(page.get_by_label(label, exact=exact)).to_have_attribute("autocomplete", purpose)


def test_colours_that_a_reader_forces_leave_focus_and_choice_visible(page, section):
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.goto(f"{section}/passeport")
    assert page.evaluate(SPEAKS) == []
    chosen = page.locator(".rdv-choice:has(:checked)").first
    other = page.locator(".rdv-choice:not(:has(:checked))").first
    edge = "it => getComputedStyle(it).borderTopColor"
    assert chosen.evaluate(edge) != other.evaluate(edge)
    radio = chosen.get_by_role("radio")
    assert radio.evaluate("it => getComputedStyle(it).appearance") == "auto"
    button = page.locator(".rdv-slots button").first
    button.focus()
    assert button.evaluate("it => getComputedStyle(it).outlineStyle") == "solid"


def test_one_moves_and_cancels_by_the_keyboard_alone(booked, page, office):
    keys = Keys(page)
    before = office.found(booked.email)[0]["start"]
    keys.press("Déplacer ou annuler")
    keys.arrives("Mon rendez-vous")
    keys.press("Déplacer")
    keys.arrives("Déplacer mon rendez-vous")
    keys.press("Semaine suivante")
    expect(page.locator("#week")).to_be_visible()
    keys.reach(" le ")
    page.keyboard.press("Enter")
    keys.arrives("Mon rendez-vous")
    [moved] = office.found(booked.email)
    assert moved["start"] != before
    keys.press("Annuler le rendez-vous")
    keys.arrives("Annuler mon rendez-vous\N{NO-BREAK SPACE}?")
    keys.press("Oui, annuler le rendez-vous")
    keys.arrives("Mon rendez-vous")
    assert [one["state"] for one in office.found(booked.email)] == ["cancelled"]


def test_an_error_is_corrected_by_the_keyboard_alone(page, section, office):
    keys = Keys(page)
    page.goto(f"{section}/etat-civil")
    keys.press("Choisir cette date")
    keys.arrives("Vos coordonnées")
    citizen = Citizen(page, section, "Clavier")
    citizen.insist(lambda: keys.press(CONFIRM))
    expect(page.locator("#error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Prénom", exact=True)).to_be_focused()
    page.keyboard.type(citizen.first_name)
    keys.reach("Nom")
    page.keyboard.type(citizen.last_name)
    keys.reach("Adresse électronique")
    page.keyboard.type(citizen.email)
    keys.reach("J'accepte que la mairie")
    page.keyboard.press("Space")
    citizen.insist(lambda: keys.press(CONFIRM))
    citizen.sees_the_confirmation()
    assert len(office.found(citizen.email)) == 1
