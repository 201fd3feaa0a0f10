"""The citizen's pages in a browser that runs their script: no needless reload, the focus where one reads."""

from collections.abc import Callable
from collective.rendezvous.browser.built import built
from playwright.sync_api import expect
from playwright.sync_api import Page
from playwright.sync_api import Request
from tests.e2e.citizen import Citizen
from tests.e2e.citizen import CONFIRM

import pytest
import re


pytestmark = pytest.mark.skipif(not built("citizen"), reason="the script was not built")

PASSPORT = "Carte d'identité ou passeport"
WEEK = "#week"
VOICE = "p[role=status].visually-hidden"


@pytest.fixture
def page(pages) -> Page:
    page = pages.open()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    return page


@pytest.fixture
def loaded(page) -> list[str]:
    """The documents that the browser loaded anew."""
    documents: list[str] = []

    def note(request: Request) -> None:
        if request.is_navigation_request():
            documents.append(request.url)

    page.on("request", note)
    return documents


@pytest.fixture
def choosing(page, section, loaded) -> Callable[[], Citizen]:
    citizen = Citizen(page, section, "Script")
    citizen.choose_type(PASSPORT)
    loaded.clear()
    return citizen


def test_weeks_turn_without_a_reload_and_the_title_has_the_focus(choosing, page, loaded, sound):
    first = page.locator(WEEK).inner_text()
    page.get_by_role("link", name="Semaine suivante").press("Enter")
    expect(page.locator(WEEK)).to_be_focused()
    second = page.locator(WEEK).inner_text()
    assert second != first
    assert re.search(r"from=\d{4}-\d\d-\d\d#week$", page.url)
    sound(page)
    page.go_back()
    expect(page.locator(WEEK)).to_have_text(first)
    expect(page.locator(VOICE)).to_contain_text(first)
    page.go_forward()
    expect(page.locator(WEEK)).to_have_text(second)
    assert loaded == []
    page.reload()
    expect(page.locator(WEEK)).to_have_text(second)


def test_another_place_shows_its_times_and_leaves_the_focus(choosing, page, loaded):
    other = page.get_by_label("Mairie annexe des Tilleuls")
    other.focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("place=annexe-des-tilleuls"))
    expect(page.locator(VOICE)).to_contain_text("Première date disponible")
    expect(other).to_be_focused()
    page.get_by_label("Pour combien de personnes").select_option("2")
    expect(page.locator("#rdv-type")).to_contain_text("35 minutes")
    expect(page.get_by_label("Pour combien de personnes")).to_have_value("2")
    date = page.get_by_label("Aller à une autre date")
    date.fill(date.get_attribute("max"))
    expect(page).to_have_url(re.compile("place=annexe-des-tilleuls&people=2&from="))
    page.get_by_role("button", name="Afficher la semaine").click()
    expect(page.locator(WEEK)).to_be_focused()
    assert loaded == []
    start = choosing.choose_time()
    assert "place=annexe-des-tilleuls" in page.url and "people=2" in page.url
    expect(page.locator(f".rdv-summary time[datetime='{start[:16]}']")).to_be_visible()


def test_when_the_server_does_not_answer_as_expected_the_browser_goes_there(choosing, page):
    page.route("**/passeport?*", lambda route: route.abort(), times=1)
    first = page.locator(WEEK).inner_text()
    with page.expect_event("load"):
        page.get_by_role("link", name="Semaine suivante").click()
    expect(page.locator(WEEK)).not_to_have_text(first)


def test_errors_have_the_focus_and_a_field_is_checked_when_it_is_left(choosing, page, sound):
    choosing.choose_time()
    email = page.get_by_label("Adresse électronique")
    email.press_sequentially("apolline@")
    expect(page.locator("#email-error")).to_have_count(0)
    email.press("Tab")
    expect(page.locator("#email-error")).to_contain_text("Il manque quelque chose à cette adresse")
    expect(email).to_have_attribute("aria-describedby", "email-help email-error")
    expect(page.get_by_label("Téléphone")).to_be_focused()
    expect(page.locator(VOICE)).to_contain_text("Il manque quelque chose")
    sound(page)
    email.fill(choosing.email)
    email.press("Tab")
    expect(page.locator("#email-error")).to_have_count(0)
    expect(email).not_to_have_attribute("aria-invalid", "true")
    page.get_by_label("Prénom", exact=True).focus()
    page.keyboard.press("Tab")
    expect(page.locator("#first_name-error")).to_have_count(0)

    choosing.confirm()
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page).to_have_title(re.compile("^Erreur"))
    page.locator("#error-summary").get_by_role("link").first.press("Enter")
    expect(page.get_by_label("Prénom", exact=True)).to_be_focused()
    page.keyboard.type("Apolline")
    page.keyboard.press("Tab")
    expect(page.locator("#first_name-error")).to_have_count(0)
    sound(page)
    page.get_by_label("Nom", exact=True).fill("Script")
    question = page.get_by_role("group", name="Quel titre demandez-vous")
    expect(question).to_contain_text("Choisissez une réponse")
    # What goes away as the name is left must not move the choice from under the press.
    page.get_by_label("Passeport", exact=True).check()
    expect(page.locator("#last_name-error")).to_have_count(0)
    expect(question).not_to_contain_text("Choisissez une réponse")


def test_two_quick_presses_send_once_and_a_later_one_is_a_new_try(page, section, office):
    page.clock.install()
    citizen = Citizen(page, section, "Deuxpressions")
    citizen.choose_type("État civil : reconnaissance")
    citizen.choose_time()
    citizen.fill_in("etat-civil")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page.route("**/@@details", lambda route: route.abort("aborted"), times=1)
    with page.expect_event("requestfailed"):
        page.get_by_role("button", name=CONFIRM).dblclick()
    assert len(sent) == 1
    page.clock.run_for(4000)
    citizen.confirm()
    citizen.sees_the_confirmation()
    assert len(sent) > 1
    assert len(office.found(citizen.email)) == 1


def test_the_button_that_prints_is_there_and_prints(page, section):
    page.add_init_script("window.print = () => { window.printed = true }")
    citizen = Citizen(page, section, "Papier")
    citizen.book("État civil : reconnaissance", "etat-civil")
    page.get_by_role("button", name="Imprimer").click()
    assert page.evaluate("window.printed") is True
