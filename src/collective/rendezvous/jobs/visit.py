"""Go to a section as a request from outside would, so that its letters tell its public address."""

from Acquisition import aq_base
from collections.abc import Iterator
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.notifications.address import public
from contextlib import contextmanager
from plone import api
from Testing.makerequest import makerequest
from typing import Any
from zope.component.hooks import site
from zope.event import notify
from zope.globalrequest import getRequest
from zope.globalrequest import setRequest
from zope.traversing.interfaces import BeforeTraverseEvent


UNKNOWN = "http://nohost"
"""What a request that nobody made says."""


@contextmanager
def visit(section: Any) -> Iterator[Any]:
    """The section in a request of its own, in its site, under its public address."""
    before = getRequest()
    app = makerequest(aq_base(section.getPhysicalRoot()))
    request = app.REQUEST
    portal = app.unrestrictedTraverse(api.portal.get().getPhysicalPath())
    setRequest(request)
    try:
        with site(portal):
            notify(BeforeTraverseEvent(portal, request))
            visited = app.unrestrictedTraverse(section.getPhysicalPath())
            root, path = entrance(portal, visited, before)
            request.other["SERVER_URL"] = root
            request.other["VirtualRootPhysicalPath"] = tuple(path.split("/"))
            yield visited
    finally:
        setRequest(before)


def entrance(portal: Any, section: Any, before: Any) -> tuple[str, str]:
    """(URL, path) of where one enters from outside; as in the request `before` while nobody knows."""
    ledger = ledger_of(section)
    root, path = public(portal, ledger.address if ledger is not None else None)
    if root or before is None:
        return root or UNKNOWN, path
    path = "/".join(before.other.get("VirtualRootPhysicalPath", ("",)))
    return before.physicalPathToURL(path).rstrip("/"), path


def unknown(section: Any) -> bool:
    """Whether nobody has told yet under which address the section can be reached."""
    return bool(section.absolute_url().startswith(UNKNOWN))
