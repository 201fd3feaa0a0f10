"""Closed days and hours, public holidays."""

from .asking import day
from .asking import days
from .asking import local
from .asking import query
from .asking import starts
from .asking import why
from .build import appointment_type
from .build import booked
from .build import closure
from .build import minute
from .build import MONDAY
from .build import office
from .build import TUESDAY
from collective.rendezvous.scheduling.holidays import closures_on
from collective.rendezvous.scheduling.holidays import public_holidays
from collective.rendezvous.scheduling.slots import slots
from datetime import date
from datetime import timedelta


BEFORE = local("2026-01-02 09:00")


def with_closures(*closures, **options):
    return office(types=[appointment_type("passport", 30, horizon_days=1095)], closures=closures, **options)


def french(subdivision="", worked=()):
    return with_closures(
        holidays_country="FR", holidays_subdivision=subdivision, holidays_worked=frozenset(worked)
    )


# Closures


def test_a_closed_day_has_no_slot_and_says_why():
    there = with_closures(closure(MONDAY, reason="Move"))
    told = day(there)
    assert (told.slots, told.why, told.reason) == ((), "closed", "Move")


def test_a_closure_holds_on_its_first_and_its_last_day():
    there = with_closures(closure(MONDAY, TUESDAY))
    told = days(there, day=MONDAY - timedelta(days=1), last=TUESDAY + timedelta(days=1), now=BEFORE)
    assert [each.why for each in told] == [None, "closed", "closed", None]


def test_a_closed_day_is_closed_even_when_nobody_works_on_it():
    assert why(with_closures(closure(MONDAY), agents=[])) == "closed"


def test_a_closed_day_that_is_past_is_closed():
    assert why(with_closures(closure(MONDAY)), now=local("2026-06-20 09:00")) == "closed"


def test_a_closed_day_on_which_all_is_taken_is_closed():
    assert why(with_closures(closure(MONDAY)), booked(("9:00", "12:00", "anna"))) == "closed"


def test_staff_are_not_offered_a_closed_day_either():
    assert why(with_closures(closure(MONDAY)), staff=True) == "closed"


def test_a_closure_by_hours_takes_these_hours_only():
    there = with_closures(closure(MONDAY, start="10:00", end="24:00"))
    assert starts(there) == ["9:00", "9:30"]


def test_a_closure_by_hours_holds_on_each_of_its_days():
    there = with_closures(closure(MONDAY, TUESDAY, start="10:00", end="24:00"))
    assert starts(there, day=TUESDAY) == ["9:00", "9:30"]


def test_no_appointment_reaches_into_a_closure():
    assert starts(with_closures(closure(MONDAY, start="10:20", end="24:00"))) == ["9:00", "9:30"]


def test_closed_hours_that_take_every_start_close_the_day():
    told = day(with_closures(closure(MONDAY, start="9:00", end="12:00", reason="Training")))
    assert (told.why, told.reason) == ("closed", "Training")


def test_closed_hours_that_leave_too_little_close_the_day():
    assert why(with_closures(closure(MONDAY, start="9:20", end="12:00"))) == "closed"


def test_closed_hours_on_a_day_without_hours_are_none():
    assert why(with_closures(closure(MONDAY, start="9:00", end="12:00"), agents=[])) == "none"


def test_closed_hours_beside_what_is_taken_are_full():
    there = with_closures(closure(MONDAY, start="9:30", end="12:00"))
    assert why(there, booked(("9:00", "9:30", "anna"))) == "full"


def test_two_closures_may_close_a_whole_day():
    there = with_closures(
        closure(MONDAY, end="11:00", reason="Morning"), closure(MONDAY, start="11:00", reason="Afternoon")
    )
    told = day(there)
    assert told.why == "closed"
    assert told.reason in ("Morning", "Afternoon")


def test_overlapping_closures_close_once():
    there = with_closures(
        closure(MONDAY, start="9:00", end="10:30"), closure(MONDAY, start="10:00", end="11:00")
    )
    assert starts(there) == ["11:00", "11:30"]


def test_closed_hours_are_told_as_minutes():
    closed = closures_on(with_closures(closure(MONDAY, start="14:00", reason="Eve")), MONDAY, "fr")
    assert closed.mask == sum(1 << each for each in range(minute("14:00"), 1440))
    assert not closed.whole
    assert closed.reason == "Eve"


def test_a_day_without_closure_is_open():
    closed = closures_on(with_closures(closure(TUESDAY)), MONDAY, "fr")
    assert (closed.mask, closed.whole, closed.reason) == (0, False, "")


