from collective.rendezvous.scheduling.presence import away as away_of
from collective.rendezvous.scheduling.presence import hours_on
from collective.rendezvous.scheduling.presence import minutes_in_week
from collective.rendezvous.scheduling.presence import present
from datetime import date
from datetime import timedelta
from tests.scheduling.build import agent
from tests.scheduling.build import away
from tests.scheduling.build import closure
from tests.scheduling.build import counter
from tests.scheduling.build import hours
from tests.scheduling.build import MONDAY
from tests.scheduling.build import office
from tests.scheduling.build import TUESDAY


def test_hours_that_overlap_count_once():
    anna = agent("anna", hours("9:00", "12:00"), hours("11:00", "13:00", days=[0]))
    assert hours_on(anna, MONDAY).bit_count() == 240
    assert hours_on(anna, TUESDAY).bit_count() == 180


def test_a_week_runs_from_monday_to_sunday_whichever_day_is_asked():
    anna = agent("anna", hours("9:00", "12:00", days=[0, 6]), hours("14:00", "15:00", days=[2], weeks="odd"))
    even = [MONDAY + timedelta(days=number) for number in range(7, 14)]
    odd = [MONDAY + timedelta(days=number) for number in range(7)]
    assert MONDAY.isocalendar().week % 2
    assert {minutes_in_week(anna, day) for day in odd} == {420}
    assert {minutes_in_week(anna, day) for day in even} == {360}


def test_somebody_away_for_all_the_hours_is_not_there():
    gone = agent("anna", hours("9:00", "12:00"), unavailabilities=(away("2026-06-15", "2026-06-16"),))
    town = office(agents=[gone])
    assert not present(town, gone, MONDAY)
    assert present(town, gone, TUESDAY)


def test_somebody_away_for_some_of_the_hours_is_there_for_the_others():
    late = agent(
        "anna",
        hours("9:00", "12:00"),
        unavailabilities=(away("2026-06-15 08:00", "2026-06-15 11:00"),),
    )
    assert present(office(agents=[late]), late, MONDAY).bit_count() == 60


def test_nobody_is_there_while_the_section_is_closed_or_when_inactive():
    anna = agent("anna", hours("9:00", "12:00"))
    shut = office(agents=[anna], closures=(closure(MONDAY, start="9:00", end="12:00"),))
    assert not present(shut, anna, MONDAY)
    past = agent("anna", hours("9:00", "12:00"), active=False)
    assert not present(office(agents=[past]), past, MONDAY)
    holiday = office(agents=[anna], holidays_country="FR")
    assert not present(holiday, anna, date(2026, 7, 14))


def test_a_counter_is_away_for_the_minutes_of_its_unavailabilities():
    desk = counter("desk", unavailabilities=(away("2026-06-15 10:00", "2026-06-15 11:30"),))
    town = office(counters=[desk])
    assert away_of(town, "uid-desk", MONDAY).bit_count() == 90
    assert not away_of(town, "uid-desk", TUESDAY)
