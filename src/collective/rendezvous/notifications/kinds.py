"""The kinds of letters, and who composes each."""

from collections.abc import Callable
from collective.rendezvous.ledger.parcel import Parcel
from collective.rendezvous.notifications.links import of_links
from collective.rendezvous.notifications.of_appointment import of_appointment
from collective.rendezvous.notifications.to_agent import to_agent
from collective.rendezvous.notifications.waiting import to_waiting
from datetime import datetime
from email.message import EmailMessage
from typing import Any


Composer = Callable[[Any, Parcel, datetime], EmailMessage | None]
"""Composes a letter of a section from what is true now; None when there is nothing to tell any more.

Raises ValueError or LookupError for what cannot be written to anybody, whatever the mail server says.
"""

COMPOSERS: dict[str, Composer] = {
    "agent_told": to_agent,
    "cancelled": of_appointment,
    "changed": of_appointment,
    "confirmed": of_appointment,
    "links": of_links,
    "please_confirm": of_appointment,
    "proposal": of_appointment,
    "reminder": of_appointment,
    "updated": of_appointment,
    "waiting_confirm": to_waiting,
    "waiting_offer": to_waiting,
}


def compose(section: Any, parcel: Parcel, now: datetime) -> EmailMessage | None:
    """Return the letter of a parcel as it is to be sent now; None when it would not be true any more."""
    return COMPOSERS[parcel.kind](section, parcel, now)
