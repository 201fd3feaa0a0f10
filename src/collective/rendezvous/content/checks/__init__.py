"""What fields say about one another: the same checks for forms and for REST.

Each check gets the values of all fields as they would be (UIDs, "HH:MM", dates), and where the
object stands, and yields problems. Single fields check themselves (their schema).
"""

from collections.abc import Mapping
from collective.rendezvous.content.checks.agent import check_agent
from collective.rendezvous.content.checks.appointment_type import check_type
from collective.rendezvous.content.checks.availability import check_availability
from collective.rendezvous.content.checks.problem import Place
from collective.rendezvous.content.checks.problem import Problem
from collective.rendezvous.content.checks.section import check_section
from collective.rendezvous.content.checks.unavailability import check_unavailability
from plone.dexterity.utils import iterSchemataForType
from typing import Any
from zope.schema import getFields


CHECKS = {
    "Agent": check_agent,
    "AppointmentType": check_type,
    "Availability": check_availability,
    "RendezVousSection": check_section,
    "Unavailability": check_unavailability,
}


def check(portal_type: str, data: Mapping[str, Any], parent: Any, obj: Any | None = None) -> list[Problem]:
    """All problems of an object to be added to `parent`, or of `obj` there, once `data` is in it."""
    found = CHECKS.get(portal_type)
    if found is None:
        return []
    values: dict[str, Any] = {}
    for schema in iterSchemataForType(portal_type):
        for name, field in getFields(schema).items():
            if name in data:
                values[name] = data[name]
            elif obj is not None:
                values[name] = getattr(obj, name, field.missing_value)
            else:
                values[name] = field.bind(parent).default
    return list(found(values, Place(parent, obj)))
