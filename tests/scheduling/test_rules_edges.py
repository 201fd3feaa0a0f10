"""The rules at their edges: order, exclusions, limits, what is inactive."""

from .asking import local
from .build import agent
from .build import appointment_type
from .build import away
from .build import booked
from .build import closure
from .build import counter
from .build import hours
from .build import MONDAY
from .build import office
from .case import ANNA_AND_BERT
from .case import ASKERS
from .case import Case
from .case import MORNING
from .case import NAMING
from .case import NAMING_NOBODY
from .case import ONESELF_WARN
from datetime import timedelta

import pytest


# Order and exclusions


def everything(**options):
    return Case(
        at=local("2026-06-17 09:20"),
        now=local("2026-06-15 12:00"),
        kind=appointment_type(min_notice_hours=1000, horizon_days=1, audience="staff", step=15),
        closures=(closure(MONDAY, MONDAY + timedelta(days=5)),),
        desk=counter(types=["wedding"], unavailabilities=(away("2026-06-17 00:00", "2026-06-18 00:00"),)),
        away=(away("2026-06-17 00:00", "2026-06-18 00:00"),),
        taken=booked(
            ("9:00", "12:00", "anna", "desk"), ("9:00", "12:00", "bert"), day=MONDAY + timedelta(days=2)
        ),
        upcoming=9,
        **options,
    )


@pytest.mark.parametrize(
    ("open_from", "broken"),
    [
        (hours("13:00", "14:00"), "outside_availability"),
        (hours("9:00", "12:00", types=["wedding"]), "type_not_by_agent"),
        (hours("9:00", "12:00", counters=["other"]), "agent_not_at_counter"),
    ],
)
@pytest.mark.parametrize("asker", NAMING)
def test_codes_are_told_in_the_order_of_the_table(asker, open_from, broken):
    order = [
        "too_soon",
        "too_late",
        "day_closed",
        "counter_unavailable",
        "outside_availability",
        "agent_unavailable",
        "agent_busy",
        "counter_full",
        "type_not_at_counter",
        "type_not_by_agent",
        "agent_not_at_counter",
        "too_many_for_visitor",
    ]
    exclusive = {"outside_availability", "type_not_by_agent", "agent_not_at_counter"} - {broken}
    expected = [code for code in order if code not in exclusive]
    assert everything(open_from=open_from).codes(asker, "uid-desk") == expected


def test_the_first_refusal_of_the_public_is_the_first_of_the_table():
    told = everything(open_from=hours("13:00", "14:00")).told("public")
    assert told[:3] == [("too_soon", "refuse"), ("too_late", "refuse"), ("day_closed", "refuse")]
    assert told[-2:] == [("type_not_public", "refuse"), ("too_many_for_visitor", "refuse")]


def test_refusals_and_warnings_stand_side_by_side():
    case = Case(now=local("2026-06-15 09:21"), taken=ANNA_AND_BERT)
    assert case.told("administrator") == [("in_the_past", "warn"), ("agent_busy", "refuse")]


@pytest.mark.parametrize("asker", ASKERS)
def test_what_is_past_is_not_told_as_too_soon(asker):
    case = Case(now=local("2026-06-15 09:21"), kind=appointment_type(min_notice_hours=48))
    assert case.codes(asker) == ["in_the_past"]


@pytest.mark.parametrize("asker", NAMING)
def test_hours_that_cover_a_part_only_are_outside(asker):
    assert Case(open_from=hours("9:00", "9:39")).codes(asker) == ["outside_availability"]


@pytest.mark.parametrize("asker", NAMING)
def test_hours_of_which_a_part_only_offers_the_type_are_those_of_another_type(asker):
    case = Case()
    both = (hours("9:00", "9:30"), hours("9:30", "12:00", types=["wedding"]))
    case.office = office(types=[appointment_type()], agents=[agent(name, *both) for name in ("anna", "bert")])
    assert case.codes(asker) == ["type_not_by_agent"]


