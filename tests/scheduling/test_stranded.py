"""What the set-up of today says against an appointment that stands."""

from .build import agent
from .build import appointment_type
from .build import away
from .build import booked
from .build import closure
from .build import counter
from .build import hours
from .build import MONDAY
from .build import office
from collective.rendezvous.scheduling.occupancy import EMPTY
from collective.rendezvous.scheduling.stranded import broken_by_setup
from collective.rendezvous.scheduling.stranded import overfull
from collective.rendezvous.scheduling.stranded import Standing
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest


AT_NINE = datetime(2026, 6, 15, 9, tzinfo=ZoneInfo("Europe/Paris"))
NINE = Standing("uid-passport", "uid-anna", "uid-desk", AT_NINE, 20, 0, "Passport", "Anna", "Desk")
MORNING = hours("9:00", "12:00")
MORNING_AWAY = (away("2026-06-15 08:00", "2026-06-15 12:00"),)


def codes(town, it=NINE, occupancy=EMPTY):
    return [one.code for one in broken_by_setup(it, town, occupancy)]


def test_what_the_set_up_still_offers_is_not_stranded():
    assert codes(office()) == []


@pytest.mark.parametrize(
    "options, told",
    [
        ({"closures": (closure(MONDAY, reason="Works"),)}, ["day_closed"]),
        ({"closures": (closure(MONDAY, start="9:10", end="10:00"),)}, ["day_closed"]),
        ({"closures": (closure(MONDAY, start="9:20", end="10:00"),)}, []),
        ({"counters": [counter(unavailabilities=MORNING_AWAY)]}, ["counter_unavailable"]),
        ({"counters": [counter(active=False)]}, ["counter_unavailable"]),
        ({"counters": []}, ["counter_unavailable"]),
        ({"counters": [counter(types=["wedding"])]}, ["type_not_at_counter"]),
        ({"agents": [agent("anna", hours("9:10", "12:00"))]}, ["outside_availability"]),
        ({"agents": [agent("anna")]}, ["outside_availability"]),
        ({"agents": [agent("anna", MORNING, unavailabilities=MORNING_AWAY)]}, ["agent_unavailable"]),
        ({"agents": [agent("anna", MORNING, active=False)]}, ["agent_unavailable"]),
        ({"agents": []}, ["agent_unavailable"]),
        ({"agents": [agent("anna", hours("9:00", "12:00", ["wedding"]))]}, ["type_not_by_agent"]),
        ({"types": [appointment_type(active=False)]}, ["type_not_by_agent"]),
        ({"types": []}, ["type_not_by_agent"]),
        (
            {"agents": [agent("anna", hours("9:00", "12:00", counters=["other"]))]},
            ["agent_not_at_counter"],
        ),
        (
            {"holidays_country": "FR", "closures": (closure(MONDAY),), "agents": []},
            ["day_closed", "agent_unavailable"],
        ),
    ],
)
def test_each_rule_that_the_set_up_decides_is_told(options, told):
    assert codes(office(**options)) == told


def test_a_public_holiday_closes_the_day():
    whit_monday = replace(NINE, start=datetime(2026, 5, 25, 9, tzinfo=ZoneInfo("Europe/Paris")))
    assert codes(office(holidays_country="FR"), whit_monday) == ["day_closed"]


def test_hours_that_are_open_to_staff_only_now_strand_nobody():
    town = office(agents=[agent("anna", hours("9:00", "12:00", audience="staff"))])
    assert codes(town) == []


def test_the_length_it_was_booked_with_counts_with_its_buffer():
    assert codes(office(types=[appointment_type(duration=200)])) == []
    town = office(agents=[agent("anna", hours("9:00", "9:20"))])
    assert codes(town) == []
    assert codes(town, replace(NINE, buffer=5)) == ["outside_availability"]


def test_rules_of_time_and_the_grid_strand_nobody():
    past = replace(NINE, start=datetime(2020, 6, 15, 9, 7, tzinfo=ZoneInfo("Europe/Paris")))
    assert codes(office(types=[appointment_type(horizon_days=1, min_notice_hours=900, step=60)]), past) == []


def test_more_than_a_counter_holds_since_its_capacity_was_lowered():
    three = booked(*[("9:00", "9:20", "desk")] * 2, ("9:00", "9:20", "anna"), ("10:00", "10:20", "desk"))
    assert codes(office(counters=[counter(capacity=2)]), occupancy=three) == []
    assert codes(office(), occupancy=three) == ["counter_full"]
    ten = replace(NINE, start=AT_NINE.replace(hour=10))
    assert codes(office(), ten, three) == []
    assert list(overfull(office(), three, MONDAY)) == ["uid-desk"]
    assert overfull(office(counters=[counter(capacity=2)]), three, MONDAY) == {}


def test_what_staff_confirmed_is_not_told_again():
    town = office(agents=[agent("anna", hours("14:00", "16:00"))])
    accepted = replace(NINE, accepted=("outside_availability",))
    assert codes(town, accepted) == []
    town = replace(town, closures=(closure(MONDAY),))
    assert codes(town, accepted) == ["day_closed"]


@pytest.mark.parametrize(
    "options, told",
    [
        ({"agents": [agent("anna", MORNING, active=False)]}, "agent_unavailable"),
        ({"agents": []}, "agent_unavailable"),
        ({"counters": [counter(active=False)]}, "counter_unavailable"),
        ({"types": [appointment_type(active=False)]}, "type_not_by_agent"),
    ],
)
def test_nobody_could_confirm_what_is_gone_or_inactive(options, told):
    assert codes(office(**options), replace(NINE, accepted=(told,))) == [told]


def test_the_message_has_the_titles_that_it_had():
    (found,) = broken_by_setup(NINE, office(agents=[]))
    assert (found.details["agent"], found.details["counter"], found.severity) == ("Anna", "Desk", "refuse")
    assert found.details["start"] == AT_NINE
