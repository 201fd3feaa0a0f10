"""Appointments to come that today's set-up would refuse.

Nothing that an administrator changes moves an appointment; those that a change leaves behind are
found here, each time anew. What staff confirmed when they booked or moved one (out of hours, on
a closed day) is no news, and does not make it stranded; once something else is wrong, it is.
"""

from ..ledger.appointment import Appointment
from ..ledger.instants import after
from ..ledger.store import Ledger
from ..scheduling.office import Office
from ..scheduling.rules import Finding
from ..scheduling.states import UPCOMING
from .standings import Standings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Stranded:
    """An appointment to come, and the rules that it breaks by now."""

    appointment: Appointment
    findings: list[Finding]


def stranded(ledger: Ledger | None, office: Office, now: datetime) -> Iterator[Stranded]:
    """All of them in order of start; what is over is not looked at."""
    if ledger is None:
        return
    first = after(now)
    for id, findings in Standings(ledger, office, now):
        one = ledger.load(id)
        if one.start >= first and one.state in UPCOMING and not one.lapsed(now):
            yield Stranded(one, findings)
