from collective.rendezvous.roles.asker import asker
from plone import api

import pytest


@pytest.fixture
def section(manager):
    for name in ("ada", "rita", "mona"):
        api.user.create(username=name, email=f"{name}@example.org", password="secret-secret")
    it = api.content.create(manager, "RendezVousSection", id="rdv", title="Rendez-vous")
    api.content.create(it, "Agent", id="ada", title="Ada", userid="ada", role="administrator")
    api.content.create(it, "Agent", id="rita", title="Rita", userid="rita", role="receptionist")
    return it


def who(section, username):
    with api.env.adopt_user(username=username):
        actor = asker(section)
        return actor.kind, actor.agent


def test_agents_are_known_by_their_role(section):
    assert who(section, "ada") == ("administrator", section["ada"].UID())
    assert who(section, "rita") == ("receptionist", section["rita"].UID())
    assert who(section, "mona") == ("public", None)
    actor = asker(section)
    assert (actor.kind, actor.agent) == ("administrator", None)


def test_an_inactive_agent_is_the_public(section):
    api.content.transition(section["rita"], "deactivate")
    assert who(section, "rita") == ("public", None)


def test_groups_get_the_roles_by_the_sharing_tab(section):
    group = api.group.create("desk")
    api.group.add_user(group=group, username="mona")
    section.manage_setLocalRoles("desk", ["Rendez-vous Receptionist"])
    assert who(section, "mona") == ("receptionist", None)


def test_the_sharing_tab_lists_both_roles(section):
    roles = {role["id"] for role in section.restrictedTraverse("@@sharing").roles()}
    assert {"Rendez-vous Administrator", "Rendez-vous Receptionist"} <= roles
    assert "Rendez-vous Own Agent" not in roles


def test_the_sharing_tab_of_other_content_stays_as_it_was(section, manager):
    folder = api.content.create(manager, "Folder", id="folder")
    roles = {role["id"] for role in folder.restrictedTraverse("@@sharing").roles()}
    assert not [role for role in roles if role.startswith("Rendez-vous")]


def test_nobody_is_asker_while_nobody_is_logged_in(section):
    from plone.app.testing import logout

    logout()
    assert asker(section).kind == "public"
