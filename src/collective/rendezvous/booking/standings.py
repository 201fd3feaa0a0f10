"""What the set-up of today says against the appointments of each day, remembered while both stay as they are.

A day is known by the versions of its lanes: whatever moves, books or cancels an appointment writes
them. So a count of all that is to come reads some numbers of each day, and no appointment but those
that are told.
"""

from ..ledger.appointment import Appointment
from ..ledger.instants import minutes
from ..ledger.instants import seconds
from ..ledger.store import Ledger
from ..scheduling.fits import Fits
from ..scheduling.office import Office
from ..scheduling.rules import Finding
from ..scheduling.states import OCCUPYING
from ..scheduling.stranded import broken_by_setup
from ..scheduling.stranded import overfull
from ..scheduling.stranded import Standing
from ..scheduling.zone import at
from collections.abc import Iterator
from collections.abc import Mapping
from datetime import date
from datetime import datetime
from datetime import timedelta
from ZODB.utils import z64


Broken = list[tuple[int, list[Finding]]]
"""Ids of appointments with the rules that they break, in order of start."""

ONE_DAY = timedelta(days=1)


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


class Standings:
    """The appointments that a snapshot of the set-up stands against, from today on, in order of start.

    They take their place, whether they are still to come or not: that is for the reader to see.
    """

    def __init__(self, ledger: Ledger, office: Office, now: datetime) -> None:
        self.ledger = ledger
        self.office = office
        self.now = now
        self.occupancy = ledger.occupancy(now)
        self.known = remembered(ledger, office)
        self.fits = Fits(office)
        self._overfull: dict[date, Mapping[str, int]] = {}

    def __iter__(self) -> Iterator[tuple[int, list[Finding]]]:
        """The ids, with the rules that are broken."""
        today = self.now.astimezone(self.office.zone).date().toordinal()
        for number in list(self.ledger.days.keys(today)):
            yield from self._on(number)

    def _on(self, number: int) -> Broken:
        """Those that start on a day, told by its ordinal."""
        versions = self._versions(number)
        kept = self.known.get(number)
        if kept is not None and versions is not None and kept[0] == versions:
            return kept[1]
        found = list(self._broken(date.fromordinal(number)))
        self.known[number] = versions, found
        return found

    def _versions(self, number: int) -> tuple[object, ...] | None:
        """Another one after any change of a day or of the one after it; None while they are written."""
        jar = self.ledger._p_jar
        if jar is None or getattr(jar, "_savepoint_storage", None) is not None:
            return None
        second = seconds(self.now)
        found: list[object] = []
        for day in filter(None, map(self.ledger.days.get, (number, number + 1))):
            for each in (day, *day.lanes.values()):
                each._p_activate()
                if each._p_changed or each._p_serial == z64:
                    return None
                found.append(each._p_serial)
            for lane in day.lanes.values():
                found += [entry.lives(second) for entry in lane.entries if entry.until is not None]
        return tuple(found)

    def _broken(self, day: date) -> Iterator[tuple[int, list[Finding]]]:
        low, high = (minutes(at(self.office.zone, each, 0)) for each in (day, day + ONE_DAY))
        for one in self.ledger.between(low, high):
            if one.state not in OCCUPYING:
                continue
            crowded = self._crowded(one)
            if not crowded and self._fits(one):
                continue
            occupancy = (self.occupancy,) if crowded else ()
            findings = broken_by_setup(standing(one, self.office), self.office, *occupancy)
            if findings:
                yield one.id, findings

    def _fits(self, one: Appointment) -> bool:
        start = one.start_at.astimezone(self.office.zone)
        length = one.length + one.buffer
        return self.fits.fit(one.type_uid, one.agent_uid, one.counter_uid, start, length)

    def _crowded(self, one: Appointment) -> bool:
        """Whether its counter holds more than its capacity, since that was lowered, on one of its days."""
        start = one.start_at.astimezone(self.office.zone)
        end = start + timedelta(minutes=one.length + one.buffer)
        return any(one.counter_uid in self._crowds(day) for day in {start.date(), end.date()})

    def _crowds(self, day: date) -> Mapping[str, int]:
        if day not in self._overfull:
            self._overfull[day] = overfull(self.office, self.occupancy, day)
        return self._overfull[day]


def remembered(ledger: Ledger, office: Office) -> dict[int, tuple[object, Broken]]:
    """What this very snapshot was found to say: ordinal of the day -> versions of its lanes, findings."""
    kept = ledger.revision._v_standing
    if kept is None or kept[0] is not office:
        kept = ledger.revision._v_standing = (office, {})
    found: dict[int, tuple[object, Broken]] = kept[1]
    return found
