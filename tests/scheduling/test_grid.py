"""Where an appointment can begin: both start grids, buffers, people."""

from .asking import day
from .asking import query
from .asking import starts
from .asking import THE_DAY_BEFORE
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
from collective.rendezvous.scheduling.slots import next_slots


def with_type(duration=20, *availabilities, **options):
    """An office with one type; Anna is there from 9:00 to 10:00 where nothing else is said."""
    anna = agent("anna", *(availabilities or [hours("9:00", "10:00")]))
    return office(types=[appointment_type("passport", duration, **options)], agents=[anna])


# Chained: the default


def test_a_chained_series_begins_with_the_availability_and_leaves_no_gap():
    assert starts(with_type(20)) == ["9:00", "9:20", "9:40"]


def test_the_last_appointment_ends_with_the_availability_at_the_latest():
    assert starts(with_type(25)) == ["9:00", "9:25"]


def test_a_chained_series_goes_on_right_after_an_appointment():
    assert starts(with_type(30), booked(("9:00", "9:20", "anna"))) == ["9:20"]


def test_a_chained_series_fills_up_what_is_before_an_appointment_from_the_start():
    taken = booked(("9:45", "10:00", "anna"))
    assert starts(with_type(20), taken) == ["9:00", "9:20"]


def test_a_stretch_that_is_too_short_gives_no_start():
    taken = booked(("9:10", "9:50", "anna"))
    assert starts(with_type(20), taken) == []


def test_a_chained_series_begins_at_a_multiple_of_five_minutes():
    assert starts(with_type(20), booked(("9:00", "9:02", "anna"))) == ["9:05", "9:25"]


def test_only_the_beginning_of_a_series_is_rounded():
    assert starts(with_type(13, hours("9:01", "10:00"))) == ["9:05", "9:18", "9:31", "9:44"]


def test_rounding_up_may_leave_no_room():
    assert starts(with_type(20, hours("9:01", "9:21"))) == []
    assert starts(with_type(20, hours("9:01", "9:25"))) == ["9:05"]


def test_touching_availabilities_of_an_agent_are_one_stretch():
    joined = with_type(40, hours("9:00", "10:00"), hours("10:00", "11:00"))
    assert starts(joined) == ["9:00", "9:40", "10:20"]


def test_overlapping_availabilities_of_an_agent_are_one_stretch():
    joined = with_type(40, hours("9:00", "10:10"), hours("9:50", "11:00"))
    assert starts(joined) == ["9:00", "9:40", "10:20"]


def test_a_minute_between_two_availabilities_parts_them():
    parted = with_type(40, hours("9:00", "10:00"), hours("10:01", "11:00"))
    assert starts(parted) == ["9:00", "10:05"]


def test_touching_availabilities_for_different_types_are_not_joined_for_one_of_them():
    anna = agent("anna", hours("9:00", "10:00"), hours("10:00", "11:00", types=["wedding"]))
    types = [appointment_type("passport", 40), appointment_type("wedding", 40)]
    desk = counter(types=["passport", "wedding"])
    there = office(types=types, counters=[desk], agents=[anna])
    assert starts(there) == ["9:00"]
    assert starts(there, type="wedding") == ["10:00"]


def test_availabilities_of_two_agents_are_not_joined():
    there = office(
        types=[appointment_type("passport", 40)],
        agents=[agent("anna", hours("9:00", "10:00")), agent("bert", hours("10:00", "11:00"))],
    )
    assert starts(there) == ["9:00", "10:00"]


def test_a_series_does_not_depend_on_the_counter():
    assert starts(with_type(20), booked(("9:00", "9:10", "desk"))) == ["9:20", "9:40"]


def test_an_appointment_of_another_type_shifts_the_series_of_this_one():
    taken = booked(("9:20", "9:30", "anna"))
    assert starts(with_type(20), taken) == ["9:00", "9:30"]


def test_a_closure_by_hours_begins_the_series_again():
    there = office(
        types=[appointment_type("passport", 25)],
        agents=[agent("anna", hours("9:00", "11:00"))],
        closures=(closure(MONDAY, start="9:30", end="10:00"),),
    )
    assert starts(there) == ["9:00", "10:00", "10:25"]


def test_an_absence_begins_the_series_again():
    anna = agent(
        "anna", hours("9:00", "11:00"), unavailabilities=(away("2026-06-15 09:30", "2026-06-15 09:52"),)
    )
    there = office(types=[appointment_type("passport", 25)], agents=[anna])
    assert starts(there) == ["9:00", "9:55", "10:20"]


# With a step


def test_with_a_step_starts_stand_at_its_multiples_from_the_start_of_the_availability():
    assert starts(with_type(20, hours("9:10", "10:00"), step=15)) == ["9:10", "9:25", "9:40"]


def test_with_a_step_the_start_of_an_availability_is_not_rounded():
    assert starts(with_type(20, hours("9:02", "10:00"), step=15)) == ["9:02", "9:17", "9:32"]


