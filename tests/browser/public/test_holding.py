"""The time that is chosen is kept while the form is filled in, and the page says so in words."""

from collections.abc import Callable
from collective.rendezvous.booking.office import ledger_of
from plone import api
from tests.browser.public.conftest import Citizen
from typing import Any

import pytest
import transaction


KEPT = "Ce créneau est gardé pour vous jusqu'à 9 h 52."
LEFT = "Il vous reste 10 minutes pour remplir cette page."


def plain(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u202f", " ")


def holds(section: Any, hand: Any) -> list[Any]:
    transaction.begin()
    return sorted(ledger_of(section).holds.live(hand.now))


@pytest.fixture
def other(functional: Any, section: Any, hand: Any) -> Citizen:
    """Somebody else, with a browser of their own."""
    return Citizen(functional["app"], section, hand)


def firsts(citizen: Any) -> str:
    """The first time that can be chosen."""
    return citizen.go("/cni").getControl(name="start", index=0).value


def test_the_page_says_until_when_the_time_is_kept(citizen: Any, section: Any, hand: Any) -> None:
    citizen.choose()
    assert KEPT in plain(citizen.text)
    assert LEFT in plain(citizen.text)
    assert 'data-rdv-hold="2026-11-10T09:52:00+01:00"' in citizen.contents
    assert 'data-rdv-now="2026-11-10T09:42:00+01:00"' in citizen.contents
    assert len(holds(section, hand)) == 1


def test_nobody_else_can_choose_it_meanwhile(citizen: Any, other: Any) -> None:
    first = firsts(other)
    citizen.choose()
    other.press("start", index=0)
    assert other.status == 409
    assert "Ce créneau vient d'être pris" in other.text
    assert firsts(other) > first


def test_whoever_keeps_it_books_it(citizen: Any, section: Any, hand: Any) -> None:
    citizen.book()
    assert "Votre rendez-vous est confirmé" in citizen.text
    assert holds(section, hand) == []


def test_reloading_keeps_nothing_more(citizen: Any, section: Any, hand: Any) -> None:
    citizen.choose()
    before = holds(section, hand)
    citizen.reload()
    assert KEPT in plain(citizen.text)
    assert holds(section, hand) == before


def test_going_back_and_choosing_the_same_goes_on_with_it(citizen: Any, section: Any, hand: Any) -> None:
    first = firsts(citizen)
    citizen.press("start", index=0)
    (before,) = holds(section, hand)
    hand.forward(minutes=2)
    assert firsts(citizen) == first, "one's own time is still on offer"
    citizen.press("start", index=0)
    (after,) = holds(section, hand)
    assert after == before._replace(until=before.until + 120)


def test_going_back_and_choosing_another_gives_the_first_one_back(
    citizen: Any, other: Any, section: Any, hand: Any
) -> None:
    first = firsts(other)
    citizen.choose()
    citizen.go("/cni").press("start", index=3)
    assert len(holds(section, hand)) == 1
    assert firsts(other) == first


def test_choosing_another_time_from_the_form_gives_it_back_and_keeps_what_was_typed(
    citizen: Any, section: Any, hand: Any
) -> None:
    citizen.choose()
    (before,) = holds(section, hand)
    citizen.fill(comment="Avec une poussette")
    citizen.press("back")
    citizen.press("start", index=3)
    (after,) = holds(section, hand)
    assert after.start > before.start
    assert citizen.getControl(name="comment").value == "Avec une poussette"
    citizen.press("book")
    assert "Votre rendez-vous est confirmé" in citizen.text
    assert holds(section, hand) == []


def test_what_lapses_costs_nothing_that_was_typed(citizen: Any, section: Any, hand: Any) -> None:
    citizen.choose()
    citizen.fill()
    hand.forward(minutes=10)
    citizen.press("book")
    assert "Votre rendez-vous est confirmé" in citizen.text


def test_what_lapses_and_is_taken_leads_to_others_with_all_that_was_typed(
    citizen: Any, section: Any, hand: Any, other: Any
) -> None:
    citizen.choose()
    citizen.fill()
    hand.forward(minutes=10)
    other.book()
    citizen.press("book")
    assert citizen.status == 409
    assert "Tout ce que vous avez écrit est conservé." in citizen.text
    citizen.press("start", index=0)
    assert "Votre rendez-vous est confirmé" in citizen.text


def test_it_can_be_kept_longer_as_often_as_one_needs(citizen: Any, section: Any, hand: Any) -> None:
    citizen.go("/cni?from=2026-11-16").press("start", index=1)
    citizen.fill(comment="Long")
    for _ in range(10):
        hand.forward(minutes=9)
        citizen.press("keep")
        assert "Il vous reste 10 minutes" in plain(citizen.text)
        assert citizen.getControl(name="comment").value == "Long"
    citizen.press("book")
    assert "Votre rendez-vous est confirmé" in citizen.text


def test_one_that_has_lapsed_says_so_and_can_be_kept_again(citizen: Any, section: Any, hand: Any) -> None:
    citizen.choose()
    hand.forward(minutes=11)
    citizen.reload()
    assert "Ce créneau n'est plus gardé pour vous." in citizen.text
    citizen.press("keep")
    assert "Ce créneau est gardé pour vous jusqu'à 10 h 03." in plain(citizen.text)


def test_whoever_has_to_correct_something_has_as_much_time_again(citizen: Any, hand: Any) -> None:
    citizen.choose()
    citizen.fill(email="ines@")
    hand.forward(minutes=9)
    citizen.press("book")
    assert "Il vous reste 10 minutes" in plain(citizen.text)


def test_over_three_the_form_goes_on_without_a_word(
    citizen: Any, other: Any, functional: Any, section: Any, hand: Any
) -> None:
    for _ in range(3):
        Citizen(functional["app"], section, hand).choose()
    citizen.choose()
    assert "gardé" not in citizen.text
    assert len(holds(section, hand)) == 3
    citizen.fill()
    citizen.press("book")
    assert "Votre rendez-vous est confirmé" in citizen.text


def test_where_no_times_are_kept_nothing_is_said(
    citizen: Any, section: Any, hand: Any, setup: Callable[..., None]
) -> None:
    setup(section, hold_minutes=0)
    citizen.choose()
    assert "gardé" not in citizen.text
    citizen.fill()
    citizen.press("book")
    assert "Votre rendez-vous est confirmé" in citizen.text


def test_without_cookies_a_time_is_kept_all_the_same(citizen: Any, section: Any, hand: Any) -> None:
    citizen.choose()
    citizen.cookies.clearAll()
    citizen.reload()
    assert KEPT in plain(citizen.text)
    citizen.fill()
    citizen.press("book")
    assert "Votre rendez-vous est confirmé" in citizen.text


def test_the_cookie_is_for_this_type_alone_and_no_script_reads_it(citizen: Any, section: Any) -> None:
    citizen.choose()
    cookie = citizen.cookies.getinfo("hold")
    assert cookie["path"] == section["cni"].absolute_url_path()
    assert cookie["expires"] is not None


def test_choosing_while_suspended_says_so(citizen: Any, section: Any) -> None:
    citizen.go("/cni")
    transaction.begin()
    api.content.transition(section, "suspend")
    transaction.commit()
    citizen.press("start", index=0)
    assert citizen.getControl is not None
    assert "gardé" not in citizen.text


def test_a_get_keeps_nothing(citizen: Any, section: Any) -> None:
    citizen.go("/cni/@@details?start=2026-11-12T09:20:00%2B01:00")
    assert citizen.status == 200
    transaction.begin()
    assert ledger_of(section) is None or not list(ledger_of(section).holds.kept.values())
