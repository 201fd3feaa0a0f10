"""Finding an appointment as one types, and without a script."""

from datetime import datetime
from playwright.sync_api import expect
from playwright.sync_api import Page
from secrets import token_hex
from tests.e2e.test_staff import log_in
from typing import Any

import pytest
import re


__all__ = ["log_in"]

BOX = "Rechercher un rendez-vous"


@pytest.fixture
def garnier(office: Any, section: str) -> dict[str, Any]:
    """One to come, of a lady with a long name."""
    wish = office.public.get(f"{section}/@next-slots", params={"type": "etat-civil", "limit": 1}).json()
    name = f"de la Roche-Évrard-{token_hex(3)}"
    visitor = {"first_name": "Zoé", "last_name": name, "email": f"{token_hex(6)}@courriel.example"}
    sent = {"type": "etat-civil", "start": wish["items"][0]["start"], "visitor": visitor, "consent": True}
    answer = office.public.post(f"{section}/@appointments", json=sent)
    assert answer.status_code == 201, answer.text
    return {**answer.json(), **visitor}


def found(page: Page) -> Any:
    return page.get_by_role("list", name="Rendez-vous trouvés")


def test_appointments_are_found_as_one_types(log_in: Any, garnier: dict[str, Any], sound: Any) -> None:
    page = log_in("nbenali")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "search" in request.url else None)
    box = page.get_by_label(BOX)
    box.press_sequentially(f"evrard {garnier['last_name'][-6:]}", delay=20)
    link = found(page).get_by_role("link")
    expect(link).to_have_count(1)
    expect(link).to_contain_text(garnier["last_name"])
    expect(link).to_contain_text(str(datetime.fromisoformat(garnier["start"]).year))
    expect(page.get_by_role("status").filter(has_text="1 rendez-vous à venir.")).to_be_visible()
    assert asked and not any("evrard" in url for url in asked)
    sound(page)
    box.press("ArrowDown")
    expect(link).to_be_focused()
    link.press("ArrowUp")
    expect(box).to_be_focused()
    box.press("ArrowDown")
    link.press("Escape")
    expect(box).to_be_focused()
    expect(found(page)).to_have_count(0)
    box.fill("")
    box.press_sequentially(garnier["reference"].lower(), delay=5)
    found(page).get_by_role("link").press("Enter")
    expect(page).to_have_url(re.compile(garnier["reference"]))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_nothing_found_says_so_and_one_letter_asks_nothing(log_in: Any) -> None:
    page = log_in("nbenali")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "search" in request.url else None)
    page.get_by_label(BOX).press_sequentially("q")
    page.get_by_label(BOX).press_sequentially("xz", delay=20)
    expect(page.get_by_text("Aucun rendez-vous à venir ne commence ainsi.")).to_be_visible()
    assert 1 <= len(asked) <= 2
    page.get_by_label(BOX).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Rechercher")


def test_a_session_that_ended_is_told(log_in: Any) -> None:
    page = log_in("nbenali")
    page.context.clear_cookies()
    page.get_by_label(BOX).press_sequentially("du", delay=20)
    expect(page.get_by_text("Vous n'êtes plus connecté.")).to_be_visible()


def test_the_planning_finds_appointments_too(log_in: Any, section: str, garnier: dict[str, Any]) -> None:
    page = log_in("caubry")
    page.goto(f"{section}/@@rendezvous-planning")
    page.get_by_label(BOX).press_sequentially(f"roche evrard {garnier['last_name'][-6:]}", delay=5)
    expect(found(page).get_by_role("link")).to_have_count(1)
