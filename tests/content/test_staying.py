from collective.rendezvous.booking.errors import HasAppointments
from collective.rendezvous.content.checks import check
from plone import api

import pytest


def test_things_with_appointments_to_come_stay(section, manager, to_come):
    to_come(passport=2, desk=1, rita=3, rdv=3)
    for obj in (section["passport"], section["desk"], section["rita"], section):
        with pytest.raises(HasAppointments):
            api.content.delete(obj)
    api.content.delete(section["rita"]["hours"])
    api.content.delete(section["guichet-standard"])
    api.content.rename(section["desk"], "front")


def test_a_folder_that_holds_such_a_section_stays(section, manager, to_come):
    folder = api.content.create(manager, "Folder", id="folder")
    api.content.move(section, folder)
    to_come(rdv=3)
    with pytest.raises(HasAppointments) as refusal:
        api.content.delete(folder)
    assert refusal.value.count == 3
    to_come()
    api.content.delete(folder)


def test_a_whole_site_may_go(section, manager, to_come, app):
    to_come(rdv=3)
    app.manage_delObjects([manager.getId()])


def test_the_time_zone_stays_while_appointments_are_to_come(section, manager, to_come):
    to_come(rdv=3)
    problems = check("RendezVousSection", {"timezone": "Europe/Berlin"}, manager, section)
    assert [(each.field, each.code) for each in problems] == [("timezone", "has_appointments")]
    assert check("RendezVousSection", {"timezone": "Europe/Paris"}, manager, section) == []
    to_come()
    assert check("RendezVousSection", {"timezone": "Europe/Berlin"}, manager, section) == []
