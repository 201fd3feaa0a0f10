"""The Plone sites of a database, each entered as a request does."""

from collections.abc import Iterator
from collective.rendezvous.ledger.container import ledgers
from Testing.makerequest import makerequest
from typing import Any
from zope.component.hooks import getSite
from zope.component.hooks import setSite
from zope.globalrequest import getRequest
from zope.globalrequest import setRequest

import transaction
import Zope2


def sites() -> Iterator[Any]:
    """Each site that has the appointments of any section, on a connection of this call's own."""
    before = getSite(), getRequest()
    transaction.begin()
    app = makerequest(Zope2.app())
    try:
        for portal in app.objectValues("Plone Site"):
            if ledgers(portal):
                setRequest(portal.REQUEST)
                setSite(portal)
                yield portal
                transaction.abort()
    finally:
        setSite(before[0])
        setRequest(before[1])
        transaction.abort()
        app._p_jar.close()
