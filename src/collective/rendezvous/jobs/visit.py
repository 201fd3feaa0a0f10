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


@contextmanager
def visit(section: Any) -> Iterator[Any]:
    """The section in a request of its own, in its site, under its public address if that is known."""
    before = getRequest()
    app = makerequest(aq_base(section.getPhysicalRoot()))
    request = app.REQUEST
    portal = app.unrestrictedTraverse(api.portal.get().getPhysicalPath())
    setRequest(request)
    try:
        with site(portal):
            notify(BeforeTraverseEvent(portal, request))
            visited = app.unrestrictedTraverse(section.getPhysicalPath())
            ledger = ledger_of(visited)
            root, path = public(portal, ledger.address if ledger is not None else None)
            if root:
                request.other["SERVER_URL"] = root
                request.other["VirtualRootPhysicalPath"] = tuple(path.split("/"))
            yield visited
    finally:
        setRequest(before)
