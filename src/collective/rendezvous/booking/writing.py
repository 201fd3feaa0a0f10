"""One write to a section's ledger: what it may rely on, and what it shares with the others."""

from ..ledger.appointment import Appointment
from ..ledger.freed import reopen
from ..ledger.holds import Hold
from ..ledger.instants import seconds
from ..ledger.lane import Full
from ..ledger.relay import keep_zone
from ..ledger.seats import Seat
from ..ledger.seats import seats
from ..ledger.store import Ledger
from ..scheduling.judging import judge
from ..scheduling.occupancy import Occupancy
from ..scheduling.office import Office
from ..scheduling.placing import Place
from ..scheduling.rules import Actor
from ..scheduling.rules import Finding
from ..scheduling.rules import Proposal
from ..scheduling.rules import REFUSE
from ..scheduling.rules import WARN
from .alternatives import alternatives
from .errors import NeedsConfirmation
from .errors import Refused
from .errors import Shut
from .office import ledger_of
from .office import office_of
from collections.abc import Iterable
from datetime import datetime
from datetime import UTC
from typing import Any
from zope.event import notify


class Writing:
    """A section as one transaction sees it: made anew for each try.

    The transaction conflicts with a change of the set-up that commits before it. Raises
    :class:`.errors.Shut` while the ledger is being replaced.
    """

    def __init__(self, section: Any, actor: Actor, now: datetime) -> None:
        ledger = ledger_of(section, create=True)
        assert ledger is not None
        self.section = section
        self.actor = actor
        self.now = now
        self.accepted: tuple[str, ...] = ()
        self.ledger: Ledger = ledger
        self.ledger.guard()
        if ledger.revision.shut(seconds(now)):
            raise Shut
        self.office: Office = office_of(section)
        keep_zone(ledger, self.office.zone, self.resources)

    @property
    def who(self) -> str:
        """Who is named in the history: a user id, or citizen."""
        return self.actor.userid if self.actor.staff else "citizen"

    @property
    def resources(self) -> dict[str, int]:
        """The capacity of every agent and counter."""
        counters = {uid: counter.capacity for uid, counter in self.office.counters.items()}
        return dict.fromkeys(self.office.agents, 1) | counters

    def seats(self, appointment: Appointment) -> list[Seat]:
        """What an appointment takes on the lanes."""
        return seats(appointment, self.office.zone)

    def settle(
        self,
        proposal: Proposal,
        confirmed: frozenset[str] = frozenset(),
        without: str | None = None,
        counters: frozenset[str] | None = None,
        kept: Hold | None = None,
    ) -> Place:
        """Who takes it; raises Refused with free starts instead, or NeedsConfirmation.

        `accepted` then holds the warnings that stood against it. `confirmed`: those that staff
        accept. `without`: the reference of the appointment itself, or of a hold. `counters`: those
        of the place chosen. `kept`: a hold for just this; its pair is taken if it still may.
        """
        occupancy = self.ledger.occupancy(self.now, without, freed=not self.actor.staff)
        if kept is not None and self.stands(kept, proposal, occupancy):
            return Place(kept.agent, kept.counter)
        verdict = judge(proposal, self.office, occupancy, self.actor, self.now, counters)
        refused = [one for one in verdict.findings if one.severity == REFUSE]
        if refused or verdict.place is None:
            instead = alternatives(self.office, occupancy, proposal, self.actor, self.now, counters)
            raise Refused(refused or [taken(proposal.start)], instead)
        warnings = [one for one in verdict.findings if one.severity == WARN and one.code not in confirmed]
        if warnings:
            raise NeedsConfirmation(warnings)
        self.accepted = tuple(one.code for one in verdict.findings if one.severity == WARN)
        return verdict.place

    def stands(self, kept: Hold, proposal: Proposal, occupancy: Occupancy) -> bool:
        """Whether nothing speaks against the pair that is kept.

        Notice and horizon are judged as of when it was kept: reading the page takes nobody's slot.
        """
        if proposal.start < self.now:
            return False
        made = datetime.fromtimestamp(kept.made, UTC)
        place = Place(kept.agent, kept.counter)
        return not judge(proposal, self.office, occupancy, self.actor, made, kept=place).findings

    def occupy(self, appointment: Appointment, instead_of: Iterable[Seat] = ()) -> None:
        """Take the seats of an appointment; raises Refused where they are gone."""
        seats = self.seats(appointment)
        try:
            self.ledger.occupy(
                appointment.reference,
                seats,
                self.resources,
                self.now,
                appointment.until if appointment.state == "pending" else None,
                instead_of=instead_of,
            )
        except Full:
            raise Refused([taken(appointment.start_at.astimezone(self.office.zone))]) from None
        reopen(self.ledger, seats, self.office.agents, self.now)

    def vacate(self, appointment: Appointment) -> None:
        """Free the seats of an appointment."""
        self.ledger.vacate(appointment.reference, self.seats(appointment), self.now)

    def tell(self, event: Any) -> None:
        """Tell the subscribers, in this transaction."""
        notify(event)


def taken(start: datetime) -> Finding:
    """The refusal where nobody could take it and no other rule says why."""
    return Finding("slot_taken", "start", REFUSE, {"start": start})
