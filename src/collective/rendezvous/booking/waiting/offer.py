"""Offer what comes free to those who wait, the first first.

There is no mark on a place that came free: it may be a cancellation, a move, new hours, a new day
within the horizon, a hold that lapsed. So whoever makes the offers looks at what those who wait want,
and whether it is there. Where nobody waits that costs nothing; and what was free before is no news.
"""

from ...ledger.erasures import RETENTION
from ...ledger.freed import reopen
from ...ledger.instants import minutes
from ...ledger.instants import seconds
from ...ledger.lane import Full
from ...ledger.lane import OFFER
from ...ledger.seats import seats_at
from ...ledger.store import Ledger
from ...ledger.waiting import Offer
from ...ledger.waiting import OFFERED
from ...ledger.waiting import Stretch
from ...ledger.waiting import Waiter
from ...ledger.waiting import WAITING
from ...scheduling.judging import judge
from ...scheduling.office import Office
from ...scheduling.rules import Actor
from ...scheduling.rules import Proposal
from ...scheduling.slots import Slot
from ..writing import Writing
from .events import PlaceOffered
from .leave import back_in_the_queue
from .leave import forget
from .leave import HANDED_ON
from .places import Places
from collections.abc import Iterator
from datetime import datetime


MISSED = 3
"""Whoever lets so many offers in a row lapse is waiting no more: each keeps a place from the others."""

PUBLIC = Actor("public")


def tidy(writing: Writing) -> int:
    """See to those whose time is over; how many. An offer that lapsed goes back, to be handed on."""
    due = writing.ledger.waiting.due(writing.now)
    for waiter in due:
        if waiter.state == OFFERED and waiter.ends > seconds(writing.now) and waiter.missed + 1 < MISSED:
            back_in_the_queue(writing, waiter, waiter.missed + 1)
        else:
            forget(writing, waiter, RETENTION)
    return len(due)


def suited(ledger: Ledger, office: Office, now: datetime) -> Iterator[int]:
    """The ids of those for whom something is there, in the order in which it is theirs."""
    if not ledger.waiting or office.state != "open":
        return
    places = Places(ledger, office, now)
    for kind in office.types.values():
        if kind.active and kind.audience == "public":
            for waiter in ledger.waiting.queue(kind.uid):
                if fit(ledger, office, waiter, now) and places.first_for(waiter) is not None:
                    yield waiter.id


def fit(ledger: Ledger, office: Office, waiter: Waiter, now: datetime) -> bool:
    """Whether somebody is to be told: has no offer, and no appointment that would do already."""
    if waiter.state != WAITING or waiter.ends <= seconds(now):
        return False
    coming = list(ledger.coming(waiter.email, waiter.type_uid, now))
    if 0 < office.max_upcoming_per_email <= len(coming):
        return False
    days = (one.start_at.astimezone(office.zone).date() for one in coming)
    return not any(waiter.first <= day <= waiter.last for day in days)


def offer(writing: Writing, id: int) -> bool:
    """Hold the first place that suits somebody, and have them told; whether there was one (still)."""
    ledger, office, now = writing.ledger, writing.office, writing.now
    waiter = ledger.waiting.get(id)
    if waiter is None or office.state != "open" or not fit(ledger, office, waiter, now):
        return False
    places = Places(ledger, office, now)
    found = places.first_for(waiter)
    if found is None:
        return False
    held = hold(writing, waiter, *found, places)
    if held is None:
        return False
    start = found[0].start
    minute = start.hour * 60 + start.minute
    told = Stretch(start.date().toordinal(), minute, minute + held.length)
    with ledger.waiting.changing(waiter):
        waiter.state, waiter.offer, waiter.known = OFFERED, held, (*waiter.known, told)
    writing.tell(PlaceOffered(writing.section, waiter))
    return True


def hold(writing: Writing, waiter: Waiter, slot: Slot, until: datetime, places: Places) -> Offer | None:
    """Take the seats for an offer. They stay a moment longer than is told, to be handed on."""
    office, now = writing.office, writing.now
    kind = office.types[waiter.type_uid]
    proposal = Proposal(kind.uid, slot.start, waiter.people)
    counters = frozenset(waiter.counters) or None
    verdict = judge(proposal, office, places.occupancy, PUBLIC, now, counters)
    if verdict.refusals or verdict.place is None:
        return None
    agent, counter = verdict.place.agent, verdict.place.counter
    length = kind.length(waiter.people)
    seats = tuple(seats_at(slot.start, length + kind.buffer, agent, counter))
    try:
        writing.ledger.occupy(
            waiter.reference, seats, writing.resources, now, seconds(until + HANDED_ON), OFFER
        )
    except Full:
        return None
    reopen(writing.ledger, seats, office.agents, now)
    return Offer(
        start=minutes(slot.start),
        length=length,
        buffer=kind.buffer,
        agent=agent,
        counter=counter,
        made=seconds(now),
        until=seconds(until),
        seats=seats,
    )
