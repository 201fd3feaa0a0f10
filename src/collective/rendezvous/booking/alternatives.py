"""Free starts near one that is refused."""

from ..scheduling.occupancy import Occupancy
from ..scheduling.office import Office
from ..scheduling.rules import Actor
from ..scheduling.rules import Proposal
from ..scheduling.slots import next_slots
from ..scheduling.slots import Query
from ..scheduling.slots import Search
from ..scheduling.slots import Slot
from datetime import datetime
from datetime import timedelta
from datetime import UTC


NUMBER = 3
DAYS_BEFORE = 31
"""So many days before the start asked for are looked at, at most."""


def alternatives(
    office: Office,
    occupancy: Occupancy,
    proposal: Proposal,
    actor: Actor,
    now: datetime,
    counters: frozenset[str] | None = None,
) -> list[Slot]:
    """Up to three free starts, from the one asked for onwards, then before it.

    At the same counter, or at the same place, if one was asked for; with the same agent likewise.
    """
    kind = office.types[proposal.type]
    if not kind.active or (kind.audience == "staff" and not actor.staff):
        return []
    day = proposal.start.astimezone(office.zone).date()
    query = Query(
        proposal.type,
        day,
        day,
        proposal.people,
        counters if proposal.counter is None else frozenset({proposal.counter}),
        frozenset({proposal.agent}) if proposal.agent and actor.staff else None,
        actor.staff,
    )
    wished = max(proposal.start, now).astimezone(UTC)
    found = next_slots(office, occupancy, query, wished, NUMBER, now)
    if len(found) < NUMBER:
        last = min(wished, end_of_horizon(office, query, now))
        found += before(Search(office, occupancy, query, now), last, NUMBER - len(found))
    return found


def end_of_horizon(office: Office, query: Query, now: datetime) -> datetime:
    """A moment after which there is nothing to book."""
    horizon = office.types[query.type].horizon_days
    return (now + timedelta(days=horizon + 1)).astimezone(UTC)


def before(search: Search, moment: datetime, number: int) -> list[Slot]:
    """The last free starts before a moment and not before now, the nearest first."""
    found: list[Slot] = []
    day = moment.astimezone(search.office.zone).date()
    for _ in range(DAYS_BEFORE):
        if day < search.today or len(found) >= number:
            break
        starts = [slot for slot in search.day(day) if search.now <= slot.start.astimezone(UTC) < moment]
        found += reversed(starts)
        day -= timedelta(days=1)
    return found[:number]
