"""« Données d'une personne »: found, taken along, erased, by administrators alone."""

from collective.rendezvous.ledger.waiting import Waiter
from datetime import date
from tests.browser.staff.conftest import message
from tests.browser.staff.conftest import said
from typing import Any

import json
import pytest
import transaction


NAME = "@@rendezvous-person"


@pytest.fixture
def ask(page: Any, token: Any) -> Any:
    def ask(who: str = "camille", **form: Any) -> Any:
        transaction.begin()
        answer = page(who, NAME, "POST", data={"_authenticator": token("camille"), **form})
        transaction.begin()
        return answer

    return ask


@pytest.fixture
def ines(book: Any, hand: Any) -> list[Any]:
    """One that is over and one to come."""
    found = [book("10:00", last_name="Garnier"), book("10:00", "2026-11-12", last_name="Garnier")]
    hand.forward(hours=3)
    return found


def test_a_person_is_found_by_what_is_given_in_full(ask, ines, book):
    other = book("10:20", "2026-11-12", last_name="Garniers")
    for text in ("garnier@example.org", "Marie Garnier", "garnier  marie", ines[1].reference):
        answer = ask(q=text)
        assert answer.status_code == 200
        assert ines[1].reference in said(answer) and other.reference not in said(answer)
    for text in ("garnier", "", " ", "nobody@example.org", "<script>"):
        told = said(ask(q=text))
        assert ines[0].reference not in told
        assert "ne garde rien sous ce nom" in told
        assert "<script>" not in ask(q=text).text.partition('id="content"')[2].partition("<footer")[0]


def test_a_name_in_the_address_is_not_listened_to(page, ines):
    answer = page("camille", f"{NAME}?q=garnier@example.org")
    assert ines[0].reference not in answer.text


def test_what_is_kept_is_taken_along_as_json(ask, ines):
    answer = ask(q="garnier@example.org", download="1")
    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "garnier" not in answer.headers["Content-Disposition"].lower()
    told = answer.json()
    assert [one["Référence"] for one in told["Rendez-vous"]] == [one.reference for one in ines]
    assert all(one.key not in answer.text for one in ines)
    assert told["Rendez-vous"][0]["Historique"][0]["Qui"] == "le visiteur"


def test_it_is_asked_before_anything_is_erased(ask, ines):
    answer = ask(q="garnier@example.org", ask="1", ticks="1", reference=[one.reference for one in ines])
    told = said(answer)
    assert "On ne peut pas revenir en arrière" in told
    assert ines[1].reference in told and ines[0].reference not in told
    assert not any(one.erased for one in ines)


def test_what_is_over_is_erased_and_what_is_to_come_is_left(ask, ines, desk):
    references = [one.reference for one in ines]
    answer = ask(q="garnier@example.org", ticks="1", reference=references, erase="1")
    assert answer.status_code == 303
    assert "Rendez-vous effacés\u00a0: 1" in message(answer) and ines[1].reference in message(answer)
    assert [one.erased for one in ines] == [True, False]
    assert [line.reference for line in desk.ledger.erasures.since()] == references[:1]


def test_what_is_to_come_is_cancelled_as_well_where_one_says_so(ask, ines):
    references = [one.reference for one in ines]
    ask(q="garnier@example.org", ticks="1", reference=references, erase="1", cancel="1")
    assert [one.erased for one in ines] == [True, True]
    assert ines[1].state == "cancelled"


def test_only_what_is_ticked_is_erased(ask, book, hand):
    homonyms = [book("10:00", last_name="Garnier"), book("10:20", last_name="Garnier", email="x@example.org")]
    hand.forward(hours=3)
    ask(q="Marie Garnier", ticks="1", reference=homonyms[1].reference, erase="1")
    assert [one.erased for one in homonyms] == [False, True]
    stranger = book("10:40", "2026-11-12", last_name="Durand")
    ask(q="Marie Garnier", ticks="1", reference=stranger.reference, erase="1", cancel="1")
    ask(q="Marie Garnier", ticks="1", erase="1", cancel="1")
    assert not stranger.erased and not homonyms[0].erased


def test_who_waits_is_found_and_forgotten_too(ask, section, desk, book):
    made = book(last_name="Durand")
    transaction.begin()
    day = date(2026, 11, 20)
    times = {"first": day, "last": day, "ends": 2_000_000_000, "created": 1_764_000_000}
    desk.ledger.waiting.add(Waiter(type_uid=section["cni"].UID(), email="garnier@example.org", **times))
    transaction.commit()
    told = said(ask(q="garnier@example.org"))
    assert "Liste d'attente" in told and "Carte d'identité" in told and "vendredi 20 novembre 2026" in told
    assert json.loads(ask(q="garnier@example.org", download="1").text)["Liste d'attente"]
    ask(q="garnier@example.org", ticks="1", erase="1")
    assert desk.ledger.waiting
    ask(q="garnier@example.org", ticks="1", others="1", erase="1")
    assert not desk.ledger.waiting
    assert not made.erased


@pytest.mark.parametrize("who", ["nadia", "passerby", None])
def test_nobody_else_finds_or_erases(page, token, ines, who):
    for form in ({}, {"download": "1"}, {"erase": "1", "cancel": "1"}):
        answer = page(who, NAME, "POST", data={"q": "garnier@example.org", **form})
        assert answer.status_code in (302, 401)
        assert ines[0].reference not in answer.text
    transaction.begin()
    assert not any(one.erased for one in ines)


def test_another_site_s_form_erases_nothing(page, ines):
    form = {"q": "garnier@example.org", "ticks": "1", "reference": ines[0].reference, "erase": "1"}
    assert page("camille", NAME, "POST", data=form).status_code == 403
    transaction.begin()
    assert not ines[0].erased


def test_strange_forms_do_nothing(ask, ines):
    for form in (
        {"q": ["a", "b"]},
        {"q": "garnier@example.org", "ticks": "1", "reference": ["nobody", "\0"], "erase": "1"},
        {"q": "x" * 5000},
        {"erase": "1"},
        {"download": "1"},
    ):
        assert ask(**form).status_code in (200, 303)
    assert not any(one.erased for one in ines)


def test_the_journal_is_a_file_without_names(page, ask, ines, section):
    ask(q="garnier@example.org", ticks="1", reference=ines[0].reference, erase="1")
    answer = page("camille", "@@rendezvous-erasures.jsonl")
    [line] = map(json.loads, answer.text.splitlines())
    assert line["section"] == section.UID() and line["reference"] == ines[0].reference
    assert line.keys() == {"section", "when", "reason", "reference"}
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_administrators_find_the_page_and_receptionists_do_not(page):
    assert NAME in page("camille", "@@rendezvous-home").text
    assert NAME not in page("nadia", "@@rendezvous-home").text
