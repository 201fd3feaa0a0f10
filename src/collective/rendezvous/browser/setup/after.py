"""Where one goes on once something is saved, left or deleted."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collective.rendezvous.content.interfaces import IHours
from collective.rendezvous.content.place import section_of
from collective.rendezvous.content.section import IRendezVousSection
from collective.rendezvous.content.unavailability import IUnavailability
from typing import Any
from urllib.parse import urlencode


LISTS = {"AppointmentType": "types", "Counter": "counters", "Agent": "agents"}


def after(obj: Any, back: str = "") -> str:
    """The address after an object was saved; appointments in an absence are named there."""
    url = leaving(obj, back)
    if IUnavailability.providedBy(obj):
        return f"{url}?{urlencode({'review': obj.getId()})}"
    return url


def leaving(obj: Any, back: str = "") -> str:
    """The address of where an object is listed."""
    return listing(obj.portal_type, aq_parent(aq_inner(obj)) if IHours.providedBy(obj) else obj, back)


def listing(portal_type: str, context: Any, back: str = "") -> str:
    """The address of the list of a type: the agent's or counter's page for what is in it."""
    section = section_of(context)
    if section is None:
        return str(context.absolute_url())
    if portal_type in LISTS:
        return f"{section.absolute_url()}/@@rendezvous-{LISTS[portal_type]}"
    if back == "unavailabilities":
        return f"{section.absolute_url()}/@@rendezvous-unavailabilities"
    if IRendezVousSection.providedBy(context):
        return f"{section.absolute_url()}/@@rendezvous-home"
    return str(context.absolute_url())
