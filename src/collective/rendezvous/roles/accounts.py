"""An account that is deleted takes no agent along: the agent becomes inactive."""

from collective.rendezvous.content.agent import IAgent
from collective.rendezvous.content.place import children
from collective.rendezvous.content.states import state_of
from plone import api
from Products.PluggableAuthService.interfaces.events import IPrincipalDeletedEvent
from typing import Any


def deactivate_agents(event: IPrincipalDeletedEvent) -> None:
    """Deactivate every agent that the user was, so that a later namesake inherits nothing."""
    userid = event.principal if isinstance(event.principal, str) else event.principal.getId()
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(portal_type="RendezVousSection"):
        for agent in list(children(brain._unrestrictedGetObject(), IAgent)):
            if agent.userid == userid:
                _deactivate(agent)


def _deactivate(agent: Any) -> None:
    if state_of(agent) == "active":
        with api.env.adopt_roles(["Manager"]):
            api.portal.get_tool("portal_workflow").doActionFor(agent, "deactivate")
