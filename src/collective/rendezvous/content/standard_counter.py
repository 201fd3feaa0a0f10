"""A new section has one counter, so that nobody has to think about counters before they need two."""

from collective.rendezvous import _
from plone import api
from plone.dexterity.utils import createContent
from typing import Any
from zope.i18n import translate
from zope.lifecycleevent.interfaces import IObjectAddedEvent


ID = "guichet-standard"
TITLE = _("standard_counter", default="Guichet standard")
"""A name of its own, known by it from the manual: it stays where no translation says otherwise."""


def add_standard_counter(section: Any, event: IObjectAddedEvent) -> None:
    """Put the standard counter into a section that is really new; a copy brings its counters along."""
    if section.objectIds():
        return
    title = translate(TITLE, target_language=api.portal.get_default_language())
    section._setObject(ID, createContent("Counter", id=ID, title=title, capacity=1))
