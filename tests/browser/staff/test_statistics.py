"""Statistics and the export, as pages."""

from plone import api
from tests.browser.staff.conftest import said
from tests.town import change
from typing import Any

import csv
import io
import pytest
import re
import transaction


STATISTICS = "@@rendezvous-statistics?from=2026-11-09&to=2026-11-15"
EXPORT = "@@rendezvous-export"


@pytest.fixture
def visited(section: Any, book: Any, desk: Any, hand: Any) -> None:
    desk.transition(book("9:00").reference, "honour")
    desk.transition(book("9:20", last_name="Absente").reference, "no_show")
    desk.transition(book("9:40").reference, "cancel")


def test_figures_are_told_in_words(page: Any, visited: None) -> None:
    told = said(page("camille", STATISTICS))
    for words in (
        "Du 9 au 15 novembre 2026",
        "Rendez-vous pris 2 Dont 100\xa0% sur le site.",
        "Absences sans prévenir 50\xa0% 1\xa0rendez-vous.",
        "Délai d'obtention 1\xa0jour La moitié des rendez-vous sont obtenus en 1\xa0jour ou moins",
        "Carte d'identité 2 50\xa0% 33,3\xa0% 1\xa0jour –",
        "Semaine 46 2",
        "Comment lire ces chiffres",
    ):
        assert words in told, words


def test_bars_show_what_stands_beside_them_and_need_no_style(page: Any, visited: None) -> None:
    text = page("camille", STATISTICS).text
    content = text[text.index('<article id="content"') : text.index("</article>")]
    assert content.count('class="rdv-bar"') == 3
    assert len(re.findall(r'<svg class="rdv-bar" aria-hidden="true"', content)) == 3
    assert "style=" not in content
    assert "<script" not in content


def test_figures_are_narrowed_by_what_is_chosen(page: Any, section: Any, visited: None) -> None:
    taken = [
        re.search(r"Rendez-vous pris (\d)", said(page("camille", f"{STATISTICS}&agent={agent}")))
        for agent in ("nadia", "camille")
    ]
    assert sum(int(found[1]) for found in taken if found) == 2
    assert 'selected="selected"' in page("camille", f"{STATISTICS}&agent=nadia").text
    assert "Rendez-vous pris 2" in said(page("camille", f"{STATISTICS}&counter=guichet-standard&agent=x"))


def test_a_period_that_is_none_says_what_to_do_and_keeps_what_was_typed(page: Any) -> None:
    for query, words in (
        ("from=hier", "Écrivez un jour qui existe"),
        ("from=2026-11-15&to=2026-11-09", "Le dernier jour vient avant le premier."),
        ("from=1950-01-01&to=2026-11-09", "Choisissez dix ans au plus."),
    ):
        for view in ("@@rendezvous-statistics", "@@rendezvous-statistics.csv", EXPORT):
            answer = page("camille", f"{view}?{query}")
            assert answer.status_code == 200
            assert words in answer.text
            assert "<title>Erreur" in answer.text
            assert f'value="{query.split("=")[1].split("&")[0]}"' in answer.text


def test_without_an_appointment_the_page_says_so(page: Any) -> None:
    assert "Aucun rendez-vous n'a eu lieu ces jours-là." in page("camille", "@@rendezvous-statistics").text


def table(answer: Any) -> list[list[str]]:
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Cache-Control"] == "private, no-store"
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))


def test_the_same_figures_go_into_a_spreadsheet(page: Any, section: Any, visited: None) -> None:
    change(section["cni"], title="=Carte")
    transaction.commit()
    link = re.search(r'href="([^"]*statistics.csv[^"]*)"', page("camille", STATISTICS).text)
    assert link
    rows = table(page("camille", link[1].replace("&amp;", "&")))
    assert rows[1][:6] == ["Période", "2026-11-09 – 2026-11-15", "2", "2", "1", "1"]
    assert ["Type", "'=Carte", "2"] in [row[:3] for row in rows]
    assert ["Jour", "mardi", "2"] in [row[:3] for row in rows]


def test_appointments_are_exported_by_a_form(page: Any, token: Any, visited: None) -> None:
    assert 'value="2026-11-01"' in page("camille", EXPORT).text
    sent = {"from": "2026-11-01", "to": "2026-11-30"}
    assert page("camille", EXPORT, "POST", data=sent).status_code == 403
    answer = page("camille", EXPORT, "POST", data={**sent, "_authenticator": token("camille")})
    assert 'filename="rendez-vous_2026-11-01_2026-11-30.csv"' in answer.headers["Content-Disposition"]
    header, *rows = table(answer)
    assert [dict(zip(header, row, strict=True))["Nom"] for row in rows] == ["Durand", "Absente", "Durand"]


def test_the_export_is_told_of_where_an_administrator_looks_for_it(page: Any) -> None:
    for name in ("@@rendezvous-planning", "@@rendezvous-day"):
        assert EXPORT in page("camille", name).text, name
        assert EXPORT not in page("nadia", name).text, name


def test_each_is_a_permission_that_a_town_can_grant(section: Any, page: Any) -> None:
    from collective.rendezvous.roles.permissions import VIEW_STATISTICS

    section.manage_permission(VIEW_STATISTICS, ["Rendez-vous Receptionist"], acquire=True)
    transaction.commit()
    assert page("nadia", STATISTICS).status_code == 200
    assert "@@rendezvous-statistics" in page("nadia", "@@rendezvous-home").text
    assert api.content.get_state(section) == "open"
