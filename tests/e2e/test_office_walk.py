"""A walk through every screen of the back office, for each who may enter it and for those who may not."""

from collections.abc import Callable
from collections.abc import Iterator
from datetime import datetime
from datetime import timedelta
from playwright.sync_api import Browser
from playwright.sync_api import expect
from playwright.sync_api import Page
from tests.e2e import looks
from tests.e2e.conftest import Pages
from tests.e2e.office import Office
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
import re


TOMORROW = datetime.now(ZoneInfo("Europe/Paris")).date() + timedelta(days=1)
STAFF = {
    "home": "@@rendezvous-home",
    "week": f"@@rendezvous-planning?day={TOMORROW}",
    "day-by-counter": f"@@rendezvous-planning?view=day&day={TOMORROW}",
    "day-by-agent": f"@@rendezvous-planning?view=day&columns=agent&day={TOMORROW}",
    "plain-week": f"@@rendezvous-planning?plain=1&day={TOMORROW}",
    "list": f"@@rendezvous-day?day={TOMORROW}",
    "search": "@@rendezvous-search",
    "add": "@@rendezvous-add",
    "edit": "@@rendezvous-edit/{reference}",
    "delete": "@@rendezvous-delete/{reference}",
    "cancel": "@@rendezvous-cancel/{reference}",
    "history": "@@appointment-for-staff/{reference}",
    "to-come": "@@rendezvous-coming",
    "stranded": "@@rendezvous-stranded",
    "waiting": "@@rendezvous-waiting",
    "paper": f"@@rendezvous-print?day={TOMORROW}",
    "own-calendar": "nadia-benali",
    "own-hours": "{own}/edit",
    "own-hours-one-day": f"{{own}}/@@one-day?day={TOMORROW}",
    "own-hours-delete": "{own}/delete_confirmation",
    "own-hours-add": "nadia-benali/++add++Availability",
    "own-absence-add": "nadia-benali/++add++Unavailability",
    "calendar-of-another": "thomas-lefevre",
    "counter": "bureau-12",
}
SETUP = {
    "types": "@@rendezvous-types",
    "type-add": "++add++AppointmentType",
    "type-edit": "etat-civil/edit",
    "type-delete": "etat-civil/delete_confirmation",
    "counters": "@@rendezvous-counters",
    "counter-add": "++add++Counter",
    "counter-edit": "bureau-12/edit",
    "counter-delete": "bureau-12/delete_confirmation",
    "counter-away": "bureau-12/++add++Unavailability",
    "agents": "@@rendezvous-agents",
    "agent-add": "++add++Agent",
    "agent-edit": "thomas-lefevre/edit",
    "agent-delete": "thomas-lefevre/delete_confirmation",
    "hours-of-another": "{other}/edit",
    "copy-hours": "@@rendezvous-copy-hours",
    "unavailabilities": "@@rendezvous-unavailabilities",
    "settings": "edit",
    "letters": "@@rendezvous-letters",
    "statistics": "@@rendezvous-statistics",
    "export": "@@rendezvous-export",
    "person": "@@rendezvous-person",
    "open": "@@rendezvous-open",
}
OWN_LIST = {"agents"}
"""What leads a receptionist to her own calendar rather than to a refusal."""

LINKS = "all => [...new Set(all.map(it => it.href.split('#')[0]))]"
EDITOR = ".tox-tinymce"
"""Plone's editor of texts: its parts lack names and values that axe-core asks for."""


@pytest.fixture(scope="module")
def opened(browser: Browser, town: str) -> Iterator[Callable[[str], Page]]:
    """A page of somebody, or of nobody where the name is empty; each logs in once."""
    pages = Pages(browser)
    found: dict[str, Page] = {}

    def opened(login: str) -> Page:
        if login not in found:
            page = found[login] = pages.open()
            page.on("pageerror", lambda error: pytest.fail(str(error)))
            if login:
                page.goto(f"{town}/login")
                page.locator("#__ac_name").fill(login)
                page.locator("#__ac_password").fill("valombre")
                page.locator("#__ac_password").press("Enter")
                expect(page.locator("#__ac_password")).to_have_count(0)
        return found[login]

    yield opened
    for context in pages.contexts:
        context.close()


