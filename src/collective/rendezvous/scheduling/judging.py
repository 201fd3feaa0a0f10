"""Holding a proposal against the rules, and finding who would take it."""

from .board import Board
from .holidays import closures_on
from .inquiry import Broken
from .inquiry import Inquiry
from .occupancy import Occupancy
from .occupancy import Taken
from .office import Counter
from .office import DAY
from .office import Office
from .placing import choose
from .placing import Place
from .roster import Roster
from .rules import Actor
from .rules import column
from .rules import Finding
from .rules import findings
from .rules import Proposal
from .rules import PUBLIC
from .rules import REFUSE
from .rules import too_many
from .slots import NOBODY_TAKEN
from .slots import window
from .zone import missing
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say, and who would take the appointment; None where nobody could."""

    findings: list[Finding]
    place: Place | None

    @property
    def refusals(self) -> list[Finding]:
        """The findings that refuse."""
        return [one for one in self.findings if one.severity == REFUSE]


class Judge(Inquiry):
    """One proposal before the rules. The appointment that moves is left out of the occupancy."""

    def __init__(
        self,
        proposal: Proposal,
        office: Office,
        occupancy: Occupancy,
        actor: Actor,
        now: datetime,
        counters: frozenset[str] | None = None,
    ) -> None:
        kind = office.types[proposal.type]
        length = kind.length(proposal.people)
        super().__init__(office, kind, proposal.start, length, kind.buffer, occupancy, actor.staff)
        self.proposal = proposal
        self.counters = counters
        self.actor = actor
        self.now = now.astimezone(UTC)

    def window(self) -> Broken:
        """Past, notice and horizon."""
        earliest, horizon = window(self.office, self.proposal.type, self.now)
        start = self.start.astimezone(UTC)
        broken: Broken = {}
        if start < self.now:
            broken["in_the_past"] = self.told
        elif start < earliest:
            broken["too_soon"] = {**self.told, "earliest": earliest.astimezone(self.office.zone)}
        if self.start.date() > horizon:
            broken["too_late"] = {**self.told, "last": horizon}
        return broken

    # The pair that somebody named

    def named(self) -> tuple[Broken, Place | None]:
        """An agent was named: judged at the counter named, or at the one that suits best."""
        agent = self.office.agents[self.proposal.agent or ""]
        if self.proposal.counter is not None:
            counter = self.office.counters[self.proposal.counter]
            return self.pair(agent, counter, True), Place(agent.uid, counter.uid)
        counters = [one for one in self.office.counters.values() if one.active]
        if not counters:
            return {"counter_unavailable": self.told, "slot_taken": self.told}, None
        # A counter that nobody asked for breaks no rule that another would not; a full one is full.
        counters = [one for one in counters if self.kind.uid in one.types] or counters
        counters = [one for one in counters if self.present(one)] or counters
        counters = [one for one in counters if self.receives(agent, one)] or counters
        counter = min(
            counters, key=lambda one: (not self.free(one.uid, one.capacity), self.count(one.uid), one.id)
        )
        return self.pair(agent, counter, False), Place(agent.uid, counter.uid)

    # Whoever can

    def anybody(self) -> tuple[Broken, Place | None]:
        """No agent was named: the first condition that leaves nobody is told."""
        named = self.proposal.counter
        counters = [
            one
            for one in self.office.counters.values()
            if named in (None, one.uid) and (self.counters is None or one.uid in self.counters)
        ]
        told = {**self.told, "counter": counters[0].title} if named and counters else self.told
        broken: Broken = {}
        serving = [one for one in counters if self.kind.uid in one.types]
        if not serving:
            broken["type_not_at_counter"] = told
        open_ = [one for one in serving or counters if self.present(one)]
        if not open_:
            broken["counter_unavailable"] = told
        agents = [one for one in self.office.agents.values() if one.active]
        covering = [one for one in agents if self.covers(self.offered(one, True))]
        offering = [one for one in covering if self.covers(self.offered(one, False))]
        present = [one for one in offering if self.present(one)]
        if not covering:
            broken["outside_availability"] = told
        elif not offering:
            broken["type_not_by_agent"] = told
        elif not present:
            broken["agent_unavailable"] = told
        elif not any(
            self.covers(self.offered(one, False), at.uid) for one in present for at in open_ or counters
        ):
            broken["agent_not_at_counter"] = told
        if broken or self.closed():
            return broken, None
        return self.seated(open_, told)

    def seated(self, counters: list[Counter], told: Mapping[str, object]) -> tuple[Broken, Place | None]:
        """Somebody is there: is there a place, and on the grid?"""
        minute = self.start.hour * 60 + self.start.minute
        day, _ = self.pieces[0]
        if self.start.second or self.start.microsecond or minute + self.need > DAY:
            # Hours end at midnight: whoever wants to go past it names the agent.
            return {"off_grid" if not self.staff else "outside_availability": told}, None
        uids = frozenset(one.uid for one in counters)
        roster = Roster(self.office, self.kind, self.length, self.staff, uids)
        closed = closures_on(self.office, day).mask | missing(self.office.zone, day)

        def board(taken: Mapping[str, Taken], grid: bool) -> Board:
            return roster.board(day, taken, closed, grid)

        place = choose(board(self.taken[day], not self.staff), minute, self.proposal.prefer)
        if self.staff:
            if place is None and self.proposal.counter is not None:
                full = not any(self.free(one.uid, one.capacity) for one in counters)
                return {"counter_full" if full else "slot_taken": told}, None
            return ({} if place else {"slot_taken": told}), place
        if place is not None and not self.start.fold:
            return {}, place
        taken = board(NOBODY_TAKEN, True).places(minute) or not board(self.taken[day], False).places(minute)
        return {"slot_taken" if taken and not self.start.fold else "off_grid": told}, None

    # The pair that was kept

    def held(self, kept: Place) -> tuple[Broken, Place | None]:
        """A pair that was chosen before and is nobody else's: the grid was kept with it."""
        agent, counter = self.office.agents.get(kept.agent), self.office.counters.get(kept.counter)
        if agent is None or counter is None:
            return {"slot_taken": self.told}, None
        return self.pair(agent, counter, True), kept

    def verdict(self, kept: Place | None = None) -> Verdict:
        """What every rule says; of the pair that was kept, where there is one."""
        judged = column(self.proposal, self.actor)
        broken = self.window() | self.closed()
        if kept is not None:
            more, place = self.held(kept)
        elif self.proposal.agent is None or judged == PUBLIC:
            more, place = self.anybody()
        else:
            more, place = self.named()
        broken |= more
        if self.kind.audience == "staff":
            broken["type_not_public"] = self.told
        if too_many(self.office, self.proposal):
            broken["too_many_for_visitor"] = {**self.told, "limit": self.office.max_upcoming_per_email}
        return Verdict(findings(broken, judged), place)


def judge(
    proposal: Proposal,
    office: Office,
    occupancy: Occupancy,
    actor: Actor,
    now: datetime,
    counters: frozenset[str] | None = None,
    kept: Place | None = None,
) -> Verdict:
    """Hold a proposal against every rule, for that actor, at that moment.

    The proposal's own appointment, when it moves, is left out of `occupancy` by the caller.
    `counters`: those of the place that was chosen, where no agent is named. `kept`: the pair that
    was kept for it, alone to be judged. Raises KeyError for a type, agent or counter that the office
    does not have.
    """
    return Judge(proposal, office, occupancy, actor, now, counters).verdict(kept)


def check(
    proposal: Proposal, office: Office, occupancy: Occupancy, actor: Actor, now: datetime
) -> list[Finding]:
    """The findings of :func:`judge` alone, in the order of the table."""
    return judge(proposal, office, occupancy, actor, now).findings
