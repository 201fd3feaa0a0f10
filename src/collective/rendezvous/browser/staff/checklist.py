"""What a section needs before citizens can book, done or still to do (screen 1)."""

from collections.abc import Iterator
from collective.rendezvous import _
from collective.rendezvous.browser.staff.names import country
from collective.rendezvous.scheduling.office import Office
from dataclasses import dataclass
from dataclasses import field
from plone import api
from typing import Any


@dataclass(frozen=True)
class Point:
    """A point of the list: what it says, and where one does it (`path` below the section)."""

    done: bool
    text: str
    values: dict[str, Any] = field(default_factory=dict)
    path: str = ""
    action: str = ""


def points(section: Any, office: Office, language: str) -> list[Point]:
    """All the points, in the order in which a town sets up its section."""
    return [
        *_texts(section, language),
        *_types(section, office),
        *_counters(office),
        *_agents(office),
        *_opening(office),
    ]


def _texts(section: Any, language: str) -> Iterator[Point]:
    reachable = bool(section.contact_phone or section.contact_email)
    sender = bool(section.sender_address or api.portal.get_registry_record("plone.email_from_address"))
    if reachable and sender:
        yield Point(True, _("Contact of the office and sender of the mails"))
    if not reachable:
        yield Point(
            False, _("Citizens find no phone number and no address"), path="edit", action=_("Complete")
        )
    if not sender:
        yield Point(False, _("The mails have no sender"), path="edit", action=_("Complete"))
    if section.holidays_country:
        named = {"country": country(section.holidays_country, language)}
        yield Point(True, _("Public holidays: ${country}"), named)
    else:
        yield Point(False, _("No public holidays are kept"), path="edit", action=_("Choose"))


def _types(section: Any, office: Office) -> Iterator[Point]:
    if not office.types:
        yield Point(False, _("No type of appointment"), path="++add++AppointmentType", action=_("Add"))
        return
    yield Point(True, _("Types of appointments: ${number}"), {"number": len(office.types)})
    served = {uid for counter in office.counters.values() if counter.active for uid in counter.types}
    received = {
        uid
        for agent in office.agents.values()
        if agent.active
        for hours in agent.availabilities
        for uid in hours.types
    }
    told = _written(section.privacy_text)
    for kind in office.types.values():
        if not kind.active:
            continue
        named = {"type": kind.title}
        if kind.uid not in served:
            text = _("« ${type} » is received at no counter")
            yield Point(False, text, named, "@@rendezvous-counters", _("Choose"))
        if kind.uid not in received:
            text = _("No agent receives for « ${type} »")
            yield Point(False, text, named, "@@rendezvous-agents", _("Choose"))
        if kind.audience == "public" and not told and not _written(section[kind.id].rgpd_text):
            text = _("« ${type} » has no text on personal data")
            yield Point(False, text, named, f"{kind.id}/edit", _("Complete"))


def _counters(office: Office) -> Iterator[Point]:
    active = [counter for counter in office.counters.values() if counter.active]
    if active:
        yield Point(True, _("Counters: ${number}"), {"number": len(active)})
    else:
        yield Point(False, _("No counter"), path="++add++Counter", action=_("Add"))
    for counter in active:
        if not counter.types:
            text = _("« ${counter} » receives no type")
            yield Point(False, text, {"counter": counter.title}, f"{counter.id}/edit", _("Choose"))


def _agents(office: Office) -> Iterator[Point]:
    active = [agent for agent in office.agents.values() if agent.active]
    if active:
        yield Point(True, _("Agents: ${number}"), {"number": len(active)})
    else:
        yield Point(False, _("No agent"), path="++add++Agent", action=_("Add"))
    for agent in active:
        if not agent.availabilities:
            text = _("${agent} has no availability")
            path = f"{agent.id}/++add++Availability"
            yield Point(False, text, {"agent": agent.title}, path, _("Add"))


def _opening(office: Office) -> Iterator[Point]:
    if office.state == "open":
        yield Point(True, _("Section open to citizens"))
    elif office.state == "suspended":
        yield Point(False, _("Section suspended: citizens cannot book"), path="@@rendezvous-open")
    else:
        yield Point(False, _("Section in preparation: citizens do not see it"), path="@@rendezvous-open")


def _written(text: Any) -> bool:
    return bool(text and text.raw and text.raw.strip())