@pytest.fixture(scope="module")
def ids(section: str) -> dict[str, str]:
    """An appointment to come, and hours of two agents."""
    staff = Office(section).staff
    listed = staff.get(f"{section}/@appointments", params={"from": str(TOMORROW)}).json()["items"]

    def hours(agent: str) -> str:
        inside = staff.get(f"{section}/{agent}").json()["items"]
        found = next(each["@id"] for each in inside if each["@type"] == "Availability")
        return str(found).removeprefix(f"{section}/")

    return {
        "reference": next(each["reference"] for each in listed if each["state"] == "confirmed"),
        "own": hours("nadia-benali"),
        "other": hours("thomas-lefevre"),
    }


def refused(page: Page) -> bool:
    """Whether one stands before the log-in, or is told that one may not."""
    return bool(re.search(r"/(login|require_login|insufficient-privileges)\b", urlsplit(page.url).path))


def healthy(page: Page, axe: Callable[..., list[str]]) -> list[str]:
    """What is wrong with a page, at a desktop's width and a phone's."""
    part = {"include": [["#content"]], "exclude": [[EDITOR]]}
    return axe(page, part, widths=(390, 1280)) + looks.too_wide(page, 390, 320)


@pytest.mark.parametrize("name", [*STAFF, *SETUP])
def test_an_administrator_opens_every_screen(
    name: str, opened: Any, section: str, ids: dict[str, str], axe: Any
) -> None:
    page = opened("caubry")
    answer = page.goto(f"{section}/{({**STAFF, **SETUP})[name].format(**ids)}")
    assert answer.status == 200 and not refused(page)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert healthy(page, axe) == []


def test_a_receptionist_opens_hers_and_no_link_leads_her_to_a_refusal(
    opened: Any, section: str, ids: dict[str, str], axe: Any
) -> None:
    page = opened("nbenali")
    links: dict[str, str] = {}
    for name, path in STAFF.items():
        answer = page.goto(f"{section}/{path.format(**ids)}")
        assert answer.status == 200 and not refused(page), name
        assert healthy(page, axe) == [], name
        for url in page.locator("#content a[href], #edit-zone a[href]").evaluate_all(LINKS):
            if url.startswith(f"{section}/"):
                links.setdefault(re.sub(r"\d{4}-\d\d-\d\d|\b[0-9A-Z]{10}\b", "…", url), url)
    assert len(links) > 20
    for url in links.values():
        answer = page.request.get(url)
        assert answer.status == 200 and "login" not in urlsplit(answer.url).path, url


def test_a_receptionist_is_refused_what_is_the_administrators(
    opened: Any, section: str, ids: dict[str, str]
) -> None:
    page = opened("nbenali")
    for name in SETUP.keys() - OWN_LIST:
        page.goto(f"{section}/{SETUP[name].format(**ids)}")
        assert refused(page), name
    page.goto(f"{section}/{SETUP['agents']}")
    assert urlsplit(page.url).path.endswith("/nadia-benali")


def test_whoever_is_no_agent_is_refused_everything(opened: Any, section: str, ids: dict[str, str]) -> None:
    page = opened("")
    for name, path in {**STAFF, **SETUP}.items():
        page.goto(f"{section}/{path.format(**ids)}")
        assert refused(page), name


