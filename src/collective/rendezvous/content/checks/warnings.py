"""What is allowed, but perhaps not meant: told once it is saved."""

from collections.abc import Iterator
from collective.rendezvous import _
from collective.rendezvous.content.appointment_type import IAppointmentType
from collective.rendezvous.content.availability import IAvailability
from collective.rendezvous.content.hour import minutes
from collective.rendezvous.content.place import children
from collective.rendezvous.content.place import section_of
from typing import Any


def warnings(obj: Any) -> Iterator[str]:
    """Messages about an object as it is now."""
    if not IAvailability.providedBy(obj):
        return
    length = minutes(obj.end) - minutes(obj.start)
    for kind in children(section_of(obj), IAppointmentType):
        if kind.UID() in obj.types and kind.duration > length:
            yield _(
                "“${type}” takes ${duration} minutes: these hours are too short for it.",
                mapping={"type": kind.title, "duration": kind.duration},
            )
