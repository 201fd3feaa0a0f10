"""The public address of a section, for letters that nobody's request is there for."""

from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.content.place import section_of
from collective.rendezvous.content.settings import PREFIX
from collective.rendezvous.roles.permissions import MANAGE_APPOINTMENTS
from collective.rendezvous.roles.permissions import MANAGE_SETUP
from plone import api
from typing import Any
from zope.globalrequest import getRequest


SETTING = f"{PREFIX}.public_url"
"""The site's address, where the webmaster has written it down."""


def learn(section: Any, address: Any) -> None:
    """Note under which address the present request came, if it came from outside at all."""
    request = getRequest()
    if request is None or "PUBLISHED" not in request.other:
        return
    may = api.user.has_permission
    by_staff = may(MANAGE_APPOINTMENTS, obj=section) or may(MANAGE_SETUP, obj=section)
    path = "/".join(request.other.get("VirtualRootPhysicalPath", ("",)))
    address.learn(request.physicalPathToURL(path).rstrip("/"), path, by_staff)


def set_up(obj: Any, _event: Any) -> None:
    """Something in a section was set up: whoever does that comes by an address that can be trusted."""
    section = section_of(obj)
    ledger = ledger_of(section) if section is not None else None
    if ledger is not None:
        learn(section, ledger.address)


def public(portal: Any, address: Any) -> tuple[str, str]:
    """(URL, path): the URL, without a slash at its end, of the object at that path; empty if nobody knows.

    What the webmaster has written down counts first, then what staff's requests said, then visitors'.
    """
    written = api.portal.get_registry_record(SETTING, default="") or ""
    if written:
        return written.rstrip("/"), "/".join(portal.getPhysicalPath())
    return (address.root, address.path) if address is not None else ("", "")
