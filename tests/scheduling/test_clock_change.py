"""The days on which clocks change: Europe/Paris, and two zones of the southern hemisphere.

2026: Paris skips 2:00-3:00 on 29 March and has 2:00-3:00 twice on 25 October. Santiago skips
0:00-1:00 on 6 September and has 23:00-24:00 twice on 4 April. Lord Howe skips only 2:00-2:30 on
4 October and has 1:30-2:00 twice on 5 April.
"""

from .asking import day
from .asking import local
from .asking import starts
from .asking import stretches
from .asking import why
from .build import agent
from .build import appointment_type
from .build import booked
from .build import hours
from .build import office
from datetime import date
from datetime import UTC


PARIS_SPRING, PARIS_AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
SANTIAGO_SPRING, SANTIAGO_AUTUMN = date(2026, 9, 6), date(2026, 4, 4)
LORD_HOWE_SPRING, LORD_HOWE_AUTUMN = date(2026, 10, 4), date(2026, 4, 5)

BEFORE = local("2026-03-01 09:00")


def there(timezone, *availabilities, duration=30, **options):
    return office(
        types=[appointment_type("passport", duration, horizon_days=1095, **options)],
        agents=[agent("anna", *availabilities)],
        timezone=timezone,
    )


# Spring


def test_in_paris_the_missing_hour_is_not_offered():
    night = there("Europe/Paris", hours("1:00", "4:00"))
    assert stretches(night, day=PARIS_SPRING, now=BEFORE) == [
        "01:00+01:00/01:30+01:00",
        "01:30+01:00/03:00+02:00",
        "03:00+02:00/03:30+02:00",
        "03:30+02:00/04:00+02:00",
    ]


def test_no_appointment_runs_across_the_missing_hour():
    night = there("Europe/Paris", hours("1:00", "4:00"), duration=40)
    assert starts(night, day=PARIS_SPRING, now=BEFORE) == ["1:00", "3:00"]


def test_a_chained_series_begins_again_after_the_missing_hour():
    night = there("Europe/Paris", hours("1:00", "5:00"), duration=50)
    assert starts(night, day=PARIS_SPRING, now=BEFORE) == ["1:00", "3:00", "3:50"]


def test_with_a_step_the_missing_hour_does_not_shift_the_grid():
    night = there("Europe/Paris", hours("1:10", "5:00"), step=50)
    assert starts(night, day=PARIS_SPRING, now=BEFORE) == ["1:10", "3:40", "4:30"]


def test_hours_that_begin_in_the_missing_hour_begin_after_it():
    night = there("Europe/Paris", hours("2:30", "4:00"))
    assert starts(night, day=PARIS_SPRING, now=BEFORE) == ["3:00", "3:30"]


def test_hours_that_lie_in_the_missing_hour_offer_nothing():
    night = there("Europe/Paris", hours("2:00", "3:00"))
    assert starts(night, day=PARIS_SPRING, now=BEFORE) == []
    assert why(night, day=PARIS_SPRING, now=BEFORE) == "none"


def test_the_buffer_must_not_lie_in_the_missing_hour():
    assert starts(there("Europe/Paris", hours("1:00", "4:00"), buffer=10), day=PARIS_SPRING, now=BEFORE) == [
        "1:00",
        "3:00",
    ]


def test_the_day_of_the_spring_change_is_as_always_by_day():
    morning = there("Europe/Paris", hours("9:00", "10:00"))
    assert stretches(morning, day=PARIS_SPRING, now=BEFORE) == [
        "09:00+02:00/09:30+02:00",
        "09:30+02:00/10:00+02:00",
    ]


def test_in_santiago_the_spring_day_begins_at_one():
    night = there("America/Santiago", hours("0:00", "2:00"))
    assert stretches(night, day=SANTIAGO_SPRING, now=BEFORE) == [
        "01:00-03:00/01:30-03:00",
        "01:30-03:00/02:00-03:00",
    ]


def test_in_santiago_the_evening_before_ends_at_one():
    evening = there("America/Santiago", hours("23:00", "24:00"))
    assert stretches(evening, day=date(2026, 9, 5), now=BEFORE) == [
        "23:00-04:00/23:30-04:00",
        "23:30-04:00/01:00-03:00",
    ]


