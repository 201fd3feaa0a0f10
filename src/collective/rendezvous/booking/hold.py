"""Keep a slot for whoever is filling in the form."""

from ..ledger.holds import Hold
from ..ledger.holds import reference_of
from ..ledger.instants import minutes
from ..ledger.instants import seconds
from ..ledger.lane import Full
from ..ledger.lane import HOLD
from ..ledger.references import new_key
from ..scheduling.office import AppointmentType
from ..scheduling.rules import Finding
from ..scheduling.rules import Proposal
from ..scheduling.rules import REFUSE
from ..scheduling.zone import end_of
from .errors import NoHolds
from .errors import Refused
from .errors import SectionClosed
from .errors import TooManyHolds
from .reading import Reader
from .writing import Writing
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo


MOST = 3
"""The live holds that one client may have: enough for a family, not enough to block a town."""

EXTENSIONS = 10
"""How often a hold can be extended by its whole length, as WCAG 2.2.1 asks for; then it lapses."""


@dataclass(frozen=True, slots=True)
class Held:
    """A hold, for its holder: `id` is the secret. Moments are in the section's zone."""

    id: str
    hold: Hold
    start: datetime
    end: datetime
    expires: datetime


def hold(writing: Writing, data: Mapping[str, Any], client: str, former: str = "") -> Held:
    """Keep what is asked for: type, start and, if it matters, counter, counters and people.

    `former`: the id of the hold that the same person had. For the same slot it goes on, for
    another it is given back. Whoever asks is judged as the public. Raises SectionClosed, NoHolds,
    Invalid, TooManyHolds or Refused.
    """
    ledger, office, now = writing.ledger, writing.office, writing.now
    if office.state != "open":
        raise SectionClosed(office.state)
    if not office.hold_minutes:
        raise NoHolds
    read = Reader(data, office, writing.actor)
    kind, start = read.kind(), read.start()
    people, counter, counters = read.people(kind), read.resource("counter"), read.place()
    read.done()
    assert kind is not None and start is not None
    proposal = Proposal(kind.uid, start, people, counter=counter)
    before = ledger.holds.find(former, now)
    if before is not None and serves(before, kind, proposal, counters):
        return extended(writing, former, before)
    wait = ledger.holds.wait(client, now, MOST, before.reference if before else "")
    if wait:
        raise TooManyHolds(wait)
    place = writing.settle(proposal, without=before.reference if before else None, counters=counters)
    if before is not None:
        give_back(writing, before)
    id = new_key()
    made = Hold(
        reference=reference_of(id),
        type=kind.uid,
        start=minutes(start),
        length=kind.length(people),
        buffer=kind.buffer,
        people=people,
        agent=place.agent,
        counter=place.counter,
        client=ledger.holds.client(client, now),
        made=seconds(now),
        until=seconds(now) + 60 * office.hold_minutes,
    )
    keep(writing, made)
    return told(id, made, office.zone)


def serves(
    hold: Hold, kind: AppointmentType, proposal: Proposal, counters: frozenset[str] | None = None
) -> bool:
    """Whether a hold is for what is proposed, at a place that suits."""
    return (
        (hold.type, hold.start, hold.people) == (kind.uid, minutes(proposal.start), proposal.people)
        and (hold.length, hold.buffer) == (kind.length(proposal.people), kind.buffer)
        and proposal.agent in (None, hold.agent)
        and proposal.counter in (None, hold.counter)
        and (counters is None or hold.counter in counters)
    )


def extended(writing: Writing, id: str, hold: Hold) -> Held:
    """The same hold for a while longer, as long as it has not gone on too long already."""
    minutes = writing.office.hold_minutes
    until = min(seconds(writing.now) + 60 * minutes, longest(hold, minutes))
    if until > hold.until:
        hold = hold._replace(until=until)
        keep(writing, hold)
    return told(id, hold, writing.office.zone)


def longest(hold: Hold, minutes: int) -> int:
    """Until when a hold can go on at most, in seconds, where holds are for so many minutes."""
    return hold.made + (1 + EXTENSIONS) * 60 * minutes


def keep(writing: Writing, hold: Hold) -> None:
    """Write a hold on its lanes and among the holds; raises Refused where there is no room."""
    ledger, seats = writing.ledger, hold.seats(writing.office.zone)
    try:
        ledger.occupy(hold.reference, seats, writing.resources, writing.now, hold.until, HOLD)
    except Full:
        raise Refused([Finding("slot_taken", "start", REFUSE)]) from None
    ledger.holds.keep(hold, writing.now)


def release(writing: Writing, id: str) -> None:
    """Give a hold back; one that has lapsed or never was is none."""
    found = writing.ledger.holds.find(id, writing.now)
    if found is not None:
        give_back(writing, found)


def give_back(writing: Writing, hold: Hold) -> None:
    """Free what a hold takes, and forget it."""
    writing.ledger.vacate(hold.reference, hold.seats(writing.office.zone), writing.now)
    writing.ledger.holds.drop(hold, writing.now)


def told(id: str, hold: Hold, zone: ZoneInfo) -> Held:
    """A hold as its holder is told of it."""
    start = hold.start_at.astimezone(zone)
    expires = datetime.fromtimestamp(hold.until, zone)
    return Held(id, hold, start, end_of(start, hold.length), expires)
