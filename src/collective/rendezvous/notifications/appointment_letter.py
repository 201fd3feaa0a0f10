"""A letter to the visitor of an appointment, with the file that keeps the visitor's calendar right."""

from collective.rendezvous.notifications import calendar_file
from collective.rendezvous.notifications.facts import Facts
from collective.rendezvous.notifications.invitation import Invitation
from collective.rendezvous.notifications.letter import write
from collective.rendezvous.notifications.mailbox import addressed
from collective.rendezvous.notifications.mailbox import sender
from collective.rendezvous.notifications.texts import appointment_text
from datetime import datetime
from email.message import EmailMessage
from typing import Any


INVITING = frozenset({"confirmed", "changed", "updated"})
"""The letters that put an appointment into calendars, or move it there; *cancelled* takes it out."""


def appointment_letter(
    section: Any, kind: str, facts: Facts, recipient: str, now: datetime, written: int = 0
) -> EmailMessage:
    """Return the letter; `kind` is one of :data:`.texts.SUBJECTS`, `written` when it was wanted, in seconds.

    Raises ValueError for an address that is none.
    """
    return write(
        section,
        recipient,
        appointment_text(section, kind, facts),
        invitation=invitation(section, kind, facts, recipient, now),
        id=f"{facts.reference}.{kind}.{written}" if written else "",
        thread=facts.reference,
    )


def invitation(section: Any, kind: str, facts: Facts, recipient: str, now: datetime) -> Invitation | None:
    """Return the calendar file of a kind of letter, None for one that changes no calendar."""
    organizer, attendee = sender(section), addressed(recipient)
    if kind in INVITING and facts.state == "confirmed":
        file = calendar_file.request(facts, organizer, attendee, now)
        return Invitation(file, "REQUEST", f"{facts.reference}.ics")
    if kind == "cancelled" and facts.sequence:
        file = calendar_file.cancel(facts, organizer, attendee, now)
        return Invitation(file, "CANCEL", f"{facts.reference}.ics")
    return None
