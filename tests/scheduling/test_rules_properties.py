"""The rules against the naive oracle and against what is offered."""

from . import naive_day
from . import naive_rules
from . import oracle
from .test_places_properties import as_the_public_asks
from .test_places_properties import is_public
from .test_places_properties import proposal
from .worlds import worlds
from collective.rendezvous.scheduling.judging import check
from collective.rendezvous.scheduling.judging import judge
from collective.rendezvous.scheduling.rules import Actor
from collective.rendezvous.scheduling.rules import Proposal
from collective.rendezvous.scheduling.slots import slots
from dataclasses import replace
from datetime import datetime
from datetime import time
from hypothesis import given
from hypothesis import settings


PUBLIC = Actor("public")

some = settings(max_examples=settings.default.max_examples // 5)


def instants(world):
    """The moments of the world, and the second ones where the clocks show them twice."""
    for day, minute in world.moments:
        wall = datetime.combine(day, time(minute // 60, minute % 60))
        if naive_day.exists(world.office.zone, wall):
            first = wall.replace(tzinfo=world.office.zone)
            yield day, minute, first
            if first.utcoffset() != first.replace(fold=1).utcoffset():
                yield day, minute, first.replace(fold=1)


@some
@given(worlds())
def test_the_public_may_book_what_is_listed_and_nothing_else(world):
    if not is_public(world):
        return
    query = as_the_public_asks(world)
    listed = set()
    for day in slots(world.office, world.occupancy, replace(query, last=max(world.moments)[0]), world.now):
        listed |= {slot.start.isoformat() for slot in day.slots}
        for slot in day.slots:
            assert check(proposal(query, slot.start), world.office, world.occupancy, PUBLIC, world.now) == []
    for _, _, start in instants(world):
        found = check(proposal(query, start), world.office, world.occupancy, PUBLIC, world.now)
        assert (start.isoformat() in listed) == (not found)
        assert {finding.severity for finding in found} <= {"refuse"}


@some
@given(worlds())
def test_the_public_is_told_slot_taken_or_off_grid_by_the_words_of_the_contract(world):
    if not is_public(world):
        return
    query = as_the_public_asks(world)
    for day, minute, start in instants(world):
        if start.fold or not oracle.in_window(world.office, query, world.now, day, minute):
            continue
        if not oracle.anywhere(world.office, {}, query, day, minute).places():
            continue  # something else refuses
        if oracle.starts_of(world.office, world.taken, query, day).get(minute):
            expected = []
        elif oracle.starts_of(world.office, {}, query, day).get(minute):
            expected = ["slot_taken"]
        elif oracle.anywhere(world.office, world.taken, query, day, minute).places():
            expected = ["off_grid"]
        else:
            expected = ["slot_taken"]
        found = check(proposal(query, start), world.office, world.occupancy, PUBLIC, world.now)
        assert [finding.code for finding in found] == expected


@some
@given(worlds())
def test_staff_who_name_agent_and_counter_are_told_every_rule_that_is_broken(world):
    for _, _, start in instants(world):
        asked = Proposal(world.query.type, start, world.query.people, world.agent, world.counter, upcoming=3)
        if start.fold:
            continue
        verdict = judge(asked, world.office, world.occupancy, world.actor, world.now)
        codes = [finding.code for finding in verdict.findings]
        assert codes == naive_rules.codes(world.office, world.taken, asked, world.now)
        if not verdict.refusals:
            assert (verdict.place.agent, verdict.place.counter) == (world.agent, world.counter)


@some
@given(worlds())
def test_staff_who_name_nobody_get_whom_the_public_would_off_the_grid_too(world):
    query = replace(as_the_public_asks(world), staff=True)
    for day, minute, start in instants(world):
        if start.fold:
            continue
        somebody = oracle.anywhere(world.office, world.taken, query, day, minute)
        verdict = judge(proposal(query, start), world.office, world.occupancy, world.actor, world.now)
        assert bool(verdict.refusals) == (not somebody.places())
        if somebody.places():
            assert (verdict.place.agent, verdict.place.counter) == somebody.chosen()
