from tests.browser.staff.conftest import said
from tests.town import agent
from typing import Any

import re
import transaction


DAY = "@@rendezvous-day"


def names(answer: Any) -> list[str]:
    return re.findall(r">Marie (\w+)</a>", answer.text)


def test_a_day_lists_its_appointments_in_order(page: Any, book: Any) -> None:
    book("11:00", last_name="Tard")
    book("9:00", last_name="Tot")
    book(day="2026-11-12", last_name="Jeudi")
    assert names(page("nadia", DAY)) == ["Tot", "Tard"]
    assert names(page("nadia", f"{DAY}?day=2026-11-12")) == ["Jeudi"]


def test_filters_stand_in_the_address_and_are_kept_from_day_to_day(
    section: Any, page: Any, book: Any, desk: Any
) -> None:
    for hour, who, name in (("10", "nadia", "Un"), ("11", "camille", "Deux")):
        asked = {"type": "cni", "start": f"2026-11-10T{hour}:00:00+01:00", "agent": who}
        desk.book({**asked, "visitor": {"first_name": "Marie", "last_name": name}})
    answer = page("nadia", f"{DAY}?day=2026-11-10&agent=camille&type=&counter=")
    assert names(answer) == ["Deux"]
    assert "Agent\xa0: Camille" in said(answer)
    assert "day=2026-11-11&amp;agent=camille" in answer.text
    assert re.search(r'<option value="camille"\s+selected="selected"', answer.text)
    assert names(page("nadia", f"{DAY}?type=logement")) == []
    assert names(page("nadia", f"{DAY}?counter=nowhere&agent=nobody")) == ["Un", "Deux"]


def test_what_was_cancelled_is_struck_through_and_said(page: Any, book: Any, desk: Any) -> None:
    desk.transition(book().reference, "cancel")
    text = page("nadia", DAY).text
    assert re.search(r'<tr class="is-off"|class="is-off"', text)
    assert "Annulé" in text
    assert "Aucun rendez-vous. 1 annulé." in text


def test_a_day_that_does_not_exist_is_told_and_today_shown(page: Any, book: Any) -> None:
    book()
    for day in ("2026-02-30", "tomorrow", "0001-01-01", "9999-12-31", "2026-11-10T00:00"):
        answer = page("nadia", f"{DAY}?day={day}")
        assert answer.status_code == 200
        assert "Cette date n'existe pas." in answer.text
        assert "<title>Erreur\xa0: " in answer.text
        assert names(answer) == ["Durand"]


def test_a_day_given_twice_breaks_nothing(page: Any) -> None:
    assert page("nadia", f"{DAY}?day=2026-11-10&day=2026-11-11&agent=a&agent=b").status_code == 200


def test_only_an_administrator_is_led_to_the_settings(section: Any, page: Any) -> None:
    agent(section, "thomas")
    transaction.commit()
    assert "Régler" in page("camille", DAY).text
    assert "Régler" not in page("thomas", DAY).text


def test_a_public_holiday_is_named(page: Any) -> None:
    assert "Fermé\xa0: Armistice" in page("nadia", f"{DAY}?day=2026-11-11").text


def test_what_can_be_cancelled_leads_to_the_page_that_asks(page: Any, book: Any, press: Any) -> None:
    made = book(day="2026-11-12")
    day = "@@rendezvous-day?day=2026-11-12"
    assert f"@@rendezvous-cancel/{made.reference}" in page("nadia", day).text
    press("nadia", "cancel", made)
    assert "rendezvous-cancel" not in page("nadia", day).text
