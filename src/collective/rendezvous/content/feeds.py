"""Agents and counters get the secret of their calendar feed when they are made, never when looked at."""

from Acquisition import aq_parent
from collective.rendezvous.booking.feeds import ensure_feed
from collective.rendezvous.booking.feeds import forget_feed
from collective.rendezvous.content.place import section_of
from typing import Any
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


def made(obj: Any, event: IObjectAddedEvent) -> None:
    """One was added, alone or with its section; a copy has a uid, and so a secret, of its own."""
    section = section_of(obj) or section_of(aq_parent(obj))
    if section is not None:
        ensure_feed(section, obj.UID())


def activated(obj: Any, event: Any) -> None:
    """One went through a transition: if it was made before there were feeds, it gets its secret now."""
    section = section_of(obj)
    if section is not None:
        ensure_feed(section, obj.UID())


def removed(obj: Any, event: IObjectRemovedEvent) -> None:
    """One was removed, and nobody can come back to its feed."""
    if event.object is obj and event.oldParent is not None:
        section = section_of(event.oldParent)
        if section is not None:
            forget_feed(section, obj.UID())
