"""The desk: all that one can ask of a section's appointments, for whoever asks, at a moment."""

from ..ledger.appointment import Appointment
from ..ledger.holds import reference_of
from ..ledger.store import Ledger
from ..scheduling import slots as search
from ..scheduling.occupancy import EMPTY
from ..scheduling.occupancy import Occupancy
from ..scheduling.occurrences import Uids
from ..scheduling.office import AppointmentType
from ..scheduling.office import Office
from ..scheduling.rules import Actor
from ..scheduling.slots import Query
from ..scheduling.slots import Slot
from . import life
from .book import Asked
from .book import book
from .book import Receipt
from .change import change
from .correct import correct
from .erasing import erase
from .errors import Unknown
from .errors import WrongState
from .export import exported
from .hold import Held
from .hold import hold
from .hold import release
from .hold import told
from .listing import Filter
from .listing import listed
from .move import move
from .nearest import move_to_nearest
from .nearest import Neighbours
from .office import ledger_of
from .office import office_of
from .opening import opened
from .person import forget_others
from .person import Forgotten
from .person import Kept
from .person import kept
from .propose import propose
from .propose import Proposed
from .resend import resend
from .retry import committing
from .statistics import Statistics
from .statistics import statistics
from .stranded import Stranded
from .stranded import stranded
from .waiting.desk import WaitingDesk
from .writing import Writing
from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date
from datetime import datetime
from functools import partial
from typing import Any
from typing import TypeVar

import transaction


Answer = TypeVar("Answer")


