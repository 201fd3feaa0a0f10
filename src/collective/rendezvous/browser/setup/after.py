"""Where one goes on once something is saved, left or deleted."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collective.rendezvous.content.availability import IAvailability
from collective.rendezvous.content.interfaces import IHours
from collective.rendezvous.content.place import section_of
from collective.rendezvous.content.section import IRendezVousSection
from collective.rendezvous.content.unavailability import IUnavailability
from typing import Any
from urllib.parse import urlencode

import re


LISTS = {"AppointmentType": "types", "Counter": "counters", "Agent": "agents"}
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
HOURS = "hours"
"""What `review` names where not an absence but hours were changed."""


def known_back(told: object) -> str:
    """What a form tells of where it was opened: the list of all absences, a day of a calendar, or nothing."""
    known = isinstance(told, str) and (told == "unavailabilities" or DAY.fullmatch(told))
    return str(told) if known else ""


def after(obj: Any, back: str = "") -> str:
    """The address after an object was saved; appointments that it leaves behind are named there."""
    url = leaving(obj, back)
    if IUnavailability.providedBy(obj):
        return reviewing(url, obj.getId())
    return reviewing(url, HOURS) if IAvailability.providedBy(obj) else url


def reviewing(url: str, review: str) -> str:
    """An address at which appointments left behind are named."""
    return f"{url}{'&' if '?' in url else '?'}{urlencode({'review': review})}"


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
    url = str(context.absolute_url())
    return f"{url}?day={back}" if DAY.fullmatch(back) else url
