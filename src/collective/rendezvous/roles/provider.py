"""Local roles from the agents of a section: agents are the only place where these roles are kept."""

from borg.localrole.interfaces import ILocalRoleProvider
from collections.abc import Iterable
from collections.abc import Iterator
from collective.rendezvous.booking.office import office_of
from collective.rendezvous.content.agent import IAgent
from collective.rendezvous.content.section import IRendezVousSection
from collective.rendezvous.content.states import state_of
from collective.rendezvous.roles.permissions import ADMINISTRATOR
from collective.rendezvous.roles.permissions import OWN_AGENT
from collective.rendezvous.roles.permissions import RECEPTIONIST
from typing import Any
from zope.component import adapter
from zope.interface import implementer


ROLES = {"administrator": (ADMINISTRATOR, RECEPTIONIST), "receptionist": (RECEPTIONIST,)}


@implementer(ILocalRoleProvider)
@adapter(IRendezVousSection)
class SectionRoles:
    """Active agents have their role on the whole section.

    Asked for every object that is checked: the snapshot of the office is at hand.
    """

    def __init__(self, context: Any) -> None:
        self.context = context

    def getRoles(self, principal_id: str) -> Iterable[str]:
        """See ILocalRoleProvider."""
        return next((roles for userid, roles in self.getAllRoles() if userid == principal_id), ())

    def getAllRoles(self) -> Iterator[tuple[str, Iterable[str]]]:
        """See ILocalRoleProvider."""
        for agent in office_of(self.context).agents.values():
            if agent.active and agent.userid:
                yield agent.userid, ROLES.get(agent.role, ())


@implementer(ILocalRoleProvider)
@adapter(IAgent)
class OwnAgentRole:
    """On the agent that one is, one may manage one's own hours."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def getRoles(self, principal_id: str) -> Iterable[str]:
        """See ILocalRoleProvider."""
        return (OWN_AGENT,) if principal_id and principal_id == self._user() else ()

    def getAllRoles(self) -> Iterator[tuple[str, Iterable[str]]]:
        """See ILocalRoleProvider."""
        user = self._user()
        return iter([(user, (OWN_AGENT,))] if user else [])

    def _user(self) -> str | None:
        if state_of(self.context) == "inactive":
            return None
        return self.context.userid or None
