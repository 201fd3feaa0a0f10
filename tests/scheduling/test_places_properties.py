"""Who takes an appointment, against the naive oracle: every place that is told can be taken."""

from . import naive_day
from . import oracle
from .crowds import crowds
from .worlds import add
from .worlds import worlds
from collective.rendezvous.scheduling.judging import judge
from collective.rendezvous.scheduling.occupancy import Stretches
from collective.rendezvous.scheduling.rules import Actor
from collective.rendezvous.scheduling.rules import Proposal
from collective.rendezvous.scheduling.slots import next_slots
from collective.rendezvous.scheduling.slots import slots
from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from hypothesis import given
from hypothesis import settings


PUBLIC = Actor("public")

some = settings(max_examples=settings.default.max_examples // 5)


def as_the_public_asks(world):
    """The question of the world as a booking can ask it: at any counter or at one, of any agent."""
    counters = frozenset(sorted(world.query.counters or ())[:1]) or None
    return replace(world.query, staff=False, agents=None, counters=counters)


def proposal(query, start, **options):
    counter = next(iter(query.counters), None) if query.counters else None
    return Proposal(query.type, start, query.people, counter=counter, **options)


def minute_of(start):
    return start.hour * 60 + start.minute


def is_public(world):
    return world.office.types[world.query.type].audience == "public"


@some
@given(crowds() | worlds())
def test_the_pair_that_takes_a_slot_is_the_one_the_tie_rules_choose(world):
    query = as_the_public_asks(world)
    if not is_public(world):
        return
    for day in slots(world.office, world.occupancy, query, world.now):
        naive = oracle.starts_of(world.office, world.taken, query, day.day) if day.slots else {}
        for slot in day.slots[:5]:
            verdict = judge(proposal(query, slot.start), world.office, world.occupancy, PUBLIC, world.now)
            chosen = naive[minute_of(slot.start)].chosen()
            assert (verdict.place.agent, verdict.place.counter) == chosen


@some
@given(crowds() | worlds())
def test_every_place_that_is_told_can_be_taken_one_after_the_other(world):
    query = as_the_public_asks(world)
    type_ = world.office.types[query.type]
    need = oracle.occupied(type_, query.people)
    if not is_public(world):
        return
    for day in slots(world.office, world.occupancy, query, world.now):
        for slot in sorted(day.slots, key=lambda slot: -slot.places)[:3]:
            taken = deepcopy(world.taken)
            minute = minute_of(slot.start)
            for left in range(slot.places, 0, -1):
                assert places(world, taken, query, slot.start) == left
                verdict = judge(
                    proposal(query, slot.start), world.office, Stretches(taken), PUBLIC, world.now
                )
                assert verdict.findings == []
                add(taken, [(day.day, minute, minute + need)], verdict.place.agent, verdict.place.counter)
            assert places(world, taken, query, slot.start) == 0
            verdict = judged(world, taken, query, slot.start)
            codes = [finding.code for finding in verdict.findings]
            if oracle.anywhere(world.office, taken, query, day.day, minute).places():
                assert codes in (["slot_taken"], ["off_grid"])  # a colleague is free, on another grid
            else:
                assert codes == ["slot_taken"]


def judged(world, taken, query, start):
    return judge(proposal(query, start), world.office, Stretches(taken), PUBLIC, world.now)


def places(world, taken, query, start):
    only = replace(query, first=start.date(), last=start.date())
    (day,) = slots(world.office, Stretches(taken), only, world.now)
    return next((slot.places for slot in day.slots if slot.start == start), 0)


@some
@given(crowds() | worlds())
def test_an_agent_to_keep_is_kept_where_that_costs_no_place(world):
    query = as_the_public_asks(world)
    if not is_public(world):
        return
    for day in slots(world.office, world.occupancy, query, world.now):
        naive = oracle.starts_of(world.office, world.taken, query, day.day) if day.slots else {}
        for slot in day.slots[:3]:
            start = naive[minute_of(slot.start)]
            keeping = proposal(query, slot.start, prefer=world.agent)
            place = judge(keeping, world.office, world.occupancy, PUBLIC, world.now).place
            good = [pair for pair in start.pairs() if start.places(without=pair) >= slot.places - 1]
            first = [pair for pair in good if pair.agent == world.agent] or good
            assert (place.agent, place.counter) == min(first, key=start.rank)


@some
@given(worlds())
def test_the_next_slots_are_the_first_of_all_slots_from_today_to_the_horizon(world):
    today = world.now.astimezone(world.office.zone).date()
    horizon = today + timedelta(days=world.office.types[world.query.type].horizon_days)
    day, minute = world.moments[0]
    after = naive_day.moment(world.office.zone, day, minute)
    first, last = max(day, today), min(day + timedelta(days=9), horizon)
    query = replace(world.query, first=first, last=last)
    found = next_slots(world.office, world.occupancy, query, after, 5, world.now)
    listed = [slot for each in slots(world.office, world.occupancy, query, world.now) for slot in each.slots]
    expected = [slot for slot in listed if slot.start >= after][:5]
    assert found[: len(expected)] == expected
    assert all(slot.start.date() > last for slot in found[len(expected) :])
