"""What the profiles cannot say in XML."""

from collective.rendezvous.roles.permissions import ADMINISTRATOR
from collective.rendezvous.roles.permissions import OWN_AGENT
from collective.rendezvous.roles.permissions import RECEPTIONIST
from plone import api
from Products.CMFPlone.interfaces import INonInstallable
from typing import Any
from zope.interface import implementer


ROLES = (ADMINISTRATOR, OWN_AGENT, RECEPTIONIST)
LISTS = ("plone.displayed_types", "plone.types_not_searched")
TYPES = frozenset(
    {"Agent", "AppointmentType", "Availability", "Counter", "RendezVousSection", "Unavailability"}
)
PREFIXES = ("_collective_rendezvous__", "_Sharing_page__Delegate_Rendez_vous_")


@implementer(INonInstallable)
class HiddenProfiles:
    """Keeps the uninstall profile off the list of add-ons."""

    def getNonInstallableProfiles(self) -> list[str]:
        """See INonInstallable."""
        return ["collective.rendezvous:uninstall"]

    def getNonInstallableProducts(self) -> list[str]:
        """See INonInstallable."""
        return ["collective.rendezvous.upgrades"]


def uninstall(tool: Any) -> None:
    """Take the roles and what the site says about our permissions away; content and ledgers stay."""
    portal = api.portal.get()
    portal.__ac_roles__ = tuple(role for role in portal.__ac_roles__ if role not in ROLES)
    manager = portal.acl_users.portal_role_manager
    for role in ROLES:
        if role in manager.listRoleIds():
            manager.removeRole(role)
    for record in LISTS:
        value = api.portal.get_registry_record(record)
        api.portal.set_registry_record(record, type(value)(name for name in value if name not in TYPES))
    for name in [name for name in vars(portal) if name.startswith(PREFIXES)]:
        delattr(portal, name)
