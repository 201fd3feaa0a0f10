from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.booking.office import office_of
from plone import api

import pytest


def test_a_copied_section_refers_to_its_own(section, manager):
    copy = api.content.copy(section, manager, id="copy")
    assert copy.UID() != section.UID()
    assert sorted(copy.objectIds()) == sorted(section.objectIds())
    assert copy["passport"].UID() != section["passport"].UID()
    assert copy["desk"].types == [copy["passport"].UID()]
    assert copy["rita"]["hours"].counters == [copy["desk"].UID()]
    assert section["rita"]["hours"].counters == [section["desk"].UID()]
    assert copy["rita"].userid == "rita"
    assert office_of(copy).agent_of("rita").availabilities[0].types == {copy["passport"].UID()}
    assert ledger_of(copy) is not ledger_of(section)
    again = api.content.copy(copy, manager, id="again")
    assert again["desk"].types == [again["passport"].UID()]


def test_so_does_one_in_a_copied_folder(section, manager):
    folder = api.content.create(manager, "Folder", id="folder")
    api.content.move(section, folder)
    copy = api.content.copy(folder, manager, id="copy")["rdv"]
    assert copy["desk"].types == [copy["passport"].UID()]
    assert copy["passport"].UID() != folder["rdv"]["passport"].UID()
    assert copy.objectIds().count("guichet-standard") == 1


def test_a_copied_counter_serves_the_same_types(section):
    copy = api.content.copy(section["desk"], section, id="other")
    assert copy.types == [section["passport"].UID()]


def test_a_copied_agent_is_nobody_yet(section):
    copy = api.content.copy(section["rita"], section, id="other")
    assert copy.userid == ""
    assert section["rita"].userid == "rita"
    assert copy["hours"].types == [section["passport"].UID()]


def test_nothing_moves_to_another_section(section, manager):
    other = api.content.create(manager, "RendezVousSection", id="other", title="Other")
    agent = api.content.create(other, "Agent", id="oscar", title="Oscar", userid="oscar", role="receptionist")
    for obj, target in (
        (section["passport"], other),
        (section["rita"], other),
        (section["rita"]["leave"], agent),
    ):
        with pytest.raises(Exception, match=r"section|rubrique"):
            api.content.move(obj, target)
    assert "passport" in section
    assert api.content.move(section["rita"]["leave"], section["desk"]).getId() == "leave"
