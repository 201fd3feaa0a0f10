"""Whatever changes in a section makes its ledger forget the office it had read."""

from Acquisition import aq_parent
from collective.rendezvous.booking.office import touch
from collective.rendezvous.content.place import section_of
from collective.rendezvous.content.section import IRendezVousSection
from typing import Any
from zope.lifecycleevent.interfaces import IObjectMovedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


def changed(obj: Any, event: Any) -> None:
    """Something set up was changed, put in another order, or went through a transition."""
    _touch(section_of(obj))


def moved(obj: Any, event: IObjectMovedEvent) -> None:
    """Something set up was added, renamed, moved or removed.

    What lies in a thing that moves is told too (event.object is not obj): once is enough.
    """
    if IObjectRemovedEvent.providedBy(event):
        if event.object is obj and event.oldParent is not None:
            _touch(section_of(event.oldParent))
    elif event.object is obj or IRendezVousSection.providedBy(obj):
        _touch(section_of(obj) or section_of(aq_parent(obj)))


def _touch(section: Any | None) -> None:
    if section is not None:
        touch(section)
