"""Slots that are kept while somebody fills in the form."""

from .conftest import NOW
from .test_book import NINE
from .test_book import starts
from .test_book import TWENTY_PAST
from collective.rendezvous.booking.errors import Invalid
from collective.rendezvous.booking.errors import NoHolds
from collective.rendezvous.booking.errors import Refused
from collective.rendezvous.booking.errors import SectionClosed
from collective.rendezvous.booking.errors import TooManyHolds
from collective.rendezvous.booking.hold import EXTENSIONS
from datetime import date
from datetime import datetime
from datetime import timedelta
from plone import api
from tests.town import agent
from tests.town import change
from tests.town import create
from tests.town import hours
from tests.town import wish

import pytest


DAY = date(2026, 11, 25)
CLIENT = "203.0.113.9"
FORTY = "2026-11-25T09:40:00+01:00"


def wanted(start=NINE, **fields):
    return {"type": "cni", "start": start, **fields}


def minutes(number):
    return NOW + timedelta(minutes=number)


@pytest.fixture
def held(citizen):
    return citizen.hold(wanted(), CLIENT)


def refused(act, code="slot_taken"):
    with pytest.raises(Refused) as refusal:
        act()
    assert refusal.value.code == code
    return [slot.start.strftime("%H:%M") for slot in refusal.value.alternatives]


def test_a_hold_tells_the_slot_and_until_when(held):
    assert (held.start.isoformat(), held.end.isoformat()) == (NINE, TWENTY_PAST)
    assert held.expires == minutes(10)


def test_a_slot_that_is_kept_is_taken_for_everybody_else(office, citizen, administrator, held):
    assert "09:00" not in starts(citizen, office["cni"], DAY)
    assert refused(lambda: citizen.book(wish(NINE))) == ["09:20", "09:40", "10:00"]
    refused(lambda: citizen.hold(wanted(), "203.0.113.10"))
    refused(lambda: administrator.book(wish(NINE)))
    refused(lambda: administrator.book(wish(NINE, agent="nadia")), "agent_busy")


def test_whoever_keeps_it_books_just_that(office, citizen, held):
    made = citizen.book(wish(NINE, hold=held.id)).appointment
    assert (made.agent_uid, made.counter_uid) == (held.hold.agent, held.hold.counter)
    assert citizen.held(held.id) is None
    refused(lambda: citizen.book(wish(NINE)))


def test_a_hold_lapses_by_itself(office, citizen, at, held):
    later = at(minutes(10))
    assert later.held(held.id) is None
    assert "09:00" in starts(later, office["cni"], DAY)
    later.book(wish(NINE))


def test_one_that_has_lapsed_or_never_was_is_no_hindrance(at, held):
    at(minutes(10)).book(wish(NINE, hold=held.id))
    at(minutes(10)).book(wish(TWENTY_PAST, hold="never"))


def test_one_that_has_lapsed_does_not_help_either(citizen, at, held):
    at(minutes(10)).book(wish(NINE))
    refused(lambda: at(minutes(10)).book(wish(NINE, hold=held.id)))


@pytest.mark.parametrize("asked", [wish(TWENTY_PAST), wish(NINE, "logement")])
def test_a_hold_for_something_else_is_wrong(citizen, held, asked):
    with pytest.raises(Invalid) as wrong:
        citizen.book({**asked, "hold": held.id})
    assert [(one.field, one.code) for one in wrong.value.errors] == [("hold", "another_hold")]


def test_a_hold_is_a_text(citizen):
    with pytest.raises(Invalid) as wrong:
        citizen.book(wish(NINE, hold=7))
    assert [(one.field, one.code) for one in wrong.value.errors] == [("hold", "wrong_type")]


def test_the_same_slot_at_another_counter_is_judged_with_the_hold_left_out(office, citizen, held):
    annexe = create(
        office, "Counter", "annexe", title="Annexe", capacity=1, types=[office["cni"].UID()], address="2 rue"
    )
    made = citizen.book(wish(NINE, counter="annexe", hold=held.id)).appointment
    assert made.counter_uid == annexe.UID()
    assert citizen.held(held.id) is None


def test_more_people_are_judged_with_the_hold_left_out(office, citizen):
    change(office["cni"], max_people=3, extra_minutes_per_person=20)
    held = citizen.hold(wanted(), CLIENT)
    made = citizen.book(wish(NINE, people=2, hold=held.id)).appointment
    assert (made.people, made.length) == (2, 40)


def test_more_people_who_do_not_fit_are_refused_and_the_slot_stays_kept(office, citizen):
    change(office["cni"], max_people=3, extra_minutes_per_person=20)
    citizen.book(wish(TWENTY_PAST))
    held = citizen.hold(wanted(), CLIENT)
    refused(lambda: citizen.book(wish(NINE, people=2, hold=held.id)))
    assert citizen.held(held.id) is not None


def test_a_client_keeps_three_at_most_and_books_without(citizen, at, held):
    for start in (TWENTY_PAST, FORTY):
        citizen.hold(wanted(start), CLIENT)
    ten = "2026-11-25T10:00:00+01:00"
    with pytest.raises(TooManyHolds) as refusal:
        citizen.hold(wanted(ten), CLIENT)
    assert refusal.value.retry_after == 600
    citizen.hold(wanted(ten), "203.0.113.10")
    citizen.book(wish("2026-11-25T10:20:00+01:00"), client=CLIENT)
    at(minutes(10)).hold(wanted(ten), CLIENT)


