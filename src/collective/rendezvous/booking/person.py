"""All that a section keeps of one person: found, told, erased.

A person is known by an e-mail address, a phone number, a full name or the reference of an
appointment, each given exactly. What somebody wrote into somebody else's comment is not found.
"""

from ..ledger.appointment import Appointment
from ..ledger.erasures import REQUEST
from ..ledger.found import Found
from ..ledger.names import mailbox
from ..ledger.parcel import Parcel
from ..ledger.store import Ledger
from ..ledger.waiting import Waiter
from .waiting.leave import forget
from .writing import Writing
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True, slots=True)
class Kept:
    """Appointments in order of start; entries of the waiting list; letters not sent yet, by key."""

    appointments: list[Appointment] = field(default_factory=list)
    waiting: list[Waiter] = field(default_factory=list)
    letters: dict[int, Parcel] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.appointments or self.others)

    @property
    def others(self) -> int:
        """How many things there are beside appointments."""
        return len(self.waiting) + len(self.letters)


@dataclass(slots=True)
class Forgotten:
    """The appointments that were erased, those that are still to take place, how many other things went."""

    erased: list[Appointment] = field(default_factory=list)
    left: list[Appointment] = field(default_factory=list)
    others: int = 0


def kept(ledger: Ledger | None, texts: Iterable[str]) -> Kept:
    """What a ledger keeps of whoever is known by any of these texts."""
    if ledger is None:
        return Kept()
    given = [text.strip() for text in texts if text.strip()]
    found: Found = ledger.of_person(*given)
    addresses = {mailbox(text) for text in given if "@" in text}
    waiting = [each for address in sorted(addresses) for each in ledger.waiting.of(address)]
    letters = {key: one for key, one in ledger.outbox.parcels() if _address(one) in addresses}
    return Kept(list(found), waiting, letters)


def forget_others(writing: Writing, texts: Iterable[str]) -> int:
    """Take somebody from the waiting list, and letters to them out of the outbox; how many.

    Call it before appointments are erased: what tells of their cancellation has still to be sent.
    """
    found = kept(writing.ledger, texts)
    for waiter in found.waiting:
        forget(writing, waiter, REQUEST)
    for key in found.letters:
        writing.ledger.outbox.sent(key)
    return found.others


def _address(parcel: Parcel) -> str:
    address = parcel.to or parcel.facts.get("email", "")
    return mailbox(address) if isinstance(address, str) else ""
