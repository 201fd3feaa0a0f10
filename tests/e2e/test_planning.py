"""The planning in a browser that runs its script: it shows, moves and hears of what others do."""

from collections.abc import Callable
from collective.rendezvous.browser.built import built
from datetime import datetime
from datetime import time
from datetime import timedelta
from playwright.sync_api import expect
from playwright.sync_api import Locator
from playwright.sync_api import Page
from playwright.sync_api import Route
from secrets import token_hex
from tests.e2e.office import WARNINGS
from typing import Any
from zoneinfo import ZoneInfo

import pytest


pytestmark = pytest.mark.skipif(not built("planning"), reason="the script was not built")

HOUR = 108
"""An hour in the calendar, in CSS pixels."""


@pytest.fixture
def log_in(pages, town, section) -> Callable[[str], Page]:
    def log_in(login: str) -> Page:
        page = pages.open(height=1600)
        page.goto(f"{town}/login?came_from={section}")
        page.locator("#__ac_name").fill(login)
        page.locator("#__ac_password").fill("valombre")
        page.locator("#__ac_password").press("Enter")
        expect(page.get_by_role("link", name="Gérer les rendez-vous prévus")).to_be_visible()
        return page

    return log_in


@pytest.fixture
def booked(office) -> dict[str, Any]:
    """An appointment of tomorrow that Camille noted for before the town hall opens."""
    tomorrow = datetime.combine(
        datetime.now(ZoneInfo("Europe/Paris")).date() + timedelta(days=1), time(), ZoneInfo("Europe/Paris")
    )
    return office.booked_by_staff(
        (tomorrow + timedelta(minutes=minutes) for minutes in range(300, 360, 20)),
        type="etat-civil",
        agent="camille-aubry",
        counter="bureau-12",
        visitor={"first_name": "Zoé", "last_name": f"Deplace-{token_hex(3)}"},
    )


@pytest.fixture
def planning(log_in, section, booked) -> Page:
    """Camille's day, which asks each second what is new."""
    page = log_in("caubry")
    page.on("pageerror", lambda error: pytest.fail(str(error)))

    def hasty(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(
            response=answer, body=answer.text().replace("&quot;seconds&quot;: 30", "&quot;seconds&quot;: 1")
        )

    page.route("**/@@rendezvous-planning*", hasty)
    day = booked["start"][:10]
    page.goto(f"{section}/@@rendezvous-planning?view=day&columns=agent&agent=camille-aubry&day={day}")
    expect(page.locator(".rdv-live .ec")).to_be_visible()
    return page


def event(page: Page, booked: dict[str, Any]) -> Locator:
    reference = booked["reference"]
    return page.locator(f".rdv-live [data-reference='{reference}']")


def drag(page: Page, what: Locator, down: int) -> None:
    expect(what).to_be_in_viewport()
    box = what.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + 8
    page.mouse.move(x, y)
    page.mouse.down()
    for part in range(1, 9):
        page.mouse.move(x, y + down * part / 8)
    page.mouse.up()


def start_of(office, booked: dict[str, Any]) -> datetime:
    answer = office.staff.get(f"{office.url}/@appointments/{booked['reference']}")
    return datetime.fromisoformat(answer.json()["start"])


def test_an_appointment_is_moved_by_dragging_once_the_warning_is_confirmed(planning, booked, office, sound):
    before = datetime.fromisoformat(booked["start"])
    expect(event(planning, booked)).to_contain_text(booked["visitor"]["last_name"])
    sound(planning)

    drag(planning, event(planning, booked), HOUR)
    dialog = planning.get_by_role("dialog")
    expect(dialog).to_contain_text("Camille Aubry")
    dialog.get_by_role("button", name="Laisser comme avant").click()
    expect(planning.get_by_role("status").filter(has_text="resté à sa place")).to_be_visible()
    assert start_of(office, booked) == before

    drag(planning, event(planning, booked), HOUR)
    expect(dialog).to_be_visible()
    sound(planning)
    dialog.get_by_role("button", name="Confirmer").click()
    expect(planning.get_by_role("status").filter(has_text="Le rendez-vous est modifié.")).to_be_visible()
    assert start_of(office, booked) == before + timedelta(hours=1)
    shown = start_of(office, booked)
    expect(event(planning, booked)).to_contain_text(f"{shown.hour} h {shown.minute:02}")


def test_what_another_desk_does_is_seen_without_a_reload(planning, booked, office):
    later = datetime.fromisoformat(booked["start"]) + timedelta(hours=2)
    answer = office.staff.patch(
        f"{office.url}/@appointments/{booked['reference']}",
        json={"start": later.isoformat(), "confirm": WARNINGS},
    )
    assert answer.status_code == 200, answer.text
    expect(event(planning, booked)).to_contain_text(f"{later.hour} h {later.minute:02}")


def test_a_connection_that_breaks_leaves_all_as_it_was(planning, booked, office):
    before = start_of(office, booked)
    planning.context.set_offline(True)
    drag(planning, event(planning, booked), HOUR)
    expect(planning.get_by_role("status").filter(has_text="Le serveur ne répond pas")).to_be_visible()
    planning.context.set_offline(False)
    expect(event(planning, booked)).to_contain_text(f"{before.hour} h {before.minute:02}")
    assert start_of(office, booked) == before


def test_free_time_leads_to_the_form_and_an_appointment_to_its_own(planning, booked):
    box = event(planning, booked).bounding_box()
    planning.mouse.click(box["x"] + box["width"] / 2, box["y"] + HOUR * 2)
    planning.wait_for_url("**/@@rendezvous-add?*")
    assert "agent=camille-aubry" in planning.url
    assert f"start={booked['start'][:10]}T" in planning.url
    planning.go_back()
    event(planning, booked).focus()
    planning.keyboard.press("Enter")
    planning.wait_for_url(f"**/@@rendezvous-edit/{booked['reference']}")
