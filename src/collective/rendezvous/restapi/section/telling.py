"""An appointment as plain values: for staff, for its citizen, and as a receipt."""

from collections.abc import Mapping
from collective.rendezvous.addresses import manage_url
from collective.rendezvous.booking.book import Receipt
from collective.rendezvous.booking.opening import state_of
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.ledger.appointment import Change
from collective.rendezvous.ledger.instants import instant
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.scheduling.zone import end_of
from datetime import datetime
from datetime import UTC
from typing import Any


NAMES = ("civility", "first_name", "last_name")
VISITOR = (*NAMES, "email", "phone")


class Teller:
    """Tells the appointments of a section at a moment; uids become ids, times the section's."""

    def __init__(self, section: Any, office: Office, now: datetime) -> None:
        self.url = section.absolute_url()
        self.office = office
        self.now = now
        self._times: dict[tuple[int, int], tuple[str, str]] = {}

    def address(self, reference: str) -> str:
        """The appointment's own address."""
        return f"{self.url}/@appointments/{reference}"

    def named(self, uid: str, title: str, known: Mapping[str, Any]) -> dict[str, str | None]:
        """What an appointment names: by its id, and where it is gone by the title it had."""
        found = known.get(uid)
        return {"id": None, "title": title} if found is None else {"id": found.id, "title": found.title}

    def times(self, start: int, length: int) -> dict[str, str]:
        """Start and end, with the section's offsets; many begin at the same time as others."""
        known = self._times.get((start, length))
        if known is None:
            first = instant(start).astimezone(self.office.zone)
            known = self._times[start, length] = first.isoformat(), end_of(first, length).isoformat()
        return {"start": known[0], "end": known[1]}

    def moment(self, seconds: int) -> str:
        """A moment (seconds since the epoch) in the section's zone."""
        return datetime.fromtimestamp(seconds, UTC).astimezone(self.office.zone).isoformat()

    def common(self, it: Appointment) -> dict[str, Any]:
        """What everybody may see who may see it."""
        return {
            "@id": self.address(it.reference),
            "reference": it.reference,
            "state": state_of(it, self.now),
            "type": self.named(it.type_uid, it.type_title, self.office.types),
            "counter": self.named(it.counter_uid, it.counter_title, self.office.counters),
            **self.times(it.start, it.length),
            "people": it.people,
            "visitor": {} if it.erased else {name: getattr(it, name) for name in VISITOR},
            "answers": dict(it.answers),
            "comment": it.comment,
        }

    def line(self, it: Appointment) -> dict[str, Any]:
        """One for staff, in a listing."""
        return self.common(it) | {
            "agent": self.named(it.agent_uid, it.agent_title, self.office.agents),
            "notes": it.notes,
            "origin": it.origin,
            "created": self.moment(it.created),
        }

    def short(self, it: Appointment) -> dict[str, Any]:
        """One for staff, in a planning."""
        return {
            "@id": self.address(it.reference),
            "reference": it.reference,
            "state": state_of(it, self.now),
            "type": self.named(it.type_uid, it.type_title, self.office.types),
            "counter": self.named(it.counter_uid, it.counter_title, self.office.counters),
            "agent": self.named(it.agent_uid, it.agent_title, self.office.agents),
            **self.times(it.start, it.length),
            "people": it.people,
            "visitor": {} if it.erased else {name: getattr(it, name) for name in NAMES},
        }

    def full(self, it: Appointment, actions: list[str]) -> dict[str, Any]:
        """One for staff, by itself; `actions`: the transitions open to the asker."""
        return self.line(it) | {"history": [self.change(one) for one in it.history], "actions": actions}

    def change(self, change: Change) -> dict[str, Any]:
        """A line of the history."""
        return {
            "when": self.moment(change.when),
            "who": change.who,
            "action": change.action,
            "changes": [
                {"field": field, "before": before, "after": after} for field, before, after in change.changes
            ],
        }

    def receipt(self, receipt: Receipt) -> dict[str, Any]:
        """What its citizen is told of a booking; no key while the e-mail has to be confirmed."""
        it = receipt.appointment
        key = "" if receipt.state == "pending" else it.key
        return {
            "@id": self.address(it.reference),
            "reference": it.reference,
            **self.booked(receipt),
            "manage_url": manage_url(self.url, it.reference, key),
            **({"key": key} if key else {}),
            "ics_url": manage_url(self.url, it.reference, key, "ics"),
        }

    def staff_receipt(self, receipt: Receipt, actions: list[str]) -> dict[str, Any]:
        """What staff are told of one that they booked."""
        it = receipt.appointment
        return (
            self.full(it, actions) | self.booked(receipt) | {"manage_url": manage_url(self.url, it.reference)}
        )

    def booked(self, receipt: Receipt) -> dict[str, Any]:
        """What of it may have changed since, as it was when it was booked."""
        return {
            "state": receipt.state,
            **self.times(receipt.start, receipt.length),
            "type": self.named(receipt.type, receipt.type_title, self.office.types),
            "counter": self.named(receipt.counter, receipt.counter_title, self.office.counters),
            "people": receipt.people,
        }
