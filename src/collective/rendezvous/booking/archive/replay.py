"""Erase again what a restored backup brought back."""

from ...ledger.appointment import Appointment
from ...ledger.erasures import DELETED
from ...ledger.erasures import Erasure
from ...ledger.erasures import Erasures
from ...ledger.instants import instant
from ...ledger.seats import seats
from ...ledger.store import Ledger
from ...scheduling.states import UPCOMING
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo


def replay(ledger: Ledger, zone: ZoneInfo, lines: Iterable[Erasure], now: datetime) -> int:
    """Erase what these lines of a journal say, as it was erased then; how many things were there again.

    What was still to come was cancelled before it was erased: so it is here, and nobody is written to.
    """
    again = 0
    for line in lines:
        again += _again(ledger, zone, line, now)
        ledger.erasures.add(line.when, line.reason, line.reference)
    return again


def _again(ledger: Ledger, zone: ZoneInfo, line: Erasure, now: datetime) -> bool:
    if line.reference.startswith("offer-"):
        return _leave(ledger, line, now)
    found = ledger.get(line.reference)
    if found is None or (found.erased and line.reason != DELETED):
        return False
    if line.reason == DELETED:
        ledger.vacate(found.reference, seats(found, zone), now)
        ledger.remove(found)
        return True
    if found.state in UPCOMING and found.start_at > now:
        _cancel(ledger, zone, found, now)
    with ledger.changing(found):
        found.erase(instant(line.when // 60))
    return True


def _cancel(ledger: Ledger, zone: ZoneInfo, found: Appointment, now: datetime) -> None:
    ledger.vacate(found.reference, seats(found, zone), now)
    with ledger.changing(found):
        found.state, found.until = "cancelled", None
        found.note(now, "system", "cancel")


def _leave(ledger: Ledger, line: Erasure, now: datetime) -> bool:
    found = ledger.waiting.get(int(line.reference.removeprefix("offer-"), 16))
    if found is None:
        return False
    if found.offer is not None:
        ledger.vacate(found.reference, found.offer.seats, now)
    ledger.waiting.remove(found)
    return True


def journal(lines: Iterable[Any]) -> dict[str, list[Erasure]]:
    """The lines of a journal that was written elsewhere, by the uid of their section; raises ValueError."""
    found: dict[str, list[Erasure]] = {}
    for number, told in enumerate(lines, 1):
        try:
            line = Erasure(int(told["when"]), told["reason"], told["reference"])
            Erasures().add(line.when, line.reason, line.reference)
            found.setdefault(told["section"], []).append(line)
        except (KeyError, TypeError, ValueError):
            raise ValueError(f"line {number} is none of a journal") from None
    return found
