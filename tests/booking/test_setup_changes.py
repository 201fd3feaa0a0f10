"""What copies, renames, deletions and changes of the set-up leave of the appointments."""

from .conftest import NOW
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.errors import HasAppointments
from collective.rendezvous.booking.guards import refuse_with_appointments
from collective.rendezvous.booking.listing import Filter
from collective.rendezvous.scheduling.rules import Actor
from datetime import timedelta
from plone import api
from tests.town import change
from tests.town import create
from tests.town import wish

import pytest


NINE = "2026-11-25T09:00:00+01:00"
STAFF = Actor("administrator", None, "admin")


def listed(section):
    desk = Desk(section, STAFF, NOW, commit=None)
    return [one.reference for one in desk.listing(Filter())]


def test_a_copied_section_starts_empty(manager, office, citizen):
    citizen.book(wish(NINE))
    copy = api.content.copy(office, manager, "copy")
    assert listed(copy) == []
    assert len(listed(office)) == 1
    assert Desk(copy, STAFF, NOW, commit=None).office.uid != citizen.office.uid


def test_a_renamed_section_keeps_all(office, citizen):
    reference = citizen.book(wish(NINE)).appointment.reference
    renamed = api.content.rename(office, "accueil")
    assert listed(renamed) == [reference]


def test_a_moved_section_keeps_all(manager, office, citizen):
    folder = create(manager, "Folder", "services", title="Services")
    reference = citizen.book(wish(NINE)).appointment.reference
    assert listed(api.content.move(office, folder)) == [reference]


def test_a_renamed_type_keeps_its_appointments(office, citizen):
    citizen.book(wish(NINE))
    kind = api.content.rename(office["cni"], "passeport")
    with pytest.raises(HasAppointments):
        refuse_with_appointments(kind, NOW)


def test_a_new_type_with_an_old_id_inherits_nothing(office, administrator):
    booked = administrator.book(wish(NINE)).appointment
    administrator.transition(booked.reference, "cancel")
    api.content.delete(office["cni"], check_linkintegrity=False)
    create(office, "AppointmentType", "cni", title="Something else", duration=15)
    kind = administrator.office.type_by_id("cni")
    assert list(administrator.listing(Filter(type=kind.uid))) == []
    assert booked.type_title == "Carte d'identité"


def test_the_past_stays_readable_when_the_type_is_gone(office, administrator):
    booked = administrator.book(wish(NINE)).appointment
    administrator.transition(booked.reference, "cancel")
    api.content.delete(office["cni"], check_linkintegrity=False)
    assert [one.type_title for one in administrator.listing(Filter(text="durand"))] == ["Carte d'identité"]
    administrator.transition(booked.reference, "undo")
    assert booked.state == "confirmed"


@pytest.mark.parametrize("name", ["cni", "guichet-standard", "nadia"])
def test_nothing_goes_while_appointments_are_to_come(office, citizen, name):
    citizen.book(wish(NINE))
    for obj in (office, office[name]):
        with pytest.raises(HasAppointments) as refusal:
            refuse_with_appointments(obj, NOW)
        assert refusal.value.count == 1
    refuse_with_appointments(office["logement"], NOW)
    refuse_with_appointments(office["nadia"], NOW + timedelta(days=2))


def test_a_cancelled_one_holds_nothing_back(office, citizen):
    booked = citizen.book(wish(NINE)).appointment
    citizen.cancel(booked.reference, booked.key)
    refuse_with_appointments(office, NOW)


def test_a_change_of_the_set_up_is_seen_at_once(office, citizen):
    assert citizen.office.types[office["cni"].UID()].duration == 20
    change(office["cni"], duration=25)
    assert citizen.office.types[office["cni"].UID()].duration == 25


def test_the_office_is_read_once_for_each_revision(office, citizen):
    assert citizen.office is citizen.office


def test_nothing_of_a_citizen_is_in_the_catalog(manager, office, citizen):
    citizen.book(wish(NINE, comment="Zanzibar"))
    catalog = api.portal.get_tool("portal_catalog")
    for word in ("Durand", "Marie", "Zanzibar", "example.org"):
        assert not [
            one for one in catalog.unrestrictedSearchResults(SearchableText=word) if "rendez" in one.getPath()
        ]
