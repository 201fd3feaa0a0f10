from collective.rendezvous.content.naming import means_something_else
from plone import api
from plone.dexterity.utils import createContentInContainer

import pytest


@pytest.mark.parametrize(
    ("title", "name"),
    [("Carte d'identité", "carte-didentite"), ("Edit", "edit-1"), ("Title", "title-1"), ("Desk", "desk-1")],
)
def test_names_come_from_titles_and_hide_nothing(section, title, name):
    assert api.content.create(section, "AppointmentType", title=title, duration=5).getId() == name


@pytest.mark.parametrize("title", ["???", "…", "🗓", "x" * 255])
def test_every_title_gives_a_name(section, title):
    name = api.content.create(section, "Counter", title=title, capacity=1).getId()
    assert name
    assert section[name].title == title


def test_hours_get_short_names_that_differ(section):
    names = {
        createContentInContainer(
            section["rita"], "Availability", days=[n], start="09:00", end="10:00", types=[]
        ).getId()
        for n in range(5)
    }
    assert len(names) == 5
    assert all(name.startswith("a-") and len(name) == 10 for name in names)


def test_pages_and_attributes_mean_something_else(section):
    assert means_something_else(section, "edit")
    assert means_something_else(section, "timezone")
    assert not means_something_else(section, "mairie")
