"""The portlet of the next free dates, put on a page of the town's site by its form."""

from collections.abc import Iterator
from playwright.sync_api import expect
from playwright.sync_api import Page
from tests.e2e.office import Office
from typing import Any

import pytest


PORTLET = ".portletRendezVousSoon"


@pytest.fixture
def elsewhere(office: Office, town: str) -> Iterator[str]:
    """The address of a page outside the section."""
    made = office.staff.post(town, json={"@type": "Document", "title": "Démarches"})
    assert made.status_code == 201, made.text
    url = made.json()["@id"]
    yield url
    office.staff.delete(url)


def test_it_leads_from_any_page_to_the_days_of_a_type(
    pages: Any, town: str, elsewhere: str, axe: Any
) -> None:
    page: Page = pages.open()
    page.goto(f"{town}/login?came_from={elsewhere}")
    page.locator("#__ac_name").fill("admin")
    page.locator("#__ac_password").fill("admin")
    page.locator("#__ac_password").press("Enter")
    page.wait_for_url(elsewhere)
    page.goto(f"{elsewhere}/++contextportlets++plone.rightcolumn/+/collective.rendezvous.NextSlots")
    page.locator("#content select").first.select_option(label="Rendez-vous : tous les motifs")
    page.locator("[name='form.buttons.add']").click()
    page.wait_for_url("**/@@manage-portlets")
    page.goto(elsewhere)
    portlet = page.locator(PORTLET)
    expect(portlet).to_contain_text("État civil : reconnaissance")
    assert axe(page, PORTLET, widths=(320, 1280)) == []
    portlet.get_by_role("link", name="État civil : reconnaissance").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Choisir une date et une heure")