@pytest.mark.parametrize(
    ("path", "values", "told"),
    [
        pytest.param(
            "thomas-lefevre/++add++Availability",
            {"start": "12:00", "end": "09:00"},
            "fin",
            id="hours-that-end-before-they-begin",
        ),
        pytest.param(
            "bureau-12/++add++Unavailability",
            {"start": "2027-02-02T12:00", "end": "2027-02-02T09:00"},
            "fin",
            id="an-absence-that-ends-before-it-begins",
        ),
        pytest.param(
            "++add++AppointmentType", {"title": "", "duration": "0"}, "obligatoire", id="a-type-without"
        ),
        pytest.param("++add++Counter", {"title": "", "capacity": "0"}, "obligatoire", id="a-counter-without"),
        pytest.param("++add++Agent", {"title": "", "email": "x"}, "obligatoire", id="an-agent-without"),
    ],
)
def test_what_is_wrong_in_a_form_of_the_set_up_is_told_beside_its_field(
    path: str, values: dict[str, str], told: str, opened: Any, section: str, axe: Any
) -> None:
    page = opened("caubry")
    page.goto(f"{section}/{path}")
    for name, value in values.items():
        page.locator(f"[name='form.widgets.{name}']").fill(value)
    page.locator("#content [name='form.buttons.save']").click()
    expect(page.locator("#content [aria-invalid=true]").first).to_be_visible()
    expect(page.locator("#content")).to_contain_text(told)
    assert healthy(page, axe) == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param({"date": "2027-03-28", "time": "02:30"}, "n'existe pas", id="an-hour-that-is-skipped"),
        pytest.param({"date": "", "time": ""}, "", id="no-time"),
        pytest.param({"last_name": "", "email": "sans-arobase"}, "", id="no-name"),
    ],
)
def test_what_is_wrong_with_an_appointment_is_told_and_all_is_kept(
    changed: dict[str, str], told: str, opened: Any, section: str, axe: Any
) -> None:
    page = opened("caubry")
    page.goto(f"{section}/@@rendezvous-add?type=etat-civil&agent=camille-aubry&counter=bureau-12")
    typed = {"date": str(TOMORROW), "time": "05:00", "first_name": "Zoé", "last_name": "Erreur", **changed}
    for name, value in typed.items():
        page.locator(f"#content [name={name}]").fill(value)
    page.locator("#content").get_by_role("button", name="Enregistrer", exact=True).click()
    expect(page.locator("#error-summary")).to_contain_text(told)
    for name, value in typed.items():
        expect(page.locator(f"#content [name={name}]")).to_have_value(value)
    assert healthy(page, axe) == []


def test_an_agent_who_is_not_there_is_told(opened: Any, section: str, axe: Any) -> None:
    page = opened("caubry")
    page.goto(f"{section}/@@rendezvous-add?type=etat-civil&agent=personne&day={TOMORROW}")
    assert healthy(page, axe) == []
    page.locator("[name=agent]").evaluate("it => it.add(new Option('Personne', 'personne', true, true))")
    for name, value in {"time": "10:00", "first_name": "Zoé", "last_name": "Erreur"}.items():
        page.locator(f"#content [name={name}]").fill(value)
    page.locator("#content").get_by_role("button", name="Enregistrer", exact=True).click()
    expect(page.locator("#content")).to_contain_text("Cela n'existe pas ici")
    expect(page.locator("[name=agent]")).to_have_attribute("aria-invalid", "true")
    assert healthy(page, axe) == []


def test_nothing_typed_is_lost_when_the_session_ended_in_another_tab(
    pages: Pages, town: str, section: str
) -> None:
    page = pages.open()
    page.goto(f"{town}/login?came_from={section}")
    page.locator("#__ac_name").fill("caubry")
    page.locator("#__ac_password").fill("valombre")
    page.locator("#__ac_password").press("Enter")
    page.get_by_role("link", name="Gérer les rendez-vous prévus").click()
    page.goto(f"{section}/@@rendezvous-add?type=etat-civil&agent=camille-aubry&counter=bureau-12")
    typed = {"date": str(TOMORROW), "time": "05:50", "first_name": "Zoé", "last_name": "Gardée"}
    for name, value in typed.items():
        page.locator(f"#content [name={name}]").fill(value)

    other = page.context.new_page()
    other.goto(f"{town}/logout")
    page.locator("#content").get_by_role("button", name="Enregistrer", exact=True).click()
    again = page.get_by_role("link", name="Se connecter de nouveau")
    expect(again).to_be_visible()
    with page.context.expect_page() as window:
        again.click()
    login = window.value
    login.locator("#__ac_name").fill("caubry")
    login.locator("#__ac_password").fill("valombre")
    login.locator("#__ac_password").press("Enter")
    expect(login.locator("body")).to_contain_text("Fermez cette fenêtre")
    for name, value in typed.items():
        expect(page.locator(f"#content [name={name}]")).to_have_value(value)
    page.locator("#content").get_by_role("button", name="Enregistrer", exact=True).click()
    expect(page.locator("#content")).to_contain_text("hors disponibilités")
    expect(page.locator("#content [name=last_name]")).to_have_value("Gardée")
