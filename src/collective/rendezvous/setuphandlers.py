"""What the profiles cannot say in XML."""

from collections.abc import Iterator
from collective.rendezvous.roles.permissions import ADMINISTRATOR
from collective.rendezvous.roles.permissions import OWN_AGENT
from collective.rendezvous.roles.permissions import RECEPTIONIST
from plone import api
from plone.portlets.constants import CONTEXT_ASSIGNMENT_KEY
from plone.portlets.interfaces import IPortletManager
from Products.CMFPlone.interfaces import INonInstallable
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtilitiesFor
from zope.interface import implementer


PACKAGE = "collective.rendezvous."
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
    for mapping in portlets(portal):
        for name in [name for name, one in mapping.items() if one.__class__.__module__.startswith(PACKAGE)]:
            del mapping[name]


def portlets(portal: Any) -> Iterator[Any]:
    """Yield all assignments of portlets: those of the site and of its content, of groups and of types."""
    for _name, manager in getUtilitiesFor(IPortletManager):
        for category in manager.values():
            yield from category.values()
    site = "/".join(portal.getPhysicalPath())
    for brain in portal.portal_catalog.unrestrictedSearchResults(path=site):
        obj = brain._unrestrictedGetObject()
        yield from (IAnnotations(obj, {}).get(CONTEXT_ASSIGNMENT_KEY) or {}).values()
