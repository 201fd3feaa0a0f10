"""The free starts nearest to an appointment that stands, for the same type and number of people.

They are looked for as for the public: on the grid, within its window, at the same address if
there is one, with whichever agent; an appointment's own place counts as free. A type that only
staff book is looked for as for staff.
"""

from ..ledger.appointment import Appointment
from ..ledger.store import Ledger
from ..scheduling.judging import judge
from ..scheduling.occupancy import Occupancy
from ..scheduling.office import AppointmentType
from ..scheduling.office import Office
from ..scheduling.placing import Place
from ..scheduling.rules import Actor
from ..scheduling.rules import Proposal
from ..scheduling.slots import next_slots
from ..scheduling.slots import Query
from ..scheduling.slots import Search
from ..scheduling.slots import Slot
from ..scheduling.states import UPCOMING
from ..words.addresses import folded
from .alternatives import alternatives
from .alternatives import before
from .errors import NothingFree
from .errors import WrongState
from .move import placed
from .opening import fresh
from .opening import opened
from .opening import state_of
from .writing import Writing
from datetime import datetime
from datetime import UTC


class Neighbours:
    """Where else an appointment could go, at a moment."""

    def __init__(self, ledger: Ledger, office: Office, appointment: Appointment, now: datetime) -> None:
        kind = office.types.get(appointment.type_uid)
        self.kind: AppointmentType | None = kind if kind is not None and kind.active else None
        self.office = office
        self.now = now
        self.appointment = appointment
        self.start = appointment.start_at.astimezone(office.zone)
        self.occupancy: Occupancy = ledger.occupancy(now, appointment.reference)
        self.actor = Actor("administrator" if kind is not None and kind.audience == "staff" else "public")

    def alternatives(self) -> list[Slot]:
        """Up to three free starts, as a refusal tells them."""
        if self.kind is None:
            return []
        for counters in self.places():
            wish = self.proposal(self.start)
            found = alternatives(self.office, self.occupancy, wish, self.actor, self.now, counters)
            if found:
                return found
        return []

    def nearest(self) -> tuple[Slot, Place] | None:
        """The nearest free start, before or after, and who takes it; None where nothing is free."""
        for counters in self.places() if self.kind else ():
            for slot in self.around(counters):
                wish = self.proposal(slot.start)
                verdict = judge(wish, self.office, self.occupancy, self.actor, self.now, counters)
                if verdict.place is not None and not verdict.refusals:
                    return slot, verdict.place
        return None

    def places(self) -> list[frozenset[str] | None]:
        """The counters at the same address, if any serves the type; then all."""
        its = self.office.counters.get(self.appointment.counter_uid)
        if its is None:
            return [None]
        same = frozenset(
            one.uid
            for one in self.office.counters.values()
            if one.active
            and self.appointment.type_uid in one.types
            and folded(one.address) == folded(its.address)
        )
        return [same, None] if same else [None]

    def proposal(self, start: datetime) -> Proposal:
        """The same at another time, with the same agent if that one is free."""
        its = self.appointment
        return Proposal(its.type_uid, start, its.people, prefer=its.agent_uid)

    def around(self, counters: frozenset[str] | None) -> list[Slot]:
        """The first free start from its own on and the last one before it, the nearer first."""
        its, day = self.appointment, self.start.date()
        query = Query(its.type_uid, day, day, its.people, counters, staff=self.actor.staff)
        moment = self.start.astimezone(UTC)
        found = next_slots(self.office, self.occupancy, query, moment, 1, self.now)
        found += before(Search(self.office, self.occupancy, query, self.now), moment, 1)
        return sorted(found, key=lambda slot: abs(slot.start - self.start))


def move_to_nearest(writing: Writing, reference: str, version: int | None = None) -> Appointment:
    """Move one to come to the nearest free start, as staff.

    Raises Unknown, Stale, WrongState, or NothingFree.
    """
    appointment = opened(writing.ledger, reference, writing.actor)
    fresh(appointment, version)
    to_come(appointment, writing.now)
    found = Neighbours(writing.ledger, writing.office, appointment, writing.now).nearest()
    if found is None:
        raise NothingFree
    slot, place = found
    placed(writing, appointment, appointment.type_uid, slot.start, appointment.people, place)
    return appointment


def to_come(appointment: Appointment, now: datetime) -> None:
    """Raise WrongState unless the visitor is still expected, and it has not begun."""
    state = state_of(appointment, now)
    if state not in UPCOMING or appointment.start_at <= now:
        raise WrongState(state)
