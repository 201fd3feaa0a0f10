"""The calendar of availabilities in a browser that runs its script: drag, draw, refuse, keyboard."""

from collections.abc import Callable
from collective.rendezvous.browser.built import built
from datetime import date
from datetime import timedelta
from playwright.sync_api import expect
from playwright.sync_api import Locator
from playwright.sync_api import Page
from typing import Any

import pytest


pytestmark = pytest.mark.skipif(not built("availability"), reason="the script was not built")

HOUR = 56
"""An hour in the calendar, in CSS pixels."""

MONDAY = date.today() + timedelta(days=7 * 40 - date.today().weekday())
"""So far ahead that no demo appointment stands there."""


@pytest.fixture
def week(pages, town, section) -> Callable[..., Page]:
    def week(login: str, agent: str, monday: date = MONDAY) -> Page:
        page = pages.open(height=1600)
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        page.goto(f"{town}/login?came_from={section}")
        page.locator("#__ac_name").fill(login)
        page.locator("#__ac_password").fill("valombre")
        page.locator("#__ac_password").press("Enter")
        expect(page.get_by_role("link", name="Gérer les agents")).to_be_visible()
        page.goto(f"{section}/{agent}?day={monday}")
        return page

    return week


def block(page: Page, hours: str, weekday: str) -> Locator:
    return page.locator(".rdv-live a.rdv-item").filter(has_text=hours).filter(has_text=f", {weekday}")


def drag(page: Page, x: float, y: float, down: int) -> None:
    page.mouse.move(x, y)
    page.mouse.down()
    for part in range(1, 9):
        page.mouse.move(x, y + down * part / 8)
    page.mouse.up()


def pull(page: Page, what: Locator, down: int) -> None:
    expect(what).to_be_visible()
    box: Any = what.bounding_box()
    drag(page, box["x"] + box["width"] / 2, box["y"] + 30, down)


def test_hours_are_dragged_for_one_day_and_go_back_when_one_leaves(week, sound):
    page = week("nbenali", "nadia-benali")
    item = block(page, "9 h 00 à 12 h 00", "mardi")
    sound(page)
    pull(page, item, HOUR)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("De 10 h 00 à 13 h 00")
    dialog.get_by_role("button", name="Laisser comme avant").click()
    expect(page.get_by_role("status").filter(has_text="Rien n'a changé")).to_be_visible()
    pull(page, item, HOUR)
    dialog.get_by_role("button", name="Seulement").click()
    expect(page.locator(".portalMessage").filter(has_text="10 h 00 à 13 h 00")).to_be_visible()
    expect(block(page, "10 h 00 à 12 h 00", "mardi")).to_be_visible()
    expect(block(page, "9 h 00 à 12 h 00", "mercredi")).to_be_visible()


def test_a_connection_that_breaks_leaves_the_hours_as_they_were(week):
    page = week("nbenali", "nadia-benali", MONDAY + timedelta(days=7))
    item = block(page, "9 h 00 à 12 h 00", "mardi")
    expect(item).to_be_visible()
    page.context.set_offline(True)
    pull(page, item, HOUR)
    page.get_by_role("dialog").get_by_role("button", name="Seulement").click()
    expect(page.get_by_role("status").filter(has_text="Le serveur ne répond pas")).to_be_visible()
    page.context.set_offline(False)
    page.reload()
    expect(block(page, "9 h 00 à 12 h 00", "mardi")).to_be_visible()


def test_drawing_opens_the_form_with_day_and_hours(week):
    page = week("nbenali", "nadia-benali", MONDAY + timedelta(days=14))
    above: Any = block(page, "13 h 30 à 17 h 00", "lundi").bounding_box()
    column: Any = page.locator(".rdv-live .ec-day").nth(2).bounding_box()
    drag(page, column["x"] + 60, above["y"] + HOUR / 2, HOUR)
    page.wait_for_url("**/++add++Availability?*")
    expect(page.locator("#formfield-form-widgets-days").get_by_label("mercredi")).to_be_checked()
    assert page.locator("[name='form.widgets.start']").input_value() == "14:00"


def test_by_the_keyboard_one_reaches_the_form_of_one_day(week, sound):
    page = week("caubry", "thomas-lefevre")
    page.locator(".rdv-live a.rdv-item").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/@@one-day?*")
    page.locator("#d-end").fill("00:10")
    page.locator("#d-end").press("Enter")
    expect(page.locator("#error-summary")).to_be_focused()
    sound(page)
    page.go_back()


def test_a_colleague_only_reads(week, section):
    page = week("nbenali", "camille-aubry")
    expect(page.locator(".rdv-cal")).to_be_visible()
    expect(page.locator(".rdv-live")).to_have_count(0)
    expect(page.locator("#content").get_by_role("link", name="Ajouter une disponibilité")).to_have_count(0)
    expect(page.locator(".rdv-cal a")).to_have_count(0)