def test_on_lord_howe_only_half_an_hour_is_missing():
    night = there("Australia/Lord_Howe", hours("1:30", "3:30"))
    assert stretches(night, day=LORD_HOWE_SPRING, now=BEFORE) == [
        "01:30+10:30/02:30+11:00",
        "02:30+11:00/03:00+11:00",
        "03:00+11:00/03:30+11:00",
    ]


def test_on_lord_howe_hours_may_begin_within_the_missing_half_hour():
    night = there("Australia/Lord_Howe", hours("2:07", "3:30"), duration=20)
    assert starts(night, day=LORD_HOWE_SPRING, now=BEFORE) == ["2:30", "2:50", "3:10"]


# Autumn


def test_in_paris_the_hour_that_comes_twice_is_offered_once_with_its_first_offset():
    night = there("Europe/Paris", hours("1:30", "3:30"))
    assert stretches(night, day=PARIS_AUTUMN, now=BEFORE) == [
        "01:30+02:00/02:00+02:00",
        "02:00+02:00/02:30+02:00",
        "02:30+02:00/03:00+01:00",
        "03:00+01:00/03:30+01:00",
    ]


def test_an_appointment_across_the_hour_that_comes_twice_lasts_as_long_by_the_wall():
    night = there("Europe/Paris", hours("1:30", "4:00"), duration=120)
    (slot,) = day(night, day=PARIS_AUTUMN, now=BEFORE).slots
    assert slot.start.isoformat() == "2026-10-25T01:30:00+02:00"
    assert slot.end.isoformat() == "2026-10-25T03:30:00+01:00"
    assert (slot.end.astimezone(UTC) - slot.start.astimezone(UTC)).seconds == 3 * 3600


def test_what_is_taken_in_the_hour_that_comes_twice_is_taken_both_times():
    night = there("Europe/Paris", hours("2:00", "3:00"))
    taken = booked(("2:00", "2:30", "anna"), day=PARIS_AUTUMN)
    assert stretches(night, taken, day=PARIS_AUTUMN, now=BEFORE) == ["02:30+02:00/03:00+01:00"]


def test_after_the_first_of_two_hours_its_starts_are_past():
    night = there("Europe/Paris", hours("2:00", "4:00"))
    second_time = local("2026-10-25 02:10").replace(fold=1)
    assert starts(night, day=PARIS_AUTUMN, now=second_time) == ["3:00", "3:30"]
    assert starts(night, day=PARIS_AUTUMN, now=local("2026-10-25 02:10")) == ["2:30", "3:00", "3:30"]


def test_a_notice_of_an_hour_reaches_into_the_second_of_two_hours():
    night = there("Europe/Paris", hours("2:00", "4:00"), min_notice_hours=1)
    assert starts(night, day=PARIS_AUTUMN, now=local("2026-10-25 02:10")) == ["3:00", "3:30"]


def test_in_santiago_the_last_hour_of_the_autumn_day_comes_twice():
    evening = there("America/Santiago", hours("22:30", "24:00"))
    assert stretches(evening, day=SANTIAGO_AUTUMN, now=BEFORE) == [
        "22:30-03:00/23:00-03:00",
        "23:00-03:00/23:30-03:00",
        "23:30-03:00/00:00-04:00",
    ]


def test_in_santiago_today_lasts_until_its_second_midnight():
    evening = there("America/Santiago", hours("9:00", "10:00"), duration=30)
    second_time = local("2026-04-04 23:30", "America/Santiago").replace(fold=1)
    assert why(evening, day=SANTIAGO_AUTUMN, now=second_time) == "past"
    assert starts(evening, day=date(2026, 4, 5), now=second_time) == ["9:00", "9:30"]


def test_on_lord_howe_half_an_hour_comes_twice():
    night = there("Australia/Lord_Howe", hours("1:00", "2:30"))
    assert stretches(night, day=LORD_HOWE_AUTUMN, now=BEFORE) == [
        "01:00+11:00/01:30+11:00",
        "01:30+11:00/02:00+10:30",
        "02:00+10:30/02:30+10:30",
    ]
