"""What is taken: nobody, ever, double-books an agent or overfills a counter."""

from .asking import local
from .asking import THE_DAY_BEFORE
from .build import agent
from .build import appointment_type
from .build import booked
from .build import counter
from .build import hours
from .build import minute
from .build import MONDAY
from .build import office
from .case import ALL_DAY
from .case import ANNA_AND_BERT
from .case import ASKERS
from .case import Case
from .case import DESK_FULL
from .case import MORNING
from .case import NAMING
from .case import NAMING_NOBODY
from .case import REFUSED
from collective.rendezvous.scheduling.judging import judge
from collective.rendezvous.scheduling.occupancy import EMPTY
from collective.rendezvous.scheduling.rules import Actor
from collective.rendezvous.scheduling.rules import Proposal
from datetime import timedelta

import pytest


@pytest.mark.parametrize("taken", [ANNA_AND_BERT, DESK_FULL], ids=["agents busy", "counter full"])
@pytest.mark.parametrize("named", [None, "uid-desk"])
def test_the_public_is_told_that_the_slot_is_taken(taken, named):
    assert Case(taken=taken).told("public", named) == REFUSED["slot"]


@pytest.mark.parametrize("asker", NAMING)
def test_whoever_names_an_agent_is_told_that_the_agent_is_busy(asker):
    assert Case(taken=ANNA_AND_BERT).told(asker) == REFUSED["agent"]
    assert Case(taken=ANNA_AND_BERT).told(asker, "uid-desk") == REFUSED["agent"]


@pytest.mark.parametrize("asker", NAMING)
def test_whoever_names_a_counter_is_told_that_it_is_full(asker):
    assert Case(taken=DESK_FULL).told(asker, "uid-desk") == REFUSED["counter"]


@pytest.mark.parametrize("asker", NAMING)
def test_a_free_agent_without_any_free_counter_is_a_taken_slot(asker):
    assert Case(taken=DESK_FULL).told(asker) == REFUSED["slot"]


@pytest.mark.parametrize("asker", NAMING)
def test_a_counter_that_nobody_named_breaks_no_rule_because_another_is_full(asker):
    case = Case(taken=DESK_FULL)
    closed = counter("closed", unavailabilities=ALL_DAY)
    far = counter("far")  # where the hours of nobody are
    case.office = office(
        counters=[counter(capacity=2), closed, far, counter("other", types=["wedding"])],
        agents=[
            agent(name, hours("9:00", "12:00", counters=["desk", "closed"])) for name in ("anna", "bert")
        ],
    )
    assert case.told(asker) == REFUSED["slot"]
    case.taken = EMPTY
    assert case.judged(asker).place.counter == "uid-desk"


@pytest.mark.parametrize("asker", NAMING)
def test_of_the_free_counters_the_one_with_the_fewest_appointments_takes_it(asker):
    case = Case(
        taken=booked(("11:00", "11:20", "desk"), ("11:00", "11:20", "second"), ("8:00", "8:20", "desk"))
    )
    case.office = office(
        counters=[counter(), counter("second"), counter("third", types=[])],
        agents=[agent(name, MORNING) for name in ("anna", "bert")],
    )
    assert case.judged(asker).place.counter == "uid-second"


@pytest.mark.parametrize("asker", NAMING_NOBODY)
def test_staff_who_name_neither_are_told_that_the_slot_is_taken(asker):
    assert Case(taken=ANNA_AND_BERT).told(asker) == REFUSED["slot"]
    assert Case(taken=DESK_FULL).told(asker) == REFUSED["slot"]


@pytest.mark.parametrize("asker", NAMING_NOBODY)
def test_staff_who_name_a_full_counter_alone_are_told_that_it_is_full(asker):
    assert Case(taken=DESK_FULL).told(asker, "uid-desk") == REFUSED["counter"]


@pytest.mark.parametrize("asker", NAMING_NOBODY)
def test_a_free_counter_while_all_agents_are_busy_is_a_taken_slot(asker):
    assert Case(taken=ANNA_AND_BERT).told(asker, "uid-desk") == REFUSED["slot"]


@pytest.mark.parametrize("asker", NAMING)
def test_a_busy_agent_at_a_full_counter_is_told_as_both(asker):
    both = booked(("9:00", "12:00", "anna", "desk"), ("9:00", "12:00", "bert"), ("9:00", "12:00", "desk"))
    assert Case(taken=both).told(asker, "uid-desk") == REFUSED["agent"] + REFUSED["counter"]


@pytest.mark.parametrize("asker", ASKERS)
def test_one_minute_taken_is_enough(asker):
    minute_before_the_end = booked(("9:39", "9:45", "anna"), ("9:39", "9:45", "bert"))
    told = Case(taken=minute_before_the_end).told(asker)
    assert told == (REFUSED["agent"] if asker in NAMING else REFUSED["slot"])


