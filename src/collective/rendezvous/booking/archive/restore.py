"""Put what was exported in the place of a section's ledger."""

from ...ledger.container import ledgers
from ...ledger.store import Ledger
from ...ledger.verify import verify
from ..feeds import ensure_feeds
from ..office import office_of
from .read import Reading
from .replay import replay
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from plone import api
from plone.uuid.interfaces import IUUID
from typing import Any


class NotEmpty(Exception):
    """The section has appointments, or people who wait, and they were not to be replaced."""


class Wrong(Exception):
    """What was read contradicts itself; `number` is how often."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


@dataclass(frozen=True, slots=True)
class Restored:
    """How many appointments were read, and how many of them had been erased here since they were written."""

    appointments: int
    erased_again: int


def restore(section: Any, lines: Iterable[Any], now: datetime, replace: bool = False) -> Restored:
    """Read an export into a section in the present transaction, which the caller commits or aborts.

    What others write to the old ledger meanwhile would be lost: call it inside :func:`.shutting.shut`. What
    has been erased here stays erased. Raises NotEmpty, Unreadable (:mod:`.record`) or Wrong.
    """
    held = ledgers(api.portal.get(), create=True)
    assert held is not None
    uid = IUUID(section)
    old: Ledger | None = held.get(uid)
    if old is not None and not replace and not empty(old):
        raise NotEmpty
    office = office_of(section)
    fresh = Ledger()
    if old is not None:
        fresh.revision = old.revision
        fresh.address = old.address
    fresh.retention = office.retention_months
    held[uid] = fresh
    reading = Reading(fresh, office)
    reading.read(lines)
    reading.lay()
    ensure_feeds(fresh, office)
    again = replay(fresh, office.zone, list(old.erasures.since()), now) if old is not None else 0
    fresh.revision.bump()
    wrong = sum(1 for _ in verify(fresh, office.zone, now))
    if wrong:
        raise Wrong(wrong)
    return Restored(reading.appointments, again)


def empty(ledger: Ledger) -> bool:
    """Whether nobody has booked, and nobody waits."""
    return next(ledger.starts(0), None) is None and not ledger.waiting