@pytest.mark.parametrize("asker", NAMING)
def test_hours_of_which_a_part_only_is_at_the_counter_are_not_at_it(asker):
    case = Case()
    both = (hours("9:00", "9:30"), hours("9:30", "12:00", counters=["other"]))
    case.office = office(
        counters=[counter(), counter("other")], agents=[agent(name, *both) for name in ("anna", "bert")]
    )
    assert case.codes(asker, "uid-desk") == ["agent_not_at_counter"]
    assert case.codes(asker, "uid-other") == []


@pytest.mark.parametrize("asker", ASKERS)
def test_hours_for_staff_are_hours_to_staff(asker):
    case = Case(open_from=hours("9:00", "12:00", audience="staff"))
    assert case.codes(asker) == (["outside_availability"] if asker == "public" else [])


@pytest.mark.parametrize("asker", ASKERS)
def test_closed_hours_close_only_what_touches_them(asker):
    severity = ONESELF_WARN[asker]
    assert Case(closures=(closure(MONDAY, start="9:40", end="24:00"),)).told(asker) == []
    touching = Case(closures=(closure(MONDAY, start="9:39", end="24:00"),))
    assert touching.told(asker) == [("day_closed", severity)]


# The limits at their edges


def codes_at(now, **kind):
    return Case(now=local(now), kind=appointment_type(**kind)).codes("public")


def test_a_start_at_this_very_moment_is_neither_past_nor_too_soon():
    assert codes_at("2026-06-15 09:20") == []
    assert codes_at("2026-06-15 09:21") == ["in_the_past"]


def test_a_start_at_the_end_of_the_notice_is_not_too_soon():
    assert codes_at("2026-06-15 07:20", min_notice_hours=2) == []
    assert codes_at("2026-06-15 07:21", min_notice_hours=2) == ["too_soon"]


def test_the_last_day_of_the_horizon_is_not_too_late():
    assert codes_at("2026-06-12 00:00", horizon_days=3) == []
    assert codes_at("2026-06-11 23:59", horizon_days=3) == ["too_late"]


@pytest.mark.parametrize(
    ("upcoming", "limit", "refused"), [(2, 3, False), (3, 3, True), (4, 3, True), (50, 0, False)]
)
def test_a_visitor_may_have_as_many_as_the_section_allows(upcoming, limit, refused):
    case = Case(upcoming=upcoming, max_upcoming_per_email=limit)
    assert case.codes("public") == (["too_many_for_visitor"] if refused else [])


# What is inactive


@pytest.mark.parametrize("asker", NAMING)
def test_an_inactive_agent_is_unavailable(asker):
    case = Case()
    agents = [agent(name, MORNING, active=False) for name in ("anna", "bert")]
    case.office = office(agents=agents)
    assert case.codes(asker) == ["agent_unavailable"]


@pytest.mark.parametrize("asker", ASKERS)
def test_an_inactive_counter_is_unavailable(asker):
    case = Case(desk=counter(active=False))
    assert case.codes(asker, "uid-desk") == ["counter_unavailable"]


@pytest.mark.parametrize("asker", ASKERS)
def test_an_inactive_type_is_offered_by_nobody(asker):
    case = Case(kind=appointment_type(active=False))
    assert case.codes(asker, "uid-desk") == ["type_not_by_agent"]


@pytest.mark.parametrize("asker", ASKERS)
def test_an_inactive_colleague_is_never_chosen(asker):
    case = Case()
    agents = [agent("anna", MORNING, active=False), agent("bert", MORNING)]
    case.office = office(agents=agents)
    if not ASKERS[asker][1]:
        assert case.judged(asker).place.agent == "uid-bert"


@pytest.mark.parametrize("asker", ["public", *NAMING_NOBODY])
def test_where_nobody_works_at_all_one_is_outside_of_all_hours(asker):
    case = Case()
    case.office = office(agents=[])
    assert case.codes(asker)[:1] == ["outside_availability"]
    assert case.judged(asker).refusals


@pytest.mark.parametrize("asker", ASKERS)
def test_where_there_is_no_counter_something_refuses(asker):
    case = Case()
    case.office = office(counters=[], agents=[agent("anna", MORNING), agent("bert", MORNING)])
    assert case.judged(asker).refusals
    assert case.judged(asker).place is None
