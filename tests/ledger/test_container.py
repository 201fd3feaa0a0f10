from .build import appointment
from collective.rendezvous.ledger.container import ANNOTATION
from collective.rendezvous.ledger.container import ledger_of
from collective.rendezvous.ledger.container import ledgers
from zope.annotation.attribute import AttributeAnnotations
from zope.annotation.interfaces import IAttributeAnnotatable
from zope.component import getGlobalSiteManager
from zope.interface import implementer

import pytest


@implementer(IAttributeAnnotatable)
class Site:
    pass


@pytest.fixture
def site():
    manager = getGlobalSiteManager()
    missing = not manager.adapters.lookup((IAttributeAnnotatable,), AttributeAnnotations.__provides__)
    manager.registerAdapter(AttributeAnnotations)
    yield Site()
    if missing:
        manager.unregisterAdapter(AttributeAnnotations)


def test_reading_makes_nothing(site):
    assert ledgers(site) is None
    assert ledger_of(site, "section") is None
    assert not hasattr(site, "__annotations__")


def test_a_ledger_is_made_once_for_each_section(site):
    ledger = ledger_of(site, "section", create=True)
    assert ledger_of(site, "section") is ledger
    assert ledger_of(site, "section", create=True) is ledger
    assert ledger_of(site, "copy") is None
    assert list(site.__annotations__[ANNOTATION]) == ["section"]


def test_a_copy_of_a_section_starts_empty(site):
    ledger_of(site, "section", create=True).add(appointment())
    assert list(ledger_of(site, "copy", create=True).between(0)) == []