# Public holidays


def test_a_public_holiday_is_closed_under_its_name():
    told = day(french(), day=date(2026, 7, 14), now=BEFORE)
    assert (told.slots, told.why, told.reason) == ((), "closed", "Fête nationale")


def test_the_name_of_a_holiday_is_in_the_language_of_the_visitor():
    there = french()
    ask = {"office": there, "day": date(2026, 12, 25)}
    assert closures_on(**ask, language="fr").reason == "Noël"
    assert closures_on(**ask, language="en").reason == "Christmas Day"
    assert closures_on(**ask, language="en-gb").reason == "Christmas Day"


def test_a_language_that_the_library_does_not_know_still_gives_a_name():
    assert closures_on(french(), date(2026, 12, 25), language="xx").reason


def test_slots_tell_holidays_in_the_language_asked_for():
    (told,) = slots(french(), booked(), query(day=date(2026, 12, 25)), BEFORE, language="en")
    assert told.reason == "Christmas Day"


def test_holidays_that_move_are_known():
    there = french()
    whit_monday, ascension = date(2027, 5, 17), date(2027, 5, 6)
    assert why(there, day=whit_monday, now=BEFORE) == "closed"
    assert why(there, day=ascension, now=BEFORE) == "closed"
    assert starts(there, day=date(2027, 5, 18), now=BEFORE)


def test_holidays_of_the_next_years_are_known():
    assert why(french(), day=date(2027, 1, 1), now=BEFORE) == "closed"
    assert why(french(), day=date(2028, 11, 11), now=BEFORE) == "closed"


def test_alsace_keeps_good_friday_and_saint_stephen():
    good_friday, saint_stephen = date(2026, 4, 3), date(2026, 12, 26)
    for there in (french("6AE"), french("57")):
        assert why(there, day=good_friday, now=BEFORE) == "closed"
        assert why(there, day=saint_stephen, now=BEFORE) == "closed"
    assert starts(french(), day=good_friday, now=BEFORE)
    assert starts(french(), day=saint_stephen, now=BEFORE)


def test_a_holiday_may_be_worked():
    whit_monday = date(2026, 5, 25)
    assert why(french(), day=whit_monday, now=BEFORE) == "closed"
    assert starts(french(worked=[whit_monday]), day=whit_monday, now=BEFORE)


def test_a_closure_on_a_holiday_that_is_worked_holds():
    whit_monday = date(2026, 5, 25)
    there = with_closures(
        closure(whit_monday, reason="Move"), holidays_country="FR", holidays_worked=frozenset([whit_monday])
    )
    told = day(there, day=whit_monday, now=BEFORE)
    assert (told.why, told.reason) == ("closed", "Move")


def test_a_holiday_goes_before_a_closure():
    christmas = date(2026, 12, 25)
    there = with_closures(closure(christmas, reason="Move"), holidays_country="FR")
    assert day(there, day=christmas, now=BEFORE).reason == "Noël"


def test_without_a_country_no_day_is_a_holiday():
    assert starts(with_closures(), day=date(2026, 12, 25), now=BEFORE)
    assert not public_holidays("", "", 2026, "fr")


def test_other_countries_have_other_holidays():
    there = with_closures(holidays_country="DE", holidays_subdivision="BY")
    assert why(there, day=date(2026, 1, 6), now=BEFORE) == "closed"
    assert starts(there, day=date(2026, 7, 14), now=BEFORE)


def test_the_departments_of_alsace_have_its_holidays():
    for department in ("67", "68"):
        assert why(french(department), day=date(2026, 12, 26), now=BEFORE) == "closed"


def test_an_unknown_country_or_subdivision_closes_no_day_and_breaks_nothing():
    assert starts(with_closures(holidays_country="XX"), day=date(2026, 12, 25), now=BEFORE)
    assert why(french("99"), day=date(2026, 12, 25), now=BEFORE) in (None, "closed")


def test_the_holidays_of_a_year_are_all_in_that_year():
    found = public_holidays("FR", "", 2026, "fr")
    assert len(found) == 11
    assert {each.year for each in found} == {2026}
    assert found[date(2026, 5, 8)]


def test_the_days_around_a_holiday_are_not_touched():
    told = days(french(), day=date(2026, 7, 13), last=date(2026, 7, 15), now=BEFORE)
    assert [len(each.slots) for each in told] == [6, 0, 6]
