from collective.rendezvous.browser.public.week import monday
from collective.rendezvous.browser.public.week import week
from collective.rendezvous.scheduling.office import Agent
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.office import Availability
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.scheduling.slots import Day
from collective.rendezvous.scheduling.slots import Query
from collective.rendezvous.scheduling.slots import Slot
from datetime import date
from datetime import datetime
from datetime import timedelta


MONDAY = date(2026, 11, 9)
TUESDAY = date(2026, 11, 10)


def office(*availabilities: Availability, horizon_days: int = 90) -> Office:
    kind = AppointmentType("T", "t", "Type", 20, horizon_days=horizon_days)
    agent = Agent("A", "a", "Agent", availabilities=availabilities)
    return Office("s", "Europe/Paris", types={"T": kind}, agents={"A": agent})


def hours(*days: int, counters: str = "", audience: str = "public") -> Availability:
    return Availability("V", frozenset(days), 540, 720, frozenset("T"), frozenset(counters), audience)


def days(first: date = MONDAY, **slots: list[int]) -> list[Day]:
    """Seven days; `d0=[9, 14]` are the hours that are free on the first one."""
    made = []
    for number in range(7):
        day = first + timedelta(days=number)
        starts = [datetime(day.year, day.month, day.day, hour) for hour in slots.get(f"d{number}", [])]
        free = tuple(Slot(start, start + timedelta(minutes=20), 1) for start in starts)
        made.append(Day(day, free, None if free else "none"))
    return made


def query(counters: str | None = None) -> Query:
    return Query("T", MONDAY, MONDAY, counters=frozenset(counters) if counters else None)


def test_weekdays_on_which_nobody_ever_receives_are_left_out() -> None:
    made = week(office(hours(1, 3)), query(), days(), TUESDAY)
    assert [column.day.weekday() for column in made.columns] == [1, 3]


def test_hours_for_staff_or_at_another_place_are_nobodys() -> None:
    there = office(hours(0, audience="staff"), hours(1, counters="X"), hours(2, counters="Y"), hours(3))
    assert [column.day.weekday() for column in week(there, query("X"), days(), TUESDAY).columns] == [1, 3]


def test_a_day_with_times_is_always_there() -> None:
    made = week(office(), query(), days(d5=[9]), TUESDAY)
    assert [column.day.weekday() for column in made.columns] == [5]


def test_the_afternoon_begins_at_noon() -> None:
    (column,) = week(office(), query(), days(d0=[9, 11, 12, 14]), TUESDAY).columns
    assert [slot.start.hour for slot in column.morning] == [9, 11]
    assert [slot.start.hour for slot in column.afternoon] == [12, 14]


def test_nothing_leads_before_today_or_after_the_last_day() -> None:
    made = week(office(hours(0), horizon_days=13), query(), days(), TUESDAY)
    assert (made.previous, made.next) == (None, date(2026, 11, 16))
    made = week(office(hours(0), horizon_days=13), query(), days(date(2026, 11, 16)), TUESDAY)
    assert (made.previous, made.next) == (MONDAY, date(2026, 11, 23))
    made = week(office(hours(0), horizon_days=13), query(), days(date(2026, 11, 23)), TUESDAY)
    assert (made.previous, made.next) == (date(2026, 11, 16), None)


def test_a_day_after_the_last_one_is_not_open_yet() -> None:
    made = week(office(hours(0, 1), horizon_days=6), query(), days(date(2026, 11, 16)), TUESDAY)
    assert [column.why for column in made.columns] == ["none", "later"]


def test_a_week_begins_on_monday() -> None:
    assert monday(date(2026, 11, 15)) == MONDAY
    assert monday(MONDAY) == MONDAY
