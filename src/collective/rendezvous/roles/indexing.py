"""The catalog keeps who may see what: it is told when the agents of a section change."""

from collective.rendezvous.booking.office import touch
from collective.rendezvous.content.place import section_of
from typing import Any
from zope.container.interfaces import IContainerModifiedEvent
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectMovedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


def agent_changed(agent: Any, event: Any) -> None:
    """An agent was changed, activated or deactivated."""
    if not IContainerModifiedEvent.providedBy(event):
        _reindex(section_of(agent))


def agent_moved(agent: Any, event: IObjectMovedEvent) -> None:
    """An agent came or went; a section that goes takes its roles along."""
    if IObjectRemovedEvent.providedBy(event):
        if event.object is agent and event.oldParent is not None:
            _reindex(section_of(event.oldParent))
    elif event.object is agent and IObjectAddedEvent.providedBy(event):
        _reindex(section_of(agent))


def _reindex(section: Any | None) -> None:
    if section is not None:
        touch(section)  # before the roles are read for the catalog, whichever subscriber comes first
        section.reindexObjectSecurity()
