"""When something is offered: notice, horizon, weeks, validity, and to whom."""

from .asking import day
from .asking import days
from .asking import local
from .asking import starts
from .asking import why
from .build import agent
from .build import appointment_type
from .build import away
from .build import booked
from .build import counter
from .build import hours
from .build import MONDAY
from .build import office
from .build import TUESDAY
from datetime import date
from datetime import timedelta


def with_type(**options):
    return office(types=[appointment_type("passport", 30, **options)])


def with_hours(*availabilities):
    return office(types=[appointment_type("passport", 30)], agents=[agent("anna", *availabilities)])


# Notice


def test_what_has_begun_is_not_offered():
    assert starts(with_type(), now=local("2026-06-15 10:10")) == ["10:30", "11:00", "11:30"]


def test_a_start_at_this_very_moment_is_offered():
    assert starts(with_type(), now=local("2026-06-15 10:30")) == ["10:30", "11:00", "11:30"]


def test_the_grid_does_not_depend_on_now():
    assert starts(with_type(), now=local("2026-06-15 10:31")) == ["11:00", "11:30"]


def test_a_notice_is_counted_in_hours_from_now():
    there = with_type(min_notice_hours=2)
    assert starts(there, now=local("2026-06-15 09:00")) == ["11:00", "11:30"]
    assert starts(there, now=local("2026-06-15 09:01")) == ["11:30"]


def test_a_notice_may_reach_over_midnight():
    there = with_type(min_notice_hours=24)
    assert starts(there, now=local("2026-06-14 11:00")) == ["11:00", "11:30"]


def test_a_notice_is_elapsed_time_when_the_clocks_change():
    sunday = date(2026, 3, 29)
    there = with_type(min_notice_hours=24)
    assert starts(there, day=sunday, now=local("2026-03-28 09:00")) == ["10:00", "10:30", "11:00", "11:30"]


# Horizon


def test_the_last_day_of_the_horizon_is_offered_whole_and_the_next_not_at_all():
    there = with_type(horizon_days=1)
    told = days(there, now=local("2026-06-14 09:05"), last=TUESDAY)
    assert [len(each.slots) for each in told] == [6, 0]
    assert told[1].why == "none"


def test_the_horizon_is_counted_from_today_in_the_zone_of_the_section():
    there = with_type(horizon_days=1)
    assert starts(there, now=local("2026-06-13 23:59")) == []
    assert len(starts(there, now=local("2026-06-14 00:00"))) == 6


def test_the_viewers_zone_never_counts():
    there = with_type(horizon_days=1)
    late_in_new_york = local("2026-06-13 18:30", "America/New_York")  # 0:30 of the 14th in Paris
    assert len(starts(there, now=late_in_new_york)) == 6


# Days, weeks, validity


def test_hours_apply_on_their_days_of_the_week_only():
    there = with_hours(hours("9:00", "10:00", days=[1, 3]))
    told = days(there, last=MONDAY + timedelta(days=6))
    assert [each.day.weekday() for each in told if each.slots] == [1, 3]


def test_even_and_odd_weeks_take_turns():
    even = with_hours(hours("9:00", "10:00", days=[0], weeks="even"))
    odd = with_hours(hours("9:00", "10:00", days=[0], weeks="odd"))
    assert MONDAY.isocalendar().week == 25
    assert starts(even) == []
    assert starts(odd) == ["9:00", "9:30"]
    assert starts(even, day=MONDAY + timedelta(days=7)) == ["9:00", "9:30"]


def test_after_week_53_comes_another_odd_week():
    there = with_hours(hours("9:00", "10:00", days=[0], weeks="odd"))
    told = days(there, day=date(2026, 12, 21), last=date(2027, 1, 18), now=local("2026-12-01 09:00"))
    offered = [each.day.isoformat() for each in told if each.slots]
    assert offered == ["2026-12-28", "2027-01-04", "2027-01-18"]


def test_the_first_days_of_january_belong_to_their_iso_week():
    there = with_hours(hours("9:00", "10:00", weeks="odd"))
    friday_of_week_53 = date(2027, 1, 1)
    assert starts(there, day=friday_of_week_53, now=local("2026-12-01 09:00")) == ["9:00", "9:30"]


def test_the_last_days_of_december_may_belong_to_week_one():
    even = with_hours(hours("9:00", "10:00", weeks="even"))
    monday_of_week_1 = date(2029, 12, 31)
    assert starts(even, day=monday_of_week_1, now=local("2029-12-01 09:00")) == []


def test_hours_are_valid_on_their_first_and_last_day():
    there = with_hours(hours("9:00", "10:00", valid_from=MONDAY, valid_until=TUESDAY))
    first, last = MONDAY - timedelta(days=1), TUESDAY + timedelta(days=1)
    told = days(there, day=first, last=last, now=local("2026-06-01 09:00"))
    assert [len(each.slots) for each in told] == [0, 2, 2, 0]


