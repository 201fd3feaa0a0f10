from collective.rendezvous.booking.office import office_of
from plone import api


def section(manager, **values):
    return api.content.create(manager, "RendezVousSection", id="rdv", title="Rendez-vous", **values)


def test_a_new_section_has_the_standard_counter(manager):
    it = section(manager)
    assert it.objectIds() == ["guichet-standard"]
    assert it["guichet-standard"].title == "Guichet standard"
    assert it["guichet-standard"].capacity == 1
    assert api.content.get_state(it) == "preparation"
    assert it.timezone == "Europe/Paris"


def test_a_section_stands_in_the_site_s_menu(manager):
    it = section(manager)
    assert it.UID() in [brain.UID for brain in api.content.find(exclude_from_nav=False)]
    assert it.portal_type in api.portal.get_registry_record("plone.displayed_types")


def test_the_office_tells_what_is_set_up(manager):
    it = section(manager)
    office = office_of(it)
    assert office.timezone == "Europe/Paris"
    assert [c.title for c in office.counters.values()] == ["Guichet standard"]
