"""A copied section refers to its own types and counters, not to those of the original."""

from collections.abc import Mapping
from collective.rendezvous.content.agent import IAgent
from collective.rendezvous.content.availability import IAvailability
from collective.rendezvous.content.counter import ICounter
from collective.rendezvous.content.place import children
from collective.rendezvous.content.place import section_of
from collective.rendezvous.content.references import targets
from typing import Any
from zope.lifecycleevent.interfaces import IObjectAddedEvent


OWN = "_rendezvous_uid"
"""Holds an object's UID as it was when it was added: in a copy, that of the original."""


def remember_uid(obj: Any, event: Any) -> None:
    """Types and counters note their UID, which tells a copy later what it was copied from.

    In a copied section the section does it, once all references are set right.
    """
    if not _copied_along(obj, event):
        setattr(obj, OWN, obj.UID())


def point_at_copies(section: Any, event: IObjectAddedEvent) -> None:
    """Replace the UIDs of the originals by those of the copies in everything that refers to them."""
    new: dict[str, str] = {}
    for obj in section.objectValues():
        old = getattr(obj, OWN, None)
        if old is not None:
            new[old] = obj.UID()
            setattr(obj, OWN, obj.UID())
    if all(old == uid for old, uid in new.items()):
        return
    for counter in children(section, ICounter):
        _replace(counter, new)
    for agent in children(section, IAgent):
        for availability in children(agent, IAvailability):
            _replace(availability, new)


def release_user(agent: Any, event: IObjectAddedEvent) -> None:
    """A copy of an agent beside the original is nobody yet: a user is one agent of a section at most."""
    section = section_of(agent)
    if section is None or _copied_along(agent, event):
        return
    for other in children(section, IAgent):
        if other.getId() != agent.getId() and agent.userid and other.userid == agent.userid:
            agent.userid = ""


def _copied_along(obj: Any, event: Any) -> bool:
    return getattr(event, "object", obj) is not obj and event.object.aq_base is not obj.aq_base


def _replace(obj: Any, new: Mapping[str, str]) -> None:
    for name in targets(obj):
        setattr(obj, name, [new.get(uid, uid) for uid in getattr(obj, name, None) or ()])