def test_what_is_wrong_is_told_before_how_many_one_keeps(citizen, held):
    for start in (TWENTY_PAST, FORTY):
        citizen.hold(wanted(start), CLIENT)
    with pytest.raises(Invalid):
        citizen.hold(wanted("soon"), CLIENT)


def test_one_that_is_given_back_is_free_again(office, citizen, held):
    citizen.release(held.id)
    citizen.release(held.id)
    citizen.release("never")
    assert citizen.held(held.id) is None
    assert "09:00" in starts(citizen, office["cni"], DAY)


def test_the_same_person_who_chooses_again_gives_the_other_one_back(office, citizen, held):
    other = citizen.hold(wanted(FORTY), CLIENT, held.id)
    assert citizen.held(held.id) is None
    assert starts(citizen, office["cni"], DAY)[:3] == ["09:00", "09:20", "10:00"]
    again = citizen.hold(wanted(FORTY), CLIENT, other.id)
    assert again == other


def test_a_choice_that_cannot_be_kept_leaves_the_other_one(citizen, held):
    citizen.book(wish(FORTY))
    refused(lambda: citizen.hold(wanted(FORTY), CLIENT, held.id))
    assert citizen.held(held.id) is not None


def test_choosing_again_does_not_count_twice(citizen, held):
    for start in (TWENTY_PAST, FORTY):
        citizen.hold(wanted(start), CLIENT)
    citizen.hold(wanted("2026-11-25T10:00:00+01:00"), CLIENT, held.id)


def test_own_slot_is_offered_to_whoever_keeps_it(office, citizen, held):
    from collective.rendezvous.scheduling.slots import Query

    query = Query(office["cni"].UID(), DAY, DAY)
    assert citizen.slots(query)[0].slots[0].start.isoformat() == TWENTY_PAST
    assert citizen.slots(query, hold=held.id)[0].slots[0].start.isoformat() == NINE
    assert citizen.next_slots(query, hold=held.id, after=held.start)[0].start.isoformat() == NINE


def test_a_hold_can_be_extended_ten_times_and_then_lapses(at, held):
    for number in range(1, EXTENSIONS + 1):
        again = at(minutes(9 * number)).hold(wanted(), CLIENT, held.id)
        assert (again.id, again.expires) == (held.id, minutes(9 * number + 10))
    last = minutes(10 * (EXTENSIONS + 1))
    for number in (99, 108, 109):
        again = at(minutes(number)).hold(wanted(), CLIENT, held.id)
        assert again.expires == min(minutes(number + 10), last)


def test_an_extension_after_the_end_is_a_new_hold(at, held):
    again = at(minutes(10)).hold(wanted(), CLIENT, held.id)
    assert again.id != held.id


def test_notice_that_ends_meanwhile_takes_nobodys_slot(office, at):
    change(office["cni"], min_notice_hours=2)
    held = at(minutes(0)).hold(wanted("2026-11-24T09:00:00+01:00"), CLIENT)
    made = at(minutes(5)).book(wish("2026-11-24T09:00:00+01:00", hold=held.id))
    assert made.start
    refused(lambda: at(minutes(5)).book(wish("2026-11-24T09:00:00+01:00")), "too_soon")


def test_a_grid_that_shifts_meanwhile_takes_nobodys_slot(citizen, administrator):
    held = citizen.hold(wanted(FORTY), CLIENT)
    administrator.book(wish("2026-11-25T09:05:00+01:00", agent="nadia", confirm=["off_grid"]))
    made = citizen.book(wish(FORTY, hold=held.id)).appointment
    assert made.agent_uid == held.hold.agent


def test_an_agent_who_is_away_now_is_replaced_where_that_is_possible(office, citizen, held):
    luc = agent(office, "luc", office["cni"])
    create(office["nadia"], "Unavailability", start=datetime(2026, 11, 25), end=datetime(2026, 11, 26))
    made = citizen.book(wish(NINE, hold=held.id)).appointment
    assert made.agent_uid == luc.UID()


def test_a_closure_meanwhile_refuses_what_is_kept_as_well(office, citizen, held):
    row = {"first_day": DAY, "last_day": DAY, "start": None, "end": None, "reason": "Travaux"}
    change(office, closures=[row])
    refused(lambda: citizen.book(wish(NINE, hold=held.id)), "day_closed")


def test_the_pair_that_is_kept_is_taken_where_another_would_be_chosen(office, citizen, held):
    luc = agent(office, "luc")
    hours(luc, office["cni"])
    citizen.book(wish(FORTY))
    made = citizen.book(wish(NINE, hold=held.id)).appointment
    assert made.agent_uid == held.hold.agent == office["nadia"].UID()


def test_no_holds_where_the_section_keeps_none(office, citizen):
    change(office, hold_minutes=0)
    with pytest.raises(NoHolds):
        citizen.hold(wanted(), CLIENT)


def test_no_holds_while_suspended_but_giving_back(office, citizen, held):
    api.content.transition(office, "suspend")
    with pytest.raises(SectionClosed):
        citizen.hold(wanted(FORTY), CLIENT)
    citizen.release(held.id)
    assert citizen.held(held.id) is None


def test_holds_do_not_count_as_bookings(office, citizen):
    change(office, bookings_per_minute=1)
    for start in (NINE, TWENTY_PAST):
        citizen.hold(wanted(start), CLIENT)
    citizen.book(wish(FORTY), client=CLIENT)


def test_whoever_asks_a_hold_is_judged_as_the_public(office, at, administrator):
    change(office["cni"], audience="staff")
    with pytest.raises(Refused):
        at(NOW).hold(wanted(), CLIENT)