def test_with_a_step_nothing_that_is_taken_shifts_the_grid():
    assert starts(with_type(20, step=30), booked(("9:00", "9:10", "anna"))) == ["9:30"]
    assert starts(with_type(20, step=15), booked(("9:00", "9:10", "anna"))) == ["9:15", "9:30"]


def test_a_step_shorter_than_the_appointment_offers_overlapping_starts():
    assert starts(with_type(30, step=10)) == ["9:00", "9:10", "9:20", "9:30"]


def test_each_availability_has_its_own_steps():
    there = with_type(20, hours("9:00", "10:00"), hours("10:10", "11:00"), step=30)
    assert starts(there) == ["9:00", "9:30", "10:10", "10:40"]


def test_an_appointment_may_run_from_one_availability_into_the_touching_one():
    there = with_type(40, hours("9:00", "10:00"), hours("10:00", "11:00"), step=30)
    assert starts(there) == ["9:00", "9:30", "10:00"]


def test_overlapping_availabilities_bring_both_their_steps():
    there = with_type(20, hours("9:00", "10:00"), hours("9:10", "10:10"), step=30)
    assert starts(there) == ["9:00", "9:10", "9:30", "9:40"]


def test_steps_from_inside_a_joined_stretch_end_with_their_availability():
    there = with_type(10, hours("9:00", "9:30"), hours("9:30", "10:00"), step=20)
    assert starts(there) == ["9:00", "9:20", "9:30", "9:50"]


# Buffers and people


def test_a_buffer_keeps_appointments_apart():
    assert starts(with_type(20, buffer=10)) == ["9:00", "9:30"]


def test_a_buffer_must_fit_into_the_availability():
    assert starts(with_type(20, hours("9:00", "9:29"), buffer=10)) == []
    assert starts(with_type(20, hours("9:00", "9:30"), buffer=10)) == ["9:00"]


def test_a_buffer_must_be_free_before_the_next_appointment():
    taken = booked(("9:25", "10:00", "anna"))
    assert starts(with_type(20, buffer=5), taken) == ["9:00"]
    assert starts(with_type(20, buffer=6), taken) == []


def test_the_end_that_is_told_has_no_buffer():
    (slot, _) = day(with_type(20, buffer=10)).slots
    assert slot.end.isoformat() == "2026-06-15T09:20:00+02:00"


def test_more_people_take_longer():
    there = with_type(20, extra_minutes_per_person=10, max_people=4)
    assert starts(there) == ["9:00", "9:20", "9:40"]
    assert starts(there, people=2) == ["9:00", "9:30"]
    assert starts(there, people=3) == ["9:00"]
    assert starts(there, people=4) == ["9:00"]
    assert starts(there, people=6) == []


def test_with_a_step_more_people_keep_the_grid():
    there = with_type(20, step=20, extra_minutes_per_person=10)
    assert starts(there, people=2) == ["9:00", "9:20"]


def test_the_end_counts_the_people():
    slot = day(with_type(20, extra_minutes_per_person=15), people=2).slots[0]
    assert slot.end.isoformat() == "2026-06-15T09:35:00+02:00"


# The edges of the day


def test_an_availability_may_last_until_midnight():
    there = with_type(30, hours("23:00", "24:00"))
    assert starts(there) == ["23:00", "23:30"]
    assert day(there).slots[-1].end.isoformat() == "2026-06-16T00:00:00+02:00"


def test_no_slot_crosses_midnight():
    there = with_type(40, hours("23:00", "24:00"), hours("0:00", "1:00"))
    assert starts(there) == ["0:00", "23:00"]


def test_a_whole_day_can_be_offered():
    assert len(starts(with_type(15, hours("0:00", "24:00")))) == 96


def test_an_appointment_that_came_over_midnight_takes_the_morning():
    there = with_type(20, hours("0:00", "1:00"))
    assert starts(there, booked(("0:00", "0:10", "anna"))) == ["0:10", "0:30"]


# The first ones


def test_the_next_slots_begin_at_the_moment_asked_for():
    there = with_type(20)
    after = day(there).slots[1].start
    found = next_slots(there, EMPTY, query(), after, 3, THE_DAY_BEFORE)
    assert [slot.start.strftime("%d %H:%M") for slot in found] == ["15 09:20", "15 09:40", "16 09:00"]


def test_the_next_slots_end_with_the_horizon():
    there = with_type(20, horizon_days=1)
    found = next_slots(there, EMPTY, query(), THE_DAY_BEFORE, 50, THE_DAY_BEFORE)
    assert [slot.start.strftime("%d %H:%M") for slot in found] == ["15 09:00", "15 09:20", "15 09:40"]


def test_no_next_slot_where_nothing_is_offered():
    assert next_slots(office(agents=[]), EMPTY, query(), THE_DAY_BEFORE, 3, THE_DAY_BEFORE) == []
