"""Write a ledger: a head, a line for each thing, an end that says how many there were."""

from ...ledger.store import Ledger
from ...scheduling.office import Office
from .record import told_appointment
from .record import told_waiter
from collections.abc import Iterator
from datetime import date
from datetime import datetime
from typing import Any


FORMAT = "collective.rendezvous ledger"
VERSION = 1
GROUPS = ("types", "counters", "agents")


def written(ledger: Ledger | None, office: Office, now: datetime) -> Iterator[dict[str, Any]]:
    """The lines, as plain values of JSON, read as they are asked for."""
    number = 0
    yield head(office, now)
    for number, line in enumerate(_lines(ledger) if ledger is not None else (), 1):
        yield line
        if ledger is not None and ledger._p_jar is not None and number % 1000 == 0:
            ledger._p_jar.cacheGC()
    yield {"kind": "end", "lines": number}


def head(office: Office, now: datetime) -> dict[str, Any]:
    """The first line: of which section, when, and the short names of what is set up, by uid."""
    ids = {group: {uid: one.id for uid, one in getattr(office, group).items()} for group in GROUPS}
    named = {"section": office.uid, "title": office.title, "zone": office.timezone}
    return {
        "kind": "ledger",
        "format": FORMAT,
        "version": VERSION,
        "at": now.isoformat(),
        **named,
        "ids": ids,
    }


def _lines(ledger: Ledger) -> Iterator[dict[str, Any]]:
    for appointment in ledger.between(0):
        yield {"kind": "appointment", **told_appointment(appointment)}
    for waiter in ledger.waiting:
        yield {"kind": "waiter", **told_waiter(waiter)}
    for number, one in ledger.sums.days.items():
        told = {"offered": one.offered, "tallies": one.tallies, "titles": one.titles, "stale": one.stale}
        yield {"kind": "sum", "day": date.fromordinal(number).isoformat(), **told}
    for uid, token in ledger.feeds.tokens.items():
        yield {"kind": "feed", "uid": uid, "token": token}
    for told in journal(ledger):
        yield {"kind": "erasure", **told}


def journal(ledger: Ledger | None) -> Iterator[dict[str, Any]]:
    """What was erased, the oldest first: when (seconds since the epoch), why, which reference."""
    for line in ledger.erasures.since() if ledger is not None else ():
        yield {"when": line.when, "reason": line.reason, "reference": line.reference}
