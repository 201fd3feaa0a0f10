"""Who asks: citizen, receptionist or administrator of a section."""

from AccessControl import getSecurityManager
from collective.rendezvous.booking.office import office_of
from collective.rendezvous.roles.permissions import MANAGE_APPOINTMENTS
from collective.rendezvous.roles.permissions import MANAGE_SETUP
from collective.rendezvous.scheduling.rules import Actor
from plone import api
from typing import Any


def asker(section: Any, request: Any = None) -> Actor:
    """The logged-in user as scheduling's rules know them; `agent` is the uid of their own active agent."""
    if api.user.is_anonymous():
        return Actor("public")
    userid = api.user.get_current().getId() or ""
    allows = getSecurityManager().checkPermission
    if allows(MANAGE_SETUP, section):
        return Actor("administrator", own_agent(section, userid), userid)
    if allows(MANAGE_APPOINTMENTS, section):
        return Actor("receptionist", own_agent(section, userid), userid)
    return Actor("public", None, userid)


def own_agent(section: Any, userid: str) -> str | None:
    """The uid of the active agent that a user is in the section."""
    for agent in office_of(section).agents.values():
        if userid and agent.active and agent.userid == userid:
            return agent.uid
    return None
