"""Appointments to come that today's set-up would refuse.

Nothing that an administrator changes moves an appointment; those that a change leaves behind are
found here, each time anew. What staff confirmed when they booked or moved one (out of hours, on
a closed day) is no news, and does not make it stranded; once something else is wrong, it is.
"""

from ..ledger.appointment import Appointment
from ..ledger.store import Ledger
from ..scheduling.occupancy import Occupancy
from ..scheduling.office import Office
from ..scheduling.rules import Finding
from ..scheduling.stranded import broken_by_setup
from ..scheduling.stranded import overfull
from ..scheduling.stranded import Standing
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Stranded:
    """An appointment to come, and the rules that it breaks by now."""

    appointment: Appointment
    findings: list[Finding]


def stranded(ledger: Ledger | None, office: Office, now: datetime) -> Iterator[Stranded]:
    """All of them in order of start; what is over is not looked at.

    What the set-up says of an appointment is remembered until one of the two changes.
    """
    if ledger is None:
        return
    crowds = Crowds(office, ledger.occupancy(now))
    known = remembered(ledger, office)
    for one in ledger.upcoming_of(None, now):
        version, findings = known.get(one.id, (-1, []))
        if version != one.version:
            findings = broken_by_setup(standing(one, office), office)
            known[one.id] = one.version, findings
        if crowds.hold(one):
            findings = broken_by_setup(standing(one, office), office, crowds.occupancy)
        if findings:
            yield Stranded(one, findings)


def standing(appointment: Appointment, office: Office) -> Standing:
    """An appointment as scheduling knows it."""
    return Standing(
        appointment.type_uid,
        appointment.agent_uid,
        appointment.counter_uid,
        appointment.start_at.astimezone(office.zone),
        appointment.length,
        appointment.buffer,
        appointment.type_title,
        appointment.agent_title,
        appointment.counter_title,
        appointment.accepted,
    )


class Crowds:
    """The counters that hold more than their capacity, since it was lowered; each day is read once."""

    def __init__(self, office: Office, occupancy: Occupancy) -> None:
        self.office = office
        self.occupancy = occupancy
        self._days: dict[date, Mapping[str, int]] = {}

    def hold(self, appointment: Appointment) -> bool:
        """Whether the counter of an appointment is over-full at some minute of its days."""
        start = appointment.start_at.astimezone(self.office.zone)
        end = start + timedelta(minutes=appointment.length + appointment.buffer)
        return any(appointment.counter_uid in self._on(day) for day in {start.date(), end.date()})

    def _on(self, day: date) -> Mapping[str, int]:
        if day not in self._days:
            self._days[day] = overfull(self.office, self.occupancy, day)
        return self._days[day]


def remembered(ledger: Ledger, office: Office) -> dict[int, tuple[int, list[Finding]]]:
    """What this very snapshot was found to say: id -> version of the appointment, findings."""
    kept = ledger.revision._v_standing
    if kept is None or kept[0] is not office:
        kept = ledger.revision._v_standing = (office, {})
    found: dict[int, tuple[int, list[Finding]]] = kept[1]
    return found