def test_hours_may_be_valid_from_a_day_on_without_end():
    there = with_hours(hours("9:00", "10:00", valid_from=TUESDAY))
    assert starts(there) == []
    assert starts(there, day=TUESDAY + timedelta(days=60)) == ["9:00", "9:30"]


def test_hours_may_be_valid_until_a_day_only():
    there = with_hours(hours("9:00", "10:00", valid_until=MONDAY))
    assert starts(there) == ["9:00", "9:30"]
    assert starts(there, day=TUESDAY) == []


# To whom


def test_hours_for_staff_do_not_exist_for_the_public():
    there = with_hours(hours("9:00", "10:00", audience="staff"))
    assert starts(there) == []
    assert starts(there, staff=True) == ["9:00", "9:30"]


def test_hours_for_staff_give_the_public_no_minute_of_a_joined_stretch():
    there = with_hours(hours("9:00", "9:45"), hours("9:45", "10:30", audience="staff"))
    assert starts(there) == ["9:00"]
    assert starts(there, staff=True) == ["9:00", "9:30", "10:00"]


def test_staff_see_starts_without_notice_and_beyond_the_horizon():
    there = with_type(min_notice_hours=48, horizon_days=1)
    assert len(starts(there, staff=True)) == 6
    assert len(starts(there, staff=True, day=MONDAY + timedelta(days=60))) == 6


def test_staff_see_past_days_and_past_hours():
    assert len(starts(with_type(), staff=True, now=local("2026-06-20 09:00"))) == 6
    assert len(starts(with_type(), staff=True, now=local("2026-06-15 11:45"))) == 6


def test_an_inactive_type_is_not_offered():
    assert starts(with_type(active=False)) == []
    assert starts(with_type(active=False), staff=True) == []


def test_an_inactive_agent_receives_nobody():
    there = office(agents=[agent("anna", hours("9:00", "10:00"), active=False)])
    assert starts(there) == starts(there, staff=True) == []


def test_an_inactive_counter_receives_nobody():
    there = office(counters=[counter(active=False)])
    assert starts(there) == starts(there, staff=True) == []


def test_a_type_that_the_hours_do_not_name_is_not_offered():
    assert starts(with_hours(hours("9:00", "10:00", types=["wedding"]))) == []


def test_one_may_ask_for_one_agent():
    agents = [agent("anna", hours("9:00", "10:00")), agent("bert", hours("11:00", "12:00"))]
    there = office(types=[appointment_type("passport", 30)], agents=agents)
    assert starts(there, agents=["bert"], staff=True) == ["11:00", "11:30"]
    assert starts(there, agents=[], staff=True) == []


# Why a day is empty


def test_a_day_before_today_is_past():
    assert why(with_type(), now=local("2026-06-16 00:00")) == "past"


def test_a_past_day_without_hours_is_past_too():
    assert why(office(agents=[]), now=local("2026-06-16 09:00")) == "past"


def test_today_is_past_when_all_its_starts_are():
    assert why(with_type(), now=local("2026-06-15 11:31")) == "past"


def test_today_is_not_past_when_a_later_start_is_taken():
    taken = booked(("11:30", "12:00", "anna"))
    assert why(with_type(), taken, now=local("2026-06-15 11:10")) == "full"


def test_today_without_hours_is_none():
    assert why(office(agents=[]), now=local("2026-06-15 09:00")) == "none"


def test_today_within_the_notice_is_none():
    assert why(with_type(min_notice_hours=24), now=local("2026-06-15 09:00")) == "none"


def test_a_day_outside_the_window_is_none():
    assert why(with_type(horizon_days=1), now=local("2026-06-01 09:00")) == "none"
    assert why(with_type(min_notice_hours=48), now=local("2026-06-14 09:00")) == "none"


def test_a_day_on_which_all_is_taken_is_full():
    assert why(with_type(), booked(("9:00", "12:00", "anna"))) == "full"
    assert why(with_type(), booked(("9:00", "12:00", "desk"))) == "full"


def test_a_day_that_is_full_outside_the_window_is_none():
    taken = booked(("9:00", "12:00", "anna"))
    assert why(with_type(horizon_days=1), taken, now=local("2026-06-01 09:00")) == "none"


def test_a_day_on_which_nobody_works_is_none():
    assert why(with_hours(hours("9:00", "10:00", days=[1]))) == "none"


def test_a_day_on_which_everybody_is_away_is_none():
    all_day = away("2026-06-15 00:00", "2026-06-16 00:00")
    anna = agent("anna", hours("9:00", "10:00"), unavailabilities=(all_day,))
    assert why(office(agents=[anna])) == "none"


def test_a_day_with_slots_has_no_why():
    assert day(with_type()).why is None
    assert day(with_type()).reason == ""


def test_a_past_day_that_is_full_is_past_for_staff():
    taken = booked(("9:00", "12:00", "anna"))
    assert why(with_type(), taken, now=local("2026-06-16 09:00"), staff=True) == "past"
    assert why(with_type(), taken, staff=True) == "full"
