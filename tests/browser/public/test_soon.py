"""The next free slots, anywhere in the site."""

from collective.rendezvous.browser.soon.portlet import AddForm
from collective.rendezvous.browser.soon.portlet import Assignment
from collective.rendezvous.browser.soon.portlet import INextSlotsPortlet
from collective.rendezvous.browser.soon.portlet import Renderer
from collective.rendezvous.browser.soon.vocabulary import offers
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import TEST_USER_NAME
from plone.portlets.interfaces import IPortletAssignmentMapping
from plone.portlets.interfaces import IPortletManager
from plone.portlets.interfaces import IPortletType
from tests.town import create
from typing import Any
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.component import queryUtility

import pytest
import transaction


def put(portal: Any, of: str, **fields: Any) -> Assignment:
    """Put the portlet into the left column of the site."""
    column = getUtility(IPortletManager, name="plone.leftcolumn")
    assignments = getMultiAdapter((portal, column), IPortletAssignmentMapping)
    assignment = Assignment(of=of, **fields)
    assignments["soon"] = assignment
    transaction.commit()
    return assignment


def test_the_next_slots_of_all_types_lead_to_their_forms(citizen: Any, section: Any) -> None:
    citizen.go("/@@next-slots")
    assert citizen.headers["Cache-Control"] == "no-store"
    text = citizen.text.replace("\xa0", " ")
    assert "Carte d'identité" in text and "Logement" in text
    assert "Vous pouvez venir dès aujourd'hui." in text
    citizen.getLink("mardi 10 novembre à 10", index=0).click()
    assert "Vos coordonnées" in citizen.text
    citizen.fill()
    citizen.press("book")
    assert "Votre rendez-vous est confirmé" in citizen.text


def test_one_type_has_an_address_of_its_own(citizen: Any) -> None:
    citizen.go("/cni/@@next-slots?limit=5")
    assert citizen.contents.count("/cni/@@details?start=") == 5
    assert "Logement" not in citizen.text
    for asked in ("0", "x", "999999", "-1", "5&limit=6"):
        assert citizen.go(f"/cni/@@next-slots?limit={asked}").status == 200


def test_it_stands_alone_where_a_page_takes_it_in(citizen: Any) -> None:
    citizen.go("/@@next-slots?ajax_load=1")
    assert "portal-logo" not in citizen.contents
    assert "/cni/@@details?start=" in citizen.contents


def test_days_of_waiting_are_counted(citizen: Any, section: Any, setup: Any) -> None:
    setup(section, holidays_country="")
    setup(section["nadia"].objectValues()[0], days=[4])
    assert "comptez 3 jours d'attente" in citizen.go("/@@next-slots").text.replace("\xa0", " ")
    setup(section["nadia"].objectValues()[0], days=[2])
    assert "Vous pouvez venir dès demain." in citizen.go("/@@next-slots").text.replace("\xa0", " ")
    setup(section["cni"], horizon_days=1, min_notice_hours=100)
    assert "/cni/@@waiting-list" in citizen.go("/cni/@@next-slots").contents


def test_what_cannot_be_booked_has_none(citizen: Any, section: Any, setup: Any) -> None:
    setup(section["cni"], audience="staff")
    assert citizen.go("/cni/@@next-slots").status == 404
    transaction.begin()
    api.content.transition(section, "suspend")
    transaction.commit()
    assert "@@details" not in citizen.go("/@@next-slots").contents


def test_a_portlet_tells_days_anywhere_in_the_site(citizen: Any, section: Any, portal: Any) -> None:
    transaction.begin()
    put(portal, section.UID(), limit=2)
    citizen.open(portal.absolute_url())
    page = citizen.contents.replace("\xa0", " ")
    assert "Prochaines dates libres" in page
    assert page.count("/cni?from=2026-11-1") == 2
    assert "Vous pouvez venir dès aujourd'hui." in page
    assert "à 10 h" not in page, "hours would be stale on a page that is kept"


def test_a_portlet_shows_one_type_under_its_own_title(citizen: Any, section: Any, portal: Any) -> None:
    transaction.begin()
    put(portal, section["cni"].UID(), header="Passeports <b>")
    citizen.open(portal.absolute_url())
    assert "Passeports &lt;b&gt;" in citizen.contents
    assert "/logement?from" not in citizen.contents


def test_a_portlet_whose_section_cannot_be_seen_shows_nothing(
    citizen: Any, section: Any, portal: Any
) -> None:
    transaction.begin()
    put(portal, section.UID())
    api.content.transition(section, "prepare")
    transaction.commit()
    citizen.open(portal.absolute_url())
    assert citizen.status == 200
    assert "portletRendezVousSoon" not in citizen.contents


@pytest.mark.parametrize("of", ["", "gone", "0" * 32])
def test_a_portlet_of_what_is_gone_shows_nothing(citizen: Any, portal: Any, of: str) -> None:
    transaction.begin()
    put(portal, of)
    citizen.open(portal.absolute_url())
    assert citizen.status == 200
    assert "portletRendezVousSoon" not in citizen.contents


def test_a_portlet_of_something_else_shows_nothing(citizen: Any, section: Any, portal: Any) -> None:
    transaction.begin()
    put(portal, section["guichet-standard"].UID())
    citizen.open(portal.absolute_url())
    assert "portletRendezVousSoon" not in citizen.contents


def test_an_agent_of_a_section_in_preparation_sees_none_either(section: Any, portal: Any) -> None:
    api.content.transition(section, "prepare")
    renderer = Renderer(portal, portal.REQUEST, None, None, Assignment(of=section.UID()))
    assert not renderer.available


def test_one_chooses_among_what_one_may_see(section: Any, portal: Any) -> None:
    found = [term.title.replace("\xa0", " ") for term in offers(portal)]
    assert found == [
        "Rendez-vous : tous les motifs",
        "Rendez-vous / Carte d'identité",
        "Rendez-vous / Logement",
    ]
    create(portal, "RendezVousSection", "other", title="Other")
    logout()
    assert len(offers(portal)) == len(found), "a section in preparation is not to be seen"
    login(portal, TEST_USER_NAME)


def test_it_can_be_added_where_portlets_are_managed(section: Any, portal: Any) -> None:
    assert queryUtility(IPortletType, name="collective.rendezvous.NextSlots") is not None
    form = AddForm(portal, portal.REQUEST)
    made = form.create({"header": None, "of": section.UID(), "limit": 2})
    assert INextSlotsPortlet.providedBy(made)
    assert (made.of, made.limit) == (section.UID(), 2)