@pytest.mark.parametrize("asker", ASKERS)
def test_the_buffer_must_be_free_for_staff_too(asker):
    kind = appointment_type(buffer=10)
    after = booked(("10:00", "10:10", "anna"), ("10:00", "10:10", "bert"))
    assert Case(kind=kind, taken=after, at=local("2026-06-15 09:30")).told(asker) == []
    after = booked(("9:59", "10:10", "anna"), ("9:59", "10:10", "bert"))
    told = Case(kind=kind, taken=after, at=local("2026-06-15 09:30")).told(asker)
    assert told == (REFUSED["agent"] if asker in NAMING else REFUSED["slot"])


def test_a_busy_colleague_leaves_the_slot_to_the_other():
    case = Case(taken=booked(("9:00", "9:40", "anna")))
    assert case.told("public") == []
    assert case.judged("public").place.agent == "uid-bert"


def test_a_counter_over_its_lowered_capacity_is_full():
    taken = booked(*[("9:00", "12:00", "desk")] * 4)
    assert Case(taken=taken).told("administrator", "uid-desk") == REFUSED["counter"]


def test_what_crosses_midnight_is_busy_on_both_days():
    night = hours("0:00", "24:00")
    case = Case(open_from=night, at=local("2026-06-15 23:50"))
    assert case.told("administrator") == []
    case.taken = booked(("0:00", "0:30", "bert"), day=MONDAY + timedelta(days=1))
    assert case.told("administrator") == REFUSED["agent"]


# slot_taken or off_grid


def alone(*availabilities, taken=EMPTY, at="9:20", **kind):
    """What the public is told who asks Anna, who is alone, for that start."""
    there = office(types=[appointment_type(**kind)], agents=[agent("anna", *availabilities)])
    start = local(f"2026-06-15 {minute(at) // 60:02d}:{minute(at) % 60:02d}")
    found = judge(Proposal("uid-passport", start), there, taken, ASKERS["public"][0], THE_DAY_BEFORE).findings
    return [finding.code for finding in found]


def test_a_free_start_beside_the_grid_is_off_the_grid():
    assert alone(hours("9:00", "12:00"), at="9:10") == ["off_grid"]
    assert alone(hours("9:00", "12:00"), at="9:15", step=20) == ["off_grid"]


def test_a_start_beside_the_grid_of_which_a_minute_is_taken_is_taken():
    taken = booked(("9:00", "9:15", "anna"))
    assert alone(hours("9:00", "12:00"), at="9:10", taken=taken) == ["slot_taken"]


def test_a_chained_start_that_was_on_the_page_a_minute_ago_is_taken():
    taken = booked(("9:00", "9:20", "anna"))
    assert alone(hours("9:00", "12:00"), at="9:00", taken=taken) == ["slot_taken"]


def test_a_chained_start_that_an_appointment_shifted_is_taken():
    taken = booked(("9:00", "9:10", "anna"))  # the series goes on at 9:10, 9:30
    assert alone(hours("9:00", "12:00"), at="9:20", taken=taken) == ["slot_taken"]
    assert alone(hours("9:00", "12:00"), at="9:30", taken=taken) == []
    assert alone(hours("9:00", "12:00"), at="9:35", taken=taken) == ["off_grid"]


def test_a_type_that_nobody_offers_has_no_grid():
    assert alone(hours("9:00", "12:00", types=["wedding"]), at="9:10") == ["type_not_by_agent"]


def test_hours_for_staff_do_not_exist_for_the_public():
    assert alone(hours("9:00", "12:00", audience="staff")) == ["outside_availability"]
    assert alone(hours("9:00", "9:30"), hours("9:30", "12:00", audience="staff")) == ["outside_availability"]


def test_the_second_of_two_hours_is_not_offered():
    night = office(agents=[agent("anna", hours("2:00", "3:00"))])
    second = local("2026-10-25 02:20").replace(fold=1)
    now = local("2026-10-24 09:00")

    def codes(start):
        found = judge(Proposal("uid-passport", start), night, EMPTY, ASKERS["public"][0], now).findings
        return [finding.code for finding in found]

    assert codes(second) == ["off_grid"]
    assert codes(second.replace(fold=0)) == []


def test_a_stretch_across_the_missing_hour_is_outside_of_all_hours():
    night = office(agents=[agent("anna", hours("1:00", "5:00"))])
    now = local("2026-03-28 09:00")
    for actor in (Actor("public"), Actor("administrator")):
        found = judge(Proposal("uid-passport", local("2026-03-29 01:50")), night, EMPTY, actor, now).findings
        assert [finding.code for finding in found] == ["outside_availability"]
