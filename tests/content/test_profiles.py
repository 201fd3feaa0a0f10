from collective.rendezvous.booking.office import ledger_of
from plone import api
from plone.app.testing import applyProfile


TYPES = {"RendezVousSection", "AppointmentType", "Counter", "Agent", "Availability", "Unavailability"}


def ours(portal):
    """Everything of the add-on that the site's set-up holds."""
    from collective.rendezvous.interfaces import IRendezVousLayer
    from plone.app.workflow.interfaces import ISharingPageRole
    from plone.browserlayer.utils import registered_layers
    from plone.registry.interfaces import IRegistry
    from zope.component import getUtilitiesFor
    from zope.component import getUtility

    registry = getUtility(IRegistry)
    found = [name for name in portal.portal_types.objectIds() if name in TYPES]
    found += [name for name in portal.portal_workflow.objectIds() if name.startswith("rendezvous")]
    found += [name for name in portal.portal_workflow._chains_by_type if name in TYPES]
    found += [role for role in portal.valid_roles() if role.startswith("Rendez-vous")]
    found += [
        role for role in portal.acl_users.portal_role_manager.listRoleIds() if role.startswith("Rendez-vous")
    ]
    found += [name for name, _ in getUtilitiesFor(ISharingPageRole) if name.startswith("Rendez-vous")]
    found += [name for name in registry.records if "rendezvous" in name]
    found += [name for name in registry["plone.types_not_searched"] if name in TYPES]
    found += [name for name in registry["plone.displayed_types"] if name in TYPES]
    found += [name for name in vars(portal) if "rendezvous" in name.lower() or "rendez_vous" in name.lower()]
    found += [layer for layer in registered_layers() if layer is IRendezVousLayer]
    return found


def test_uninstalling_leaves_nothing_but_content(manager):
    assert ours(manager)
    section = api.content.create(manager, "RendezVousSection", id="rdv", title="Rendez-vous")
    applyProfile(manager, "collective.rendezvous:uninstall")
    assert ours(manager) == []
    assert manager["rdv"].aq_base is section.aq_base
    applyProfile(manager, "collective.rendezvous:default")
    assert len([role for role in manager.valid_roles() if role.startswith("Rendez-vous")]) == 3
    assert api.content.get_state(manager["rdv"]) == "preparation"
    assert api.content.create(manager, "RendezVousSection", id="other", title="Other")


def test_uninstalling_takes_our_portlets_away_and_leaves_the_others(manager):
    from collective.rendezvous.browser.soon.portlet import Assignment
    from plone.app.portlets.portlets import search
    from plone.portlets.interfaces import IPortletAssignmentMapping
    from plone.portlets.interfaces import IPortletManager
    from zope.component import getMultiAdapter
    from zope.component import getUtility

    folder = api.content.create(manager, "Folder", id="folder", title="Folder")
    column = getUtility(IPortletManager, name="plone.leftcolumn")
    held = [getMultiAdapter((place, column), IPortletAssignmentMapping) for place in (manager, folder)]
    for mapping in held:
        mapping["soon"] = Assignment(of="x")
        mapping["search-here"] = search.Assignment()
    applyProfile(manager, "collective.rendezvous:uninstall")
    for mapping in held:
        assert "soon" not in mapping
        assert "search-here" in mapping


def test_installing_again_changes_nothing(manager):
    before = ours(manager)
    applyProfile(manager, "collective.rendezvous:default")
    assert sorted(map(str, ours(manager))) == sorted(map(str, before))


def test_sections_are_navigation_and_types_are_not(manager):
    section = api.content.create(manager, "RendezVousSection", id="rdv", title="Rendez-vous")
    api.content.create(section, "AppointmentType", id="passport", title="Passeport", duration=5)
    brains = {brain.getId: brain for brain in api.content.find(manager)}
    assert not brains["rdv"].exclude_from_nav
    assert brains["passport"].exclude_from_nav
    assert brains["guichet-standard"].exclude_from_nav


def test_ledgers_are_completed_by_an_upgrade(manager, section):
    ledger = ledger_of(section)
    secret = ledger.feeds.token(section["desk"].UID())
    ledger.feeds.tokens.pop(section["rita"].UID())
    setup = manager.portal_setup
    setup.setLastVersionForProfile("collective.rendezvous:default", "1001")
    setup.upgradeProfile("collective.rendezvous:default")
    assert ledger.feeds.token(section["rita"].UID())
    assert ledger.feeds.token(section["desk"].UID()) == secret


def test_the_control_panel_comes_with_an_upgrade(manager):
    applyProfile(manager, "collective.rendezvous:uninstall")
    assert "rendezvous" not in [each.id for each in manager.portal_controlpanel.listActions()]
    setup = manager.portal_setup
    applyProfile(manager, "collective.rendezvous:default")
    manager.portal_controlpanel.unregisterConfiglet("rendezvous")
    setup.setLastVersionForProfile("collective.rendezvous:default", "1000")
    setup.upgradeProfile("collective.rendezvous:default")
    assert setup.getLastVersionForProfile("collective.rendezvous:default") == ("1002",)
    assert "rendezvous" in [each.id for each in manager.portal_controlpanel.listActions()]
    assert api.portal.get_registry_record("collective.rendezvous.inner_clock") is True
