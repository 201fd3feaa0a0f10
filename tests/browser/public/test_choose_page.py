from collections.abc import Callable
from datetime import date
from tests.town import agent
from tests.town import change
from tests.town import create
from typing import Any

import pytest
import transaction


@pytest.fixture
def annexe(section: Any) -> Any:
    """A second place, open to the same type in the afternoon."""
    change(section["guichet-standard"], address="Hôtel de ville\n1 place de la République")
    made = create(
        section,
        "Counter",
        "annexe",
        title="Annexe",
        capacity=1,
        address="Mairie annexe, 12 rue des Tilleuls",
        access="accessible en fauteuil roulant",
        types=[section["cni"].UID()],
    )
    change(section["nadia"].objectValues()[0], counters=[section["guichet-standard"].UID()])
    agent(section, "luc", section["cni"], start="14:00", end="16:00", counters=[made.UID()])
    transaction.commit()
    return made


def test_each_day_shows_its_times_or_why_it_has_none(
    citizen: Any, section: Any, setup: Callable[..., None]
) -> None:
    closures = [
        {
            "first_day": date(2026, 11, 13),
            "last_day": date(2026, 11, 13),
            "start": None,
            "end": None,
            "reason": "Pont",
        }
    ]
    setup(section, closures=closures)
    citizen.go("/cni")
    assert "Semaine du 9 au 13 novembre 2026" in citizen.text
    assert "lundi 9 novembre Passé" in citizen.text
    assert "mercredi 11 novembre Fermé : Armistice" in citizen.text
    assert "vendredi 13 novembre Fermé : Pont" in citizen.text
    assert "jeudi 12 novembre Matin 9 h 00 le jeudi 12 novembre 9 h 20" in citizen.text
    assert "samedi" not in citizen.text


def test_a_full_day_says_so(citizen: Any, book: Callable[..., Any]) -> None:
    for hour in range(9, 12):
        for minute in (0, 20, 40):
            book(
                f"2026-11-12T{hour:02}:{minute:02}:00+01:00",
                visitor={"first_name": "A", "last_name": "B", "email": f"a{hour}{minute}@example.org"},
            )
    assert "jeudi 12 novembre Complet" in citizen.go("/cni").text


def test_the_first_week_shown_is_that_of_the_first_free_time(
    citizen: Any, section: Any, setup: Callable[..., None]
) -> None:
    setup(section["cni"], min_notice_hours=24 * 14)
    citizen.go("/cni")
    assert "Semaine du 23 au 27 novembre 2026" in citizen.text
    assert "Première date disponible : mercredi 25 novembre" not in citizen.text
    assert "Première date disponible : mardi 24 novembre à 10 h 00" in citizen.text


def test_weeks_turn_by_links_that_crawlers_do_not_follow(citizen: Any) -> None:
    citizen.go("/cni")
    assert "Semaine précédente" not in citizen.text
    link = citizen.getLink("Semaine suivante")
    assert "nofollow" in link.attrs["rel"]
    link.click()
    assert "Semaine du 16 au 20 novembre 2026" in citizen.text
    citizen.getLink("Semaine précédente").click()
    assert "Semaine du 9 au 13 novembre 2026" in citizen.text


def test_the_last_week_leads_no_further(citizen: Any) -> None:
    citizen.go("/cni?from=2027-02-08")
    assert "Semaine suivante" not in citizen.text
    assert "mardi 9 février Pas encore ouvert" in citizen.text
    citizen.go("/cni?from=2030-01-01")
    assert "Semaine du 8 au 12 février 2027" in citizen.text


def test_one_can_jump_to_a_date(citizen: Any) -> None:
    citizen.go("/cni")
    citizen.getControl(name="from").value = "2026-12-01"
    citizen.getControl("Afficher la semaine").click()
    assert "Semaine du 30 novembre au 4 décembre 2026" in citizen.text


def test_places_are_chosen_when_there_are_several(citizen: Any, annexe: Any) -> None:
    citizen.go("/cni")
    assert (
        "Hôtel de ville 1 place de la République Première date : mardi 10 novembre à 10 h 00" in citizen.text
    )
    assert (
        "12 rue des Tilleuls, accessible en fauteuil roulant Première date : mardi 10 novembre"
        in citizen.text
    )
    citizen.getControl(name="place", index=0).value = ["annexe"]
    citizen.getControl("Afficher les créneaux").click()
    assert "Première date disponible : mardi 10 novembre à 14 h 00" in citizen.text
    citizen.press("start", index=0)
    assert "Où Mairie annexe 12 rue des Tilleuls" in citizen.text
    citizen.fill()
    citizen.press("book")
    assert "Où Mairie annexe, Annexe 12 rue des Tilleuls" in citizen.text


def test_one_place_is_not_asked_for(citizen: Any) -> None:
    assert "Où voulez-vous venir" not in citizen.go("/cni").text


def test_several_people_take_longer(citizen: Any, section: Any, setup: Callable[..., None]) -> None:
    setup(section["cni"], max_people=3, extra_minutes_per_person=15)
    citizen.go("/cni")
    citizen.getControl(name="people").value = ["2"]
    citizen.getControl("Afficher les créneaux").click()
    assert "Carte d'identité, 35 minutes" in citizen.text
    citizen.press("start", index=0)
    assert "Nombre de personnes 2" in citizen.text
    citizen.fill()
    citizen.press("book")
    assert "pour 35 minutes" in citizen.text


def test_where_nothing_is_free_the_page_says_what_to_do(
    citizen: Any, section: Any, setup: Callable[..., None]
) -> None:
    setup(section["cni"], horizon_days=2, min_notice_hours=100)
    citizen.go("/cni")
    assert "Aucune date libre pour l'instant" in citizen.text
    assert "jusqu'au jeudi 12 novembre 2026" in citizen.text
    assert "Appelez le 02 61 91 00 10." in citizen.text


@pytest.mark.parametrize(
    "query",
    [
        "from=hier",
        "from=9999-12-31",
        "from=0001-01-01",
        "from=2026-11-12&from=2026-11-13",
        "people=beaucoup",
        "people=-1",
        "people=1000000000000000000000",
        "place=nulle-part",
        "place=%FF%00",
        "start=%FF&place:list=a&people:list=x",
    ],
)
def test_a_mutilated_address_still_shows_times(citizen: Any, query: str) -> None:
    citizen.go(f"/cni?{query}")
    assert citizen.status == 200
    assert "Première date disponible" in citizen.text


def test_the_page_is_kept_by_nobody_and_found_by_no_search_engine(citizen: Any) -> None:
    citizen.go("/cni")
    assert citizen.headers["Cache-Control"] == "no-store"
    assert citizen.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex, nofollow"' in citizen.contents
    assert citizen.title.startswith("Choisir une date et une heure — ")
