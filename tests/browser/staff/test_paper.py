"""The day on paper."""

from tests.browser.staff.conftest import said
from tests.town import change
from typing import Any

import re
import transaction


PRINT = "@@rendezvous-print"


def titles(answer: Any) -> list[str]:
    return re.findall(r'<h2 class="h4" id="s-([^"]+)"', answer.text)


def test_each_counter_that_somebody_comes_to_has_a_sheet(
    page: Any, section: Any, book: Any, desk: Any
) -> None:
    book("9:00", last_name="Fontaine", phone="0639981102", civility="Mme")
    book("9:20", last_name="Mercier")
    desk.transition(book("9:40", last_name="Haddad").reference, "cancel")
    answer = page("nadia", PRINT)
    assert titles(answer) == ["guichet-standard"]
    told = said(answer)
    assert "Journée du mardi 10 novembre 2026" in told
    assert "9\xa0h\xa000 à 12\xa0h\xa000" in told
    assert "2 rendez-vous." in told.replace("\xa0", " ")
    assert "9\xa0h\xa000 9\xa0h\xa020 Mme\xa0Marie Fontaine Carte d'identité" in told
    assert "06\xa039\xa098\xa011\xa002" in told
    assert "Mercier" in told and "Haddad" not in told


def test_agents_have_sheets_of_their_own(page: Any, section: Any, book: Any) -> None:
    who = book("9:00", last_name="Fontaine").agent_title.lower()
    assert titles(page("camille", f"{PRINT}?who=agents")) == [who]
    assert titles(page("camille", f"{PRINT}?who=agent:{who}")) == [who]
    other = "camille" if who == "nadia" else "nadia"
    answer = page("camille", f"{PRINT}?who=agent:{other}")
    assert titles(answer) == [other]
    assert "Aucun rendez-vous." in said(answer)


def test_phone_numbers_can_be_left_blank(page: Any, book: Any) -> None:
    book("9:00", phone="0639981102")
    assert "06\xa039" in page("nadia", PRINT).text
    assert "06\xa039" not in page("nadia", f"{PRINT}?phones=blank").text


def test_remarks_are_what_was_answered_written_and_noted(page: Any, desk: Any, book: Any) -> None:
    made = book("9:00")
    with desk.ledger.changing(made):
        made.answers = {"Titre": "Passeport", "Fauteuil": True, "Interprète": False, "Nombre": 0}
        made.comment, made.notes = "Arrive\nen avance", "Hors délai"
    transaction.commit()
    told = said(page("nadia", PRINT))
    assert "Passeport Fauteuil: oui 0 Arrive en avance Hors délai" in told, told


def test_who_has_come_is_ticked_and_who_has_not_is_named(page: Any, book: Any, desk: Any) -> None:
    desk.transition(book("9:00").reference, "honour")
    desk.transition(book("9:20").reference, "no_show")
    book("9:40")
    text = page("nadia", PRINT).text
    assert text.count("bi-check-square") == 1
    assert len(re.findall(r"bi-square\b", text)) == 1
    assert "Absent" in said(page("nadia", PRINT))


def test_a_day_without_anybody_and_a_day_that_is_none(page: Any, section: Any) -> None:
    assert "Personne n'est attendu ce jour-là." in page("nadia", f"{PRINT}?day=2026-11-11&who=agents").text
    assert titles(page("nadia", f"{PRINT}?who=x:y")) == ["guichet-standard"]
    answer = page("nadia", f"{PRINT}?day=2026-02-30")
    assert answer.status_code == 200
    assert "<title>Erreur" in answer.text
    change(section["guichet-standard"], title="Guichet <b>1</b>")
    transaction.commit()
    assert "<b>1</b>" not in page("nadia", PRINT).text


def test_the_planning_and_the_list_lead_to_the_paper_of_what_was_chosen(page: Any, section: Any) -> None:
    for view in ("@@rendezvous-day", "@@rendezvous-planning"):
        text = page("nadia", f"{view}?day=2026-11-12&counter=guichet-standard").text
        assert f"{PRINT}?day=2026-11-12&amp;who=counter%3Aguichet-standard" in text, view
