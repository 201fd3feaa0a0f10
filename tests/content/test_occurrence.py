"""Other hours on one day, and on a weekday from now on."""

from collective.rendezvous.booking.office import office_of
from collective.rendezvous.content.availability import IAvailability
from collective.rendezvous.content.occurrence import NotPossible
from collective.rendezvous.content.occurrence import Occurrence
from collective.rendezvous.content.occurrence import Wish
from collective.rendezvous.content.place import children
from collective.rendezvous.content.unavailability import IUnavailability
from collective.rendezvous.scheduling.minutes import stretches
from collective.rendezvous.scheduling.presence import present
from datetime import date
from datetime import datetime
from tests.town import agent
from tests.town import change
from tests.town import create
from tests.town import hours
from tests.town import town
from typing import Any

import pytest


MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
NEXT = date(2026, 11, 23)


@pytest.fixture
def nadia(manager: Any) -> Any:
    """An agent who receives on workdays from 9 to 12."""
    return town(manager)["nadia"]


def only(nadia: Any) -> Any:
    return next(children(nadia, IAvailability))


def wished(start: str, end: str, day: date = MONDAY) -> Wish:
    return Wish(day, *(int(hour[:2]) * 60 + int(hour[3:]) for hour in (start, end)))


def ask(availability: Any, wish: Wish, day: date = MONDAY) -> list[str]:
    """Ask for it and write it; return the other hours that go along."""
    occurrence = Occurrence(availability, day)
    found = occurrence.change(wish)
    occurrence.carry_out(found)
    return [one.getId() for one in found.taken_along]


def there(nadia: Any, day: date = MONDAY) -> list[str]:
    """The hours in which the agent receives on a day."""
    office = office_of(nadia.aq_parent)
    found = stretches(present(office, office.agents[nadia.UID()], day))
    return [f"{start // 60}:{start % 60:02}-{end // 60}:{end % 60:02}" for start, end in found]


def test_a_day_is_shortened_by_an_absence_and_the_others_stay(nadia):
    ask(only(nadia), wished("10:00", "11:30"))
    assert there(nadia) == ["10:00-11:30"]
    assert there(nadia, NEXT) == ["9:00-12:00"]
    assert [(one.start, one.end) for one in children(nadia, IUnavailability)] == [
        (datetime(2026, 11, 16, 9), datetime(2026, 11, 16, 10)),
        (datetime(2026, 11, 16, 11, 30), datetime(2026, 11, 16, 12)),
    ]


def test_a_day_is_lengthened_by_hours_of_that_day(nadia):
    regular = only(nadia)
    change(regular, audience="staff", weeks="even")
    monday = date(2026, 11, 9)
    ask(regular, wished("08:00", "13:00", monday), monday)
    assert there(nadia, monday) == ["8:00-13:00"]
    assert there(nadia, MONDAY) == []
    extra = [one for one in children(nadia, IAvailability) if one.getId() != regular.getId()]
    assert [(one.start, one.end, one.valid_from, one.valid_until) for one in extra] == [
        ("08:00", "09:00", monday, monday),
        ("12:00", "13:00", monday, monday),
    ]
    assert {one.audience for one in extra} == {"staff"}
    assert all(one.types == regular.types and one.types is not regular.types for one in extra)


def test_hours_move_within_the_day_and_to_another(nadia):
    change(only(nadia), days=[0])
    ask(only(nadia), wished("14:00", "16:00"))
    assert there(nadia) == ["14:00-16:00"]
    ask(only(nadia), wished("14:00", "16:00", TUESDAY), NEXT)
    assert there(nadia, NEXT) == []
    assert there(nadia, TUESDAY) == ["14:00-16:00"]


def test_not_at_all_and_then_again(nadia):
    ask(only(nadia), Wish(MONDAY))
    assert there(nadia) == []
    ask(only(nadia), wished("09:00", "12:00"))
    assert there(nadia) == ["9:00-12:00"]
    assert list(children(nadia, IUnavailability)) == []


def test_a_day_that_was_shortened_is_changed_again_without_leaving_anything_behind(nadia):
    for start, end in (("10:00", "12:00"), ("09:30", "11:00"), ("09:30", "12:00")):
        ask(only(nadia), wished(start, end))
        assert there(nadia) == [f"{int(start[:2])}{start[2:]}-{end}"]
    assert len(list(children(nadia, IUnavailability))) == 1


def test_nothing_is_written_where_nothing_changes(nadia):
    ask(only(nadia), wished("10:00", "12:00"))
    before = nadia.objectIds()
    ask(only(nadia), wished("10:00", "12:00"))
    assert nadia.objectIds() == before