class Desk:
    """Books, moves, cancels and lists. Whoever comes with an actor has been let in already.

    `now` is aware. `commit` ends each write; with None the caller's transaction does. What is
    asked comes in the shape of REST bodies (see :mod:`.reading`); what cannot be done raises one
    of :mod:`.errors`.
    """

    writing: type[Writing] = Writing
    """What a write is given; a subclass may tell the subscribers less."""

    def __init__(
        self,
        section: Any,
        actor: Actor,
        now: datetime,
        commit: Callable[[], None] | None = transaction.commit,
    ) -> None:
        self.section = section
        self.actor = actor
        self.now = now
        self.commit = commit

    @property
    def office(self) -> Office:
        """The set-up, as it is now."""
        return office_of(self.section)

    @property
    def ledger(self) -> Ledger | None:
        """What is stored; None while nothing was."""
        return ledger_of(self.section)

    def _write(self, act: Callable[[Writing], Answer]) -> Answer:
        return committing(
            self.section._p_jar, lambda: act(self.writing(self.section, self.actor, self.now)), self.commit
        )

    # What there is

    def types(self) -> list[AppointmentType]:
        """The active types that some active counter serves; for the public the public ones."""
        office = self.office
        served = {uid for counter in office.counters.values() if counter.active for uid in counter.types}
        return [
            kind
            for kind in office.types.values()
            if kind.active and kind.uid in served and (self.actor.staff or kind.audience == "public")
        ]

    def slots(self, query: Query, language: str = "en", hold: str = "") -> list[search.Day]:
        """Each day asked for with its slots, or with why it has none; `hold`: the asker's own, left out."""
        office = self.office
        return search.slots(office, self._occupancy(hold), query, self.now, language, office.memory)

    def next_slots(
        self, query: Query, after: datetime | None = None, limit: int = 3, hold: str = ""
    ) -> list[Slot]:
        """The first slots from a moment (now) on, within the horizon; `hold` as in :meth:`slots`."""
        office = self.office
        return search.next_slots(
            office, self._occupancy(hold), query, after or self.now, limit, self.now, office.memory
        )

    def firsts(self, queries: Iterable[Query], hold: str = "") -> list[Slot | None]:
        """The first slot of each from now on, None where there is none; the ledger is looked at once."""
        office, occupancy = self.office, self._occupancy(hold)
        found = (
            search.next_slots(office, occupancy, query, self.now, 1, self.now, office.memory)
            for query in queries
        )
        return [slots[0] if slots else None for slots in found]

    def _occupancy(self, hold: str = "") -> Occupancy:
        ledger = self.ledger
        without = reference_of(hold) if hold else None
        return EMPTY if ledger is None else ledger.occupancy(self.now, without, freed=not self.actor.staff)

    # Keeping a slot while the form is filled in

    def hold(self, data: Mapping[str, Any], client: str = "", former: str = "") -> Held:
        """Keep a slot; see :func:`.hold.hold`."""
        return self._write(lambda writing: hold(writing, data, client, former))

    def held(self, id: str) -> Held | None:
        """The hold of that id, while it lives."""
        ledger = self.ledger
        found = ledger.holds.find(id, self.now) if ledger is not None and id else None
        return None if found is None else told(id, found, self.office.zone)

    def release(self, id: str) -> None:
        """Give a hold back; one that has lapsed or never was is none."""
        if self.held(id) is not None:
            self._write(lambda writing: release(writing, id))

    # Booking, and the citizen's side by key

    def book(
        self, data: Mapping[str, Any], key: str | None = None, language: str = "", client: str = ""
    ) -> Receipt:
        """Book an appointment; the same `key` (Idempotency-Key) asks only once."""
        return self._write(lambda writing: book(writing, Asked(data, key, language, client)))

    def read(self, reference: str, key: str | None = None) -> Appointment:
        """The appointment of that reference, for its citizen by its key, for staff without."""
        return opened(self.ledger, reference, self.actor, key)

    def move(self, reference: str, data: Mapping[str, Any], key: str | None = None) -> Appointment:
        """Move it, as its citizen."""
        return self._write(lambda writing: move(writing, reference, data, key))

    def cancel(self, reference: str, key: str | None = None) -> Appointment:
        """Cancel it, as its citizen."""
        return self._write(lambda writing: life.cancel(writing, reference, key))

    def confirm(self, reference: str, key: str | None = None) -> Appointment:
        """Confirm a pending one, as its citizen."""
        return self._write(lambda writing: life.confirm(writing, reference, key))

    @property
    def waiting(self) -> WaitingDesk:
        """The waiting list."""
        return WaitingDesk(self, self._write)

    def resend(self, email: Any, language: str = "") -> None:
        """Have the links of an address sent there; see :func:`.resend.resend`."""
        self._write(lambda writing: resend(writing, email, language))

    def correct(self, reference: str, email: Any) -> Appointment:
        """Give a pending one another address, as whoever has just booked it; see :func:`.correct.correct`."""
        return self._write(lambda writing: correct(writing, reference, email))

    # Staff

    def change(
        self, reference: str, data: Mapping[str, Any], version: int | None = None, tell: bool = False
    ) -> Appointment:
        """Change what is given, as staff; `version` is the one that the asker saw.

        `tell`: the visitor is to be told, even where neither time nor type changes.
        """
        return self._write(lambda writing: change(writing, reference, data, version, tell))

    def transition(self, reference: str, name: str, version: int | None = None) -> Appointment:
        """Take a step by its name, or `undo` the last one, as staff."""
        return self._write(lambda writing: life.transition(writing, reference, name, version))

    def stranded(self) -> Iterator[Stranded]:
        """The appointments to come that today's set-up would refuse, in order of start."""
        return stranded(self.ledger, self.office, self.now)

    def neighbours(self, appointment: Appointment) -> Neighbours:
        """Where else an appointment could go."""
        ledger = self.ledger
        assert ledger is not None
        return Neighbours(ledger, self.office, appointment, self.now)

    def move_to_nearest(self, reference: str, version: int | None = None) -> Appointment:
        """Move one to come to the nearest free start that the public would be offered."""
        return self._write(lambda writing: move_to_nearest(writing, reference, version))

    def propose(self, references: Iterable[str]) -> Proposed:
        """Have the visitors of these asked by mail to choose another date; each is a write of its own."""
        proposed = Proposed()
        for reference in references:
            try:
                appointment, written = self._write(partial(propose, reference=reference))
            except (Unknown, WrongState):
                proposed.left.append(reference)
            else:
                (proposed.written if written else proposed.to_call).append(appointment)
        return proposed

    def delete(self, reference: str, version: int | None = None) -> None:
        """Erase it for good, as staff."""
        self._write(lambda writing: life.delete(writing, reference, version))

    def erase(self, reference: str, cancel: bool = False, key: str | None = None) -> Appointment:
        """Erase what is personal in one that is over, or will not take place; see :mod:`.erasing`."""
        return self._write(lambda writing: erase(writing, reference, cancel, key))

    def person(self, *texts: str) -> Kept:
        """All that is kept of whoever is known by just these texts; see :mod:`.person`."""
        return kept(self.ledger, texts)

    def forget(
        self,
        texts: Iterable[str],
        references: Collection[str] | None = None,
        cancel: bool = False,
        others: bool = True,
    ) -> Forgotten:
        """Erase what is kept of a person: each appointment, or those of these references, and the `others`.

        `cancel`: those to come are cancelled first; without it they are left. Each is a write of its own.
        """
        found, forgotten = self.person(*texts), Forgotten()
        if others and found.others:
            forgotten.others = self._write(lambda writing: forget_others(writing, texts))
        for one in found.appointments:
            if not one.erased and (references is None or one.reference in references):
                try:
                    forgotten.erased.append(self.erase(one.reference, cancel))
                except (Unknown, WrongState):
                    forgotten.left.append(one)
        return forgotten

    def actions(self, appointment: Appointment) -> list[str]:
        """The steps that staff may ask for now."""
        return life.actions(appointment, self.now)

    def listing(self, asked: Filter) -> Sequence[Appointment]:
        """The appointments asked for, in order of start, then reference."""
        return listed(self.ledger, self.office, asked, self.now)

    def statistics(self, first: date, last: date, agents: Uids = None, counters: Uids = None) -> Statistics:
        """The figures of these days, of all or of some agents and counters."""
        return statistics(self.ledger, self.office, first, last, self.now, agents, counters)

    def export(self, asked: Filter, language: str) -> Iterator[list[Any]]:
        """The appointments asked for as a table, its header in that language first."""
        return exported(self.ledger, self.office, asked, self.now, language)
