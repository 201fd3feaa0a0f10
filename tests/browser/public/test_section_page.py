from collections.abc import Callable
from plone import api
from plone.app.textfield.value import RichTextValue
from tests.town import create
from tests.town import PASSWORD
from typing import Any

import pytest
import transaction


def test_a_citizen_sees_what_one_can_come_for_and_when(citizen: Any) -> None:
    citizen.go()
    assert "Carte d'identité" in citizen.text
    assert "Première demande ou renouvellement." in citizen.text
    assert "Photo d'identité" in citizen.text
    assert "Durée : 20 minutes" in citizen.text
    assert "mardi 10 novembre à 10 h 00" in citizen.text
    assert citizen.getLink(url="/cni").url == f"{citizen.home}/cni"


def test_who_has_an_appointment_finds_it_before_the_reasons(citizen: Any) -> None:
    citizen.go()
    assert citizen.text.index("Vous avez déjà un rendez-vous") < citizen.text.index("Carte d'identité")


def test_the_page_is_told_anew_to_each_visitor_and_may_be_found_by_search_engines(citizen: Any) -> None:
    citizen.go()
    assert citizen.headers["Cache-Control"] == "no-store"
    assert "X-Robots-Tag" not in citizen.headers
    assert 'name="robots"' not in citizen.contents


def test_the_number_to_call_dials(citizen: Any) -> None:
    citizen.go()
    assert "Appelez le 02 61 91 00 10. Un agent prend le rendez-vous pour vous." in citizen.text
    assert citizen.getLink(url="tel:").url == "tel:+33-2-61-91-00-10"


def test_a_type_without_free_times_says_so(citizen: Any, section: Any, setup: Callable[..., None]) -> None:
    setup(section["cni"], horizon_days=1, min_notice_hours=72)
    citizen.go()
    assert "Aucune date libre avant le 11 novembre Que faire ?" in citizen.text


@pytest.mark.parametrize("fields", [{"audience": "staff"}, {"state": "deactivate"}, {"state": "unserved"}])
def test_what_citizens_cannot_book_is_not_there(
    citizen: Any, section: Any, setup: Callable[..., None], fields: dict[str, str]
) -> None:
    if fields.get("state") == "deactivate":
        api.content.transition(section["cni"], "deactivate")
        transaction.commit()
    elif fields.get("state") == "unserved":
        setup(section["guichet-standard"], types=[section["logement"].UID()])
    else:
        setup(section["cni"], **fields)
    assert "Carte d'identité" not in citizen.go().text
    citizen.go("/cni")
    assert citizen.status in (404, 200)
    assert 'name="start"' not in citizen.contents


def test_the_introduction_is_cleaned(citizen: Any, section: Any, setup: Callable[..., None]) -> None:
    intro = RichTextValue("<p>Venez</p><script>alert(1)</script>", "text/html", "text/x-html-safe")
    setup(section, intro=intro)
    citizen.go()
    assert "Venez" in citizen.text
    assert "alert(1)" not in citizen.contents


def test_markup_in_titles_is_only_text(citizen: Any, section: Any, setup: Callable[..., None]) -> None:
    setup(section["cni"], title="<b>Carte</b>", description="<script>alert(1)</script>")
    for path in ("", "/cni"):
        citizen.go(path)
        assert "<b>Carte" not in citizen.contents
        assert "<script>alert(1)" not in citizen.contents


def test_a_suspended_section_says_whom_to_call(citizen: Any, section: Any) -> None:
    api.content.transition(section, "suspend")
    transaction.commit()
    for path in ("", "/cni", "/cni/@@details?start=2026-11-10T10:00:00%2B01:00"):
        citizen.go(path)
        assert "Aucun nouveau rendez-vous ne peut être pris" in citizen.text
        assert "02 61 91 00 10" in citizen.text
        assert "mairie@example.org" in citizen.text
        assert 'name="start"' not in citizen.contents


def test_a_section_in_preparation_asks_citizens_to_log_in(citizen: Any, section: Any) -> None:
    api.content.transition(section, "prepare")
    transaction.commit()
    for path in ("", "/cni", "/cni/@@details"):
        citizen.go(path)
        assert "login" in citizen.url


def test_an_empty_section_says_that_nothing_can_be_booked_yet(citizen: Any, portal: Any) -> None:
    empty = create(portal, "RendezVousSection", "vide", title="Vide")
    api.content.transition(empty, "open")
    transaction.commit()
    citizen.open(empty.absolute_url())
    assert "Aucun rendez-vous ne peut encore être pris ici." in citizen.text


def test_staff_find_their_home_at_the_same_address(citizen: Any) -> None:
    citizen.addHeader("Authorization", f"Basic nadia:{PASSWORD}")
    citizen.go()
    assert citizen.status == 200
    assert "Choisissez ce qui vous amène." not in citizen.text
    citizen.go("/@@citizens")
    assert "Choisissez ce qui vous amène." in citizen.text
    citizen.go("/cni")
    assert "Choisir une date et une heure" in citizen.text
