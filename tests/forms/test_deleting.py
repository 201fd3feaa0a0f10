"""The page that asks before something goes."""

from plone import api
from tests.browser.staff.conftest import said
from tests.town import create
from typing import Any

import pytest
import transaction


def test_it_names_what_goes_and_deletes_it_for_good(section: Any, as_person: Any) -> None:
    browser, url = as_person("camille"), section.absolute_url()
    browser.open(url + "/logement/edit")
    browser.getLink("Supprimer").click()
    assert "Supprimer ce type de rendez-vous" in browser.contents
    assert "Cette suppression est définitive." in browser.contents
    assert "Logement" in browser.contents
    browser.getControl(name="delete").click()
    assert browser.url == url + "/@@rendezvous-types"
    assert "est supprimé" in browser.contents
    transaction.begin()
    assert "logement" not in section


def test_declining_leads_back_and_keeps_it(section: Any, as_person: Any) -> None:
    browser = as_person("camille")
    browser.open(section.absolute_url() + "/logement/delete_confirmation")
    browser.getLink("Ne pas supprimer").click()
    assert browser.url == section.absolute_url() + "/logement/edit"
    transaction.begin()
    assert "logement" in section


@pytest.mark.parametrize(("name", "number"), [("cni", 2), ("guichet-standard", 2), ("nadia", 1), ("", 2)])
def test_with_appointments_to_come_it_says_how_many_and_refuses(
    section: Any, page: Any, book: Any, name: str, number: int
) -> None:
    book("10:00")
    book("10:20", last_name="Garnier")
    told = said(page("camille", f"{name}/delete_confirmation"))
    assert f"{number} rendez-vous à venir" in told
    assert "Suppression impossible" in told or "ne peut" in told
    text = page("camille", f"{name}/delete_confirmation").text
    assert 'name="delete"' not in text
    assert "@@rendezvous-coming" in text


def test_an_appointment_made_meanwhile_stops_it(section: Any, as_person: Any, book: Any) -> None:
    browser = as_person("camille")
    browser.open(section.absolute_url() + "/cni/delete_confirmation")
    book("10:00")
    browser.raiseHttpErrors = False
    browser.getControl(name="delete").click()
    assert browser.headers["status"].startswith("409")
    assert "1 rendez-vous à venir" in browser.contents
    transaction.begin()
    assert "cni" in section


def test_what_has_appointments_can_be_deactivated_instead(section: Any, as_person: Any, book: Any) -> None:
    book("10:00")
    browser = as_person("camille")
    browser.open(section.absolute_url() + "/cni/delete_confirmation")
    browser.getControl(name="transition").click()
    assert browser.url == section.absolute_url() + "/@@rendezvous-types"
    transaction.begin()
    assert api.content.get_state(section["cni"]) == "inactive"


def test_hours_and_absences_go_too(section: Any, as_person: Any) -> None:
    browser, nadia = as_person("nadia"), section["nadia"]
    browser.open(nadia.objectValues()[0].absolute_url() + "/edit")
    browser.getLink("Supprimer").click()
    assert "Supprimer cette disponibilité" in browser.contents
    browser.getControl(name="delete").click()
    assert browser.url == nadia.absolute_url() + "?review=hours"
    transaction.begin()
    assert nadia.objectIds() == []


def test_nothing_goes_by_a_link_or_from_another_site(section: Any, page: Any) -> None:
    create(section, "Counter", "annexe", title="Annexe", capacity=1)
    transaction.commit()
    page("camille", "annexe/delete_confirmation?delete=1")
    answer = page("camille", "annexe/delete_confirmation", "POST", data={"delete": "1"})
    assert answer.status_code in (403, 302)
    page("camille", "annexe/object_delete")
    transaction.begin()
    assert "annexe" in section


def test_only_administrators_delete_what_is_set_up(section: Any, page: Any) -> None:
    for name in ("cni", "guichet-standard", "nadia", "camille"):
        assert page("nadia", f"{name}/delete_confirmation").status_code in (302, 401, 403), name
        assert page("camille", f"{name}/delete_confirmation").status_code == 200, name