def test_a_leave_does_not_give_way(nadia):
    create(
        nadia,
        "Unavailability",
        start=datetime(2026, 11, 16, 9),
        end=datetime(2026, 11, 16, 10),
        reason="Formation",
    )
    ask(only(nadia), wished("08:00", "12:00"))
    assert there(nadia) == ["8:00-9:00", "10:00-12:00"]
    with pytest.raises(NotPossible, match="away"):
        ask(only(nadia), wished("09:00", "10:00"))
    with pytest.raises(NotPossible, match="away"):
        ask(only(nadia), wished("09:00", "10:30", TUESDAY.replace(day=16)), TUESDAY)
    ask(only(nadia), wished("10:00", "11:00"))
    assert there(nadia) == ["8:00-9:00", "10:00-11:00"]


def test_an_absence_of_several_days_does_not_give_way(nadia):
    create(nadia, "Unavailability", start=datetime(2026, 11, 15), end=datetime(2026, 11, 18))
    with pytest.raises(NotPossible):
        ask(only(nadia), wished("09:00", "12:00"))


def test_hours_at_another_counter_refuse_by_name(nadia):
    section = nadia.aq_parent
    other = create(section, "Counter", "annexe", title="Annexe", capacity=1, types=[section["cni"].UID()])
    hours(nadia, section["cni"], start="14:00", end="16:00", counters=[other.UID()])
    with pytest.raises(NotPossible) as refused:
        ask(only(nadia), wished("09:00", "15:00"))
    assert "14:00" in refused.value.message.mapping["hours"]
    assert there(nadia) == ["9:00-12:00", "14:00-16:00"]


def test_other_hours_that_the_absence_takes_along_are_named(nadia):
    other = hours(nadia, nadia.aq_parent["logement"], start="11:00", end="12:30")
    assert ask(only(nadia), wished("09:00", "11:30")) == [other.getId()]
    assert ask(only(nadia), wished("09:00", "11:00")) == [other.getId()]
    assert there(nadia) == ["9:00-11:00", "12:00-12:30"]


def test_hours_of_one_day_are_changed_themselves(nadia):
    ask(only(nadia), wished("09:00", "13:00"))
    extra = next(one for one in children(nadia, IAvailability) if one.valid_from)
    ask(extra, wished("14:00", "15:00", TUESDAY))
    assert there(nadia) == ["9:00-12:00"]
    assert there(nadia, TUESDAY) == ["9:00-12:00", "14:00-15:00"]
    ask(extra, Wish(TUESDAY), TUESDAY)
    assert there(nadia, TUESDAY) == ["9:00-12:00"]
    assert len(list(children(nadia, IAvailability))) == 1


def test_a_day_without_these_hours_has_no_occurrence(nadia):
    with pytest.raises(LookupError):
        Occurrence(only(nadia), date(2026, 11, 15))


def test_every_week_changes_the_hours_of_all_its_days(nadia):
    Occurrence(only(nadia), MONDAY).every_week(wished("08:00", "11:00"))
    assert there(nadia) == there(nadia, TUESDAY) == there(nadia, NEXT) == ["8:00-11:00"]


def test_every_week_moves_one_weekday(nadia):
    change(only(nadia), days=[0, 3])
    Occurrence(only(nadia), MONDAY).every_week(wished("09:00", "12:00", TUESDAY))
    assert only(nadia).days == [1, 3]
    with pytest.raises(NotPossible, match="already"):
        Occurrence(only(nadia), TUESDAY).every_week(wished("09:00", "12:00", date(2026, 11, 19)))


def test_every_week_is_checked_as_in_the_form(nadia):
    section = nadia.aq_parent
    other = create(section, "Counter", "annexe", title="Annexe", capacity=1, types=[section["cni"].UID()])
    hours(nadia, section["cni"], start="14:00", end="16:00", counters=[other.UID()])
    with pytest.raises(NotPossible):
        Occurrence(only(nadia), MONDAY).every_week(wished("09:00", "14:01"))
    assert only(nadia).end == "12:00"


def test_what_is_left_of_a_day(nadia):
    ask(only(nadia), wished("10:00", "12:00"))
    assert Occurrence(only(nadia), MONDAY).left == [(600, 720)]
    assert not Occurrence(only(nadia), MONDAY).alone


def test_another_agent_is_not_touched(nadia):
    other = agent(nadia.aq_parent, "rita", nadia.aq_parent["cni"])
    ask(only(nadia), Wish(MONDAY))
    assert there(other) == ["9:00-12:00"]
