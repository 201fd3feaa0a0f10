"""References inside a section: UIDs in the objects, ids (short names) at the edges."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.rendezvous.content.appointment_type import IAppointmentType
from collective.rendezvous.content.availability import IAvailability
from collective.rendezvous.content.counter import ICounter
from collective.rendezvous.content.place import children
from collective.rendezvous.content.place import section_of
from types import MappingProxyType
from typing import Any
from zope.interface import Interface


TARGETS: Mapping[type[Interface], Mapping[str, type[Interface]]] = MappingProxyType(
    {
        ICounter: MappingProxyType({"types": IAppointmentType}),
        IAvailability: MappingProxyType({"types": IAppointmentType, "counters": ICounter}),
    }
)
"""Which fields of which interface refer to what."""


def targets(obj: Any) -> Mapping[str, type[Interface]]:
    """The fields of an object that hold references, with what they refer to."""
    return next((fields for interface, fields in TARGETS.items() if interface.providedBy(obj)), {})


def uids_by_id(context: Any, interface: type[Interface]) -> dict[str, str]:
    """Short name -> UID of all objects of one kind in the section around `context`."""
    section = section_of(context)
    return {} if section is None else {obj.getId(): obj.UID() for obj in children(section, interface)}


def existing(uids: Iterable[str] | None, by_id: Mapping[str, str]) -> list[str]:
    """The UIDs that still name something, in their order."""
    known = set(by_id.values())
    return [uid for uid in uids or () if uid in known]


def ids(uids: Iterable[str] | None, by_id: Mapping[str, str]) -> list[str]:
    """The short names of what UIDs name; what does not exist any more is left out."""
    by_uid = {uid: id for id, uid in by_id.items()}
    return [by_uid[uid] for uid in uids or () if uid in by_uid]
