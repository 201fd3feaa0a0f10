"""The time that is kept while one writes: told in words, spoken twice, and nothing is lost at its end."""

from collections.abc import Callable
from collective.rendezvous.browser.built import built
from playwright.sync_api import expect
from playwright.sync_api import Page
from tests.e2e.citizen import Citizen
from tests.e2e.office import Office
from typing import Any

import pytest


CIVIL = "État civil : reconnaissance"
LEFT = "[data-rdv-hold-left]"
VOICE = "p[role=status].visually-hidden"
MINUTE = 60_000
OVER = "Ce créneau n'est plus gardé pour vous."

scripted = pytest.mark.skipif(not built("citizen"), reason="the script was not built")


@pytest.fixture
def page(pages: Any) -> Page:
    page: Page = pages.open()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.clock.install()
    return page


@pytest.fixture
def writing(page: Page, section: str) -> Citizen:
    """Somebody who has written everything down, ten minutes before the time is free again."""
    citizen = Citizen(page, section, "Lentement")
    citizen.choose_type(CIVIL)
    citizen.choose_time()
    citizen.fill_in("etat-civil", comment="Un interprète")
    return citizen


@pytest.fixture
def later(page: Page) -> Callable[[int], None]:
    def later(minutes: int) -> None:
        page.clock.run_for(minutes * MINUTE)

    return later


def nothing_is_lost(citizen: Citizen) -> None:
    expect(citizen.page.get_by_label("Nom", exact=True)).to_have_value("Lentement")
    expect(citizen.page.get_by_label("Quelque chose")).to_have_value("Un interprète")
    expect(citizen.page.get_by_label("J'accepte que la mairie")).to_be_checked()


@scripted
def test_the_words_follow_the_clock_and_the_voice_speaks_at_five_minutes_and_at_one(
    writing: Citizen, page: Page, later: Callable[[int], None]
) -> None:
    left, voice = page.locator(LEFT), page.locator(VOICE)
    expect(left).to_contain_text("Il vous reste 10 minutes")
    later(3)
    expect(left).to_contain_text("Il vous reste 7 minutes")
    expect(voice).to_have_text("")
    later(2)
    expect(left).to_contain_text("Il vous reste 5 minutes")
    expect(voice).to_contain_text("Il vous reste 5 minutes")
    later(2)
    expect(left).to_contain_text("Il vous reste 3 minutes")
    expect(voice).to_contain_text("Il vous reste 5 minutes")
    later(2)
    expect(left).to_contain_text("Il vous reste 1 minute")
    expect(voice).to_contain_text("Il vous reste 1 minute")
    later(1)
    expect(left).to_contain_text(OVER)
    expect(voice).to_contain_text(OVER)
    nothing_is_lost(writing)


@scripted
def test_when_it_is_over_one_books_what_is_still_free(
    writing: Citizen, page: Page, office: Office, later: Callable[[int], None]
) -> None:
    office.lets_go(page.url)
    later(11)
    expect(page.locator(LEFT)).to_contain_text(OVER)
    writing.confirm()
    writing.sees_the_confirmation()
    assert len(office.found(writing.email)) == 1


def test_it_can_be_kept_again_with_all_that_was_written(writing: Citizen, page: Page, office: Office) -> None:
    office.lets_go(page.url)
    page.get_by_role("button", name="Garder ce créneau").click()
    expect(page.locator(LEFT)).to_contain_text("Il vous reste 10 minutes")
    nothing_is_lost(writing)
