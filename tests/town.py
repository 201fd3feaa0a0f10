"""A small town hall for tests: a section with a few types, counters and agents, set up as content."""

from collective.rendezvous import clock
from datetime import datetime
from email import message_from_bytes
from email import policy
from email.message import EmailMessage
from plone import api
from plone.dexterity.utils import createContentInContainer
from typing import Any
from zope.lifecycleevent import modified

import transaction


WORKDAYS = [0, 1, 2, 3, 4]
PASSWORD = "correct horse battery"


def create(container: Any, portal_type: str, id: str | None = None, **fields: Any) -> Any:
    """Add content without asking who does it."""
    named = {"id": id} if id else {}
    return createContentInContainer(container, portal_type, checkConstraints=False, **named, **fields)


def change(obj: Any, **fields: Any) -> Any:
    """Set fields and tell the site, as a form does."""
    for name, value in fields.items():
        setattr(obj, name, value)
    modified(obj)
    return obj


def user(login: str, roles: tuple[str, ...] = ("Member",)) -> str:
    """A user of the site; the password is PASSWORD. Returns the user id."""
    return api.user.create(
        username=login, password=PASSWORD, email=f"{login}@example.org", roles=roles
    ).getId()


def hours(agent: Any, *types: Any, start: str = "09:00", end: str = "12:00", **fields: Any) -> Any:
    """Hours of an agent on all workdays, for these types."""
    fields.setdefault("days", WORKDAYS)
    return create(agent, "Availability", start=start, end=end, types=[kind.UID() for kind in types], **fields)


def section(portal: Any, id: str = "rendez-vous", state: str = "open", **fields: Any) -> Any:
    """An empty section with its standard counter."""
    made = create(portal, "RendezVousSection", id, title="Rendez-vous", **fields)
    if state != "preparation":
        api.content.transition(made, "open")
    if state == "suspended":
        api.content.transition(made, "suspend")
    return made


def town(portal: Any, **fields: Any) -> Any:
    """An open section: `cni` (20 minutes) and `logement` (30), one counter, the agent `nadia`.

    Nadia receives for both on workdays from 9:00 to 12:00 at guichet-standard (capacity 1); her
    user is `nadia`, a receptionist.
    """
    made = section(portal, **fields)
    cni = create(made, "AppointmentType", "cni", title="Carte d'identité", duration=20)
    logement = create(made, "AppointmentType", "logement", title="Logement", duration=30)
    change(made["guichet-standard"], types=[cni.UID(), logement.UID()])
    agent(made, "nadia", cni, logement)
    return made


def agent(made: Any, id: str, *types: Any, role: str = "receptionist", **fields: Any) -> Any:
    """An agent, with a user of the same name and hours in the morning of workdays."""
    found = create(made, "Agent", id, title=id.title(), userid=user(id), role=role, email=f"{id}@example.org")
    if types:
        hours(found, *types, **fields)
    return found


def visitor(last_name: str = "Durand", **fields: Any) -> dict[str, Any]:
    """Who comes, as a REST body tells it."""
    return {"first_name": "Marie", "last_name": last_name, "email": "marie.durand@example.org", **fields}


def wish(start: str, type: str = "cni", **fields: Any) -> dict[str, Any]:
    """What a citizen asks to book, as a REST body."""
    return {"type": type, "start": start, "visitor": visitor(), "consent": True, **fields}


def deliver(portal: Any, now: datetime | None = None) -> int:
    """Send what waits in the outboxes of a committed site, as its clock would; how many letters went out."""
    from collective.rendezvous.jobs.all import OUTBOX
    from collective.rendezvous.jobs.run import run

    return run(portal, now or clock.now(), [OUTBOX])["outbox"]


def letters(portal: Any) -> list[EmailMessage]:
    """Send what waits; the letters that have gone out since this was asked last."""
    transaction.begin()
    deliver(portal)
    found = [message_from_bytes(each, policy=policy.default) for each in portal.MailHost.messages]
    portal.MailHost.reset()
    return found
