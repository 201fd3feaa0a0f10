"""Where an object stands: its section, and what else is in it."""

from Acquisition import aq_base
from Acquisition import aq_chain
from Acquisition import aq_inner
from collections.abc import Iterator
from collective.rendezvous.content.section import IRendezVousSection
from Products.CMFCore.utils import getToolByName
from typing import Any
from zope.interface import Interface


def section_of(context: Any) -> Any | None:
    """The section around an object, or the object itself; None outside of sections."""
    if not hasattr(aq_base(context), "aq_parent") and not hasattr(context, "aq_chain"):
        return None
    return next((obj for obj in aq_chain(aq_inner(context)) if IRendezVousSection.providedBy(obj)), None)


def sections(portal: Any) -> Iterator[Any]:
    """All sections of a site, by their place in it, whoever asks."""
    catalog = getToolByName(portal, "portal_catalog")
    for brain in catalog.unrestrictedSearchResults(portal_type="RendezVousSection", sort_on="path"):
        yield brain._unrestrictedGetObject()


def children(container: Any, interface: type[Interface]) -> Iterator[Any]:
    """What of one kind is in a container, in its order, whoever asks."""
    return (obj for obj in container.objectValues() if interface.providedBy(obj))
