"""A week pattern copied from one agent to another."""

from collective.rendezvous.content.availability import IAvailability
from collective.rendezvous.content.pattern import carry_out
from collective.rendezvous.content.pattern import Order
from collective.rendezvous.content.pattern import pattern
from collective.rendezvous.content.pattern import plan
from collective.rendezvous.content.place import children
from datetime import date
from tests.town import agent
from tests.town import create
from tests.town import hours
from tests.town import town
from typing import Any

import pytest


TODAY = date(2026, 11, 10)
DECEMBER = date(2026, 12, 1)


@pytest.fixture
def section(manager: Any) -> Any:
    """Nadia receives in the morning for two types, Rita in the afternoon for one."""
    made = town(manager)
    agent(made, "rita", made["cni"], start="14:00", end="17:00")
    return made


def order(section: Any, replace: bool = False, since: date | None = None) -> Order:
    return Order(section["nadia"], replace, TODAY, since)


def told(section: Any, **fields: Any) -> list[tuple[str, Any, Any]]:
    asked = order(section, **fields)
    carry_out(asked, plan(asked, section["rita"]))
    found = children(section["rita"], IAvailability)
    return sorted((one.start, one.valid_from, one.valid_until) for one in found)


def test_hours_are_added_to_those_there(section):
    assert told(section) == [("09:00", None, None), ("14:00", None, None)]


def test_hours_take_the_place_of_those_there(section):
    assert told(section, replace=True) == [("09:00", None, None)]


def test_from_a_day_on_the_past_stays(section):
    assert told(section, replace=True, since=DECEMBER) == [
        ("09:00", DECEMBER, None),
        ("14:00", None, date(2026, 11, 30)),
    ]


def test_what_is_there_already_is_left_alone(section):
    copied = plan(order(section, replace=True), section["nadia"])
    assert (copied.added, copied.removed, copied.ended, copied.kept) == ([], [], [], 1)
    told(section)
    before = section["rita"].objectIds()
    told(section)
    assert section["rita"].objectIds() == before


def test_what_is_over_or_of_a_single_day_is_no_pattern(section):
    nadia = section["nadia"]
    hours(nadia, section["cni"], valid_until=date(2026, 11, 9))
    hours(nadia, section["cni"], valid_from=DECEMBER, valid_until=DECEMBER)
    later = hours(nadia, section["cni"], valid_from=DECEMBER, valid_until=date(2027, 1, 1))
    assert [one.getId() for one in pattern(nadia, TODAY)][1:] == [later.getId()]


def test_hours_that_end_before_the_day_are_not_copied(section):
    hours(section["nadia"], section["cni"], start="07:00", end="08:00", valid_until=date(2026, 11, 20))
    copied = plan(order(section, since=DECEMBER), section["rita"])
    assert [one["start"] for one in copied.added] == ["09:00"]


def test_an_overlap_at_another_counter_is_told_and_not_where_it_is_replaced(section):
    other = create(section, "Counter", "annexe", title="Annexe", capacity=1, types=[section["cni"].UID()])
    there = hours(section["rita"], section["cni"], start="11:00", end="13:00", counters=[other.UID()])
    copied = plan(order(section), section["rita"])
    assert [(data["start"], one.getId()) for data, one in copied.overlaps] == [("09:00", there.getId())]
    assert plan(order(section, replace=True), section["rita"]).overlaps == []
    assert plan(order(section, replace=True, since=DECEMBER), section["rita"]).overlaps == []


def test_lists_are_copied_not_shared(section):
    told(section)
    mine = next(one for one in children(section["rita"], IAvailability) if one.start == "09:00")
    assert mine.types is not next(children(section["nadia"], IAvailability)).types
