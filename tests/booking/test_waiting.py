"""The waiting list: who is told of what comes free, and who holds it for how long."""

from ..town import agent
from ..town import change
from ..town import create
from ..town import hours
from ..town import visitor
from ..town import wish
from .conftest import NOW
from collections.abc import Callable
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.errors import AskedTooOften
from collective.rendezvous.booking.errors import Invalid
from collective.rendezvous.booking.errors import Refused
from collective.rendezvous.booking.errors import SectionClosed
from collective.rendezvous.booking.errors import Unknown
from collective.rendezvous.booking.waiting.events import IPlaceOffered
from collective.rendezvous.booking.waiting.events import IWaitingJoined
from collective.rendezvous.ledger.waiting import Waiter
from collective.rendezvous.scheduling.slots import Query
from datetime import date
from datetime import datetime
from datetime import timedelta
from plone import api
from typing import Any
from zoneinfo import ZoneInfo
from zope.component import getGlobalSiteManager

import pytest


DAY = "2026-12-01"
"""A Tuesday, a week on."""
STARTS = [f"{hour:02}:{minute:02}" for hour in (9, 10, 11) for minute in (0, 20, 40)]


class Told:
    """What the waiting list has told."""

    def __init__(self) -> None:
        self.joined: list[Waiter] = []
        self.offered: list[tuple[str, str]] = []

    def hear_join(self, event: Any) -> None:
        self.joined.append(event.waiter)

    def hear_offer(self, event: Any) -> None:
        held = event.waiter.offer
        start = datetime.fromtimestamp(held.start * 60, ZoneInfo("Europe/Paris"))
        self.offered.append((event.waiter.email, start.strftime("%d %H:%M")))


@pytest.fixture
def told(office: Any) -> Any:
    heard = Told()
    site = getGlobalSiteManager()
    site.registerHandler(heard.hear_join, [IWaitingJoined])
    site.registerHandler(heard.hear_offer, [IPlaceOffered])
    yield heard
    site.unregisterHandler(heard.hear_join, [IWaitingJoined])
    site.unregisterHandler(heard.hear_offer, [IPlaceOffered])


def asked(email: str = "ines@example.org", **fields: Any) -> dict[str, Any]:
    return {"type": "cni", "email": email, "from": DAY, "to": DAY, "consent": True, **fields}


def at(hour: str, day: str = DAY) -> str:
    return f"{day}T{hour}:00+01:00"


@pytest.fixture
def full(citizen: Desk, office: Any) -> dict[str, Any]:
    """All starts of the day are booked, each by somebody else."""
    change(office, max_upcoming_per_email=0)
    made = {}
    for start in STARTS:
        receipt = citizen.book(wish(at(start), visitor=visitor(email=f"v{start[:2]}{start[3:]}@example.org")))
        made[start] = receipt.appointment
    return made


@pytest.fixture
def waits(citizen: Desk, told: Told) -> Callable[..., Waiter]:
    """Somebody joins, and confirms."""

    def wait(email: str = "ines@example.org", desk: Desk = citizen, **fields: Any) -> Waiter:
        before = len(told.joined)
        desk.waiting.join(asked(email, **fields))
        assert len(told.joined) == before + 1
        return desk.waiting.confirm(told.joined[-1].key)

    return wait


def cancel(desk: Desk, appointment: Any) -> None:
    desk.cancel(appointment.reference, appointment.key)


def free(desk: Desk, day: str = DAY) -> list[str]:
    """What the public is offered."""
    when = date.fromisoformat(day)
    [found] = desk.slots(Query(desk.office.type_by_id("cni").uid, when, when))
    return [slot.start.strftime("%H:%M") for slot in found.slots]


# Joining


def test_whoever_joins_waits_once_the_address_is_confirmed(citizen, told, full):
    citizen.waiting.join(asked(), "fr")
    [made] = told.joined
    assert (made.state, made.language, made.email) == ("unconfirmed", "fr", "ines@example.org")
    assert citizen.waiting.counts() == {}
    cancel(citizen, full["10:00"])
    assert citizen.waiting.offers() == 0
    assert citizen.waiting.confirm(made.key).state == "waiting"
    assert citizen.waiting.counts() == {made.type_uid: 1}
    assert citizen.waiting.offers() == 1
    assert told.offered == [("ines@example.org", "01 10:00")]


def test_confirming_twice_changes_nothing(citizen, waits, at):
    made = waits()
    when = made.confirmed
    assert at(NOW + timedelta(hours=1)).waiting.confirm(made.key).confirmed == when


def test_an_address_that_nobody_confirms_is_forgotten_after_a_day(citizen, told, at):
    citizen.waiting.join(asked())
    [made] = told.joined
    later = at(NOW + timedelta(days=1))
    with pytest.raises(Unknown):
        later.waiting.confirm(made.key)
    assert later.waiting.tidy() == 1
    assert not later.ledger.waiting
    assert [line.reference for line in later.ledger.erasures.since()] == [made.reference]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"type": None}, {("type", "required")}),
        ({"type": "nothing"}, {("type", "unknown")}),
        ({"type": ["cni"]}, {("type", "unknown")}),
        ({"email": None}, {("email", "required")}),
        ({"email": "ines@"}, {("email", "invalid_email")}),
        ({"email": "a@b.fr\nBcc: c@d.fr"}, {("email", "control_characters")}),
        ({"email": 5}, {("email", "wrong_type")}),
        ({"from": None, "to": ""}, {("from", "required"), ("to", "required")}),
        ({"from": "1/12/2026"}, {("from", "invalid_day")}),
        ({"to": "2026-02-30"}, {("to", "invalid_day")}),
        ({"to": 20261201}, {("to", "invalid_day")}),
        ({"to": {}}, {("to", "invalid_day")}),
        ({"from": "2026-12-02"}, {("to", "end_before_start")}),
        ({"from": "2026-11-02", "to": "2026-11-23"}, {("to", "day_over")}),
        ({"to": "2028-01-01"}, {("to", "day_too_far")}),
        ({"people": 2}, {("people", "out_of_bounds")}),
        ({"people": "1"}, {("people", "wrong_type")}),
        ({"counter": "nowhere"}, {("counter", "unknown")}),
        ({"counter": ["guichet-standard"]}, {("counter", "unknown")}),
        ({"consent": None}, {("consent", "required")}),
        ({"consent": "true"}, {("consent", "required")}),
    ],
)
def test_what_makes_no_sense_is_told_field_by_field(citizen, told, fields, wrong):
    with pytest.raises(Invalid) as found:
        citizen.waiting.join(asked(**fields))
    assert {(error.field, error.code) for error in found.value.errors} == wrong
    assert told.joined == []


def test_what_is_no_object_is_refused(citizen):
    for data in ([], "x", None):
        with pytest.raises(Invalid):
            citizen.waiting.join(data)


def test_nobody_waits_for_what_the_public_cannot_book(citizen, office):
    change(office["cni"], audience="staff")
    change(office["logement"])
    api.content.transition(office["logement"], "deactivate")
    for name, code in (("cni", "unknown"), ("logement", "inactive")):
        with pytest.raises(Invalid) as found:
            citizen.waiting.join(asked(type=name))
        assert [(error.field, error.code) for error in found.value.errors] == [("type", code)]


def test_a_day_that_has_begun_before_is_waited_for_from_today_on(citizen, waits):
    assert waits(**{"from": "2026-11-02"}).first == date(2026, 11, 24)


def test_a_section_that_is_not_open_puts_nobody_on_its_list(citizen, office):
    api.content.transition(office, "suspend")
    with pytest.raises(SectionClosed):
        citizen.waiting.join(asked())


def test_an_address_waits_for_three_things_at_most(citizen, told):
    for number in range(5):
        Desk(citizen.section, citizen.actor, NOW + timedelta(minutes=number), None).waiting.join(
            asked(to=f"2026-12-{10 + number}")
        )
    assert len(told.joined) == 3
    citizen.waiting.leave(told.joined[0].key)
    citizen.waiting.join(asked(to="2026-12-20"))
    assert len(told.joined) == 4


def test_a_form_that_is_sent_twice_is_one(citizen, told):
    citizen.waiting.join(asked())
    citizen.waiting.join(asked(" Ines@EXAMPLE.org "))
    assert len(told.joined) == 1


def test_who_asks_again_later_is_written_to_again_and_keeps_the_first_place(citizen, told, at):
    citizen.waiting.join(asked())
    at(NOW + timedelta(minutes=6)).waiting.join(asked())
    first, second = told.joined
    citizen.waiting.confirm(first.key)
    late = at(NOW + timedelta(minutes=9))
    late.waiting.join(asked())
    assert len(told.joined) == 2, "it waits for that already"
    assert late.waiting.confirm(second.key) is first
    assert late.waiting.everybody() == [first]
    assert first.confirmed == int(NOW.timestamp())


def test_a_client_asks_five_times_a_minute_at_most(citizen, at, told):
    for number in range(5):
        citizen.waiting.join(asked(f"v{number}@example.org"), client="192.0.2.1")
    with pytest.raises(AskedTooOften) as found:
        citizen.waiting.join(asked("w@example.org"), client="192.0.2.1")
    assert 0 < found.value.retry_after <= 60
    citizen.waiting.join(asked("w@example.org"), client="192.0.2.2")
    at(NOW + timedelta(minutes=1)).waiting.join(asked("x@example.org"), client="192.0.2.1")
    assert len(told.joined) == 7


def test_wrong_keys_open_nothing(citizen, waits):
    made = waits()
    for key in ("", "x", made.key[:-1], None, "é"):
        for act in (citizen.waiting.confirm, citizen.waiting.leave, citizen.waiting.decline):
            with pytest.raises(Unknown):
                act(key)
    citizen.waiting.leave(made.key)
    with pytest.raises(Unknown):
        citizen.waiting.read(made.key)
    assert not citizen.ledger.waiting


# What is news


def test_what_was_free_before_is_no_news(citizen, waits, told):
    waits()
    assert citizen.waiting.offers() == 0
    citizen.book(wish(at("09:00"), visitor=visitor(email="other@example.org")))
    assert citizen.waiting.offers() == 0, "other starts of the same free time are none either"


def test_new_hours_are_news(citizen, office, waits, told):
    waits()
    hours(office["nadia"], office["cni"], start="14:00", end="15:00")
    assert citizen.waiting.offers() == 1
    assert told.offered == [("ines@example.org", "01 14:00")]


def test_a_new_day_within_the_horizon_is_news(citizen, office, waits, told, at):
    change(office["cni"], horizon_days=6)
    waits()
    assert citizen.waiting.offers() == 0
    assert at(NOW + timedelta(days=1)).waiting.offers() == 1
    assert told.offered == [("ines@example.org", "01 09:00")]


def test_what_lies_outside_of_the_days_or_the_place_is_none(citizen, office, waits, full, told):
    waits("early@example.org", **{"from": "2026-11-30", "to": "2026-11-30"})
    create(office, "Counter", "annexe", title="Annexe", capacity=1, types=[office["cni"].UID()])
    waits("elsewhere@example.org", counter="annexe")
    change(office["nadia"].objectValues()[0], counters=[office["guichet-standard"].UID()])
    cancel(citizen, full["10:00"])
    assert citizen.waiting.offers() == 0
    waits("here@example.org", counter="guichet-standard")
    cancel(citizen, full["11:00"])
    assert citizen.waiting.offers() == 1
    assert told.offered == [("here@example.org", "01 11:00")]


def test_more_people_need_more_time(citizen, office, full, waits, told):
    change(office["cni"], max_people=2, extra_minutes_per_person=20)
    waits("two@example.org", people=2)
    waits("one@example.org")
    cancel(citizen, full["10:00"])
    assert citizen.waiting.offers() == 1
    assert told.offered == [("one@example.org", "01 10:00")]
    cancel(citizen, full["11:00"])
    cancel(citizen, full["11:20"])
    assert citizen.waiting.offers() == 1
    assert told.offered[1:] == [("two@example.org", "01 11:00")]


# In order


def test_the_first_who_waits_is_told_first_and_one_place_is_offered_once(citizen, full, waits, told, at):
    for number, name in enumerate("abc"):
        waits(f"{name}@example.org", desk=at(NOW + timedelta(minutes=number)))
    cancel(citizen, full["10:00"])
    assert citizen.waiting.offers() == 1
    assert citizen.waiting.offers() == 0
    assert told.offered == [("a@example.org", "01 10:00")]
    assert free(citizen) == []


def test_two_places_are_offered_to_two(citizen, full, waits, told, at):
    for number, name in enumerate("abc"):
        waits(f"{name}@example.org", desk=at(NOW + timedelta(minutes=number)))
    cancel(citizen, full["10:00"])
    cancel(citizen, full["11:00"])
    assert citizen.waiting.offers() == 2
    assert told.offered == [("a@example.org", "01 10:00"), ("b@example.org", "01 11:00")]


def test_a_place_that_is_declined_goes_to_the_next_and_never_back(citizen, full, waits, told, at):
    first = waits("a@example.org")
    second = waits("b@example.org", desk=at(NOW + timedelta(minutes=1)))
    cancel(citizen, full["10:00"])
    citizen.waiting.offers()
    citizen.waiting.decline(first.key)
    assert free(citizen) == [], "for a moment it is for those who wait alone"
    assert citizen.waiting.offers() == 1
    citizen.waiting.decline(second.key)
    assert citizen.waiting.offers() == 0
    assert told.offered == [("a@example.org", "01 10:00"), ("b@example.org", "01 10:00")]
    assert free(at(NOW + timedelta(minutes=6))) == ["10:00"]
    cancel(citizen, full["11:00"])
    assert citizen.waiting.offers() == 1
    assert told.offered[2:] == [("a@example.org", "01 11:00")], "both kept their places in the queue"


def test_an_offer_that_nobody_answers_goes_to_the_next(citizen, full, waits, told, at):
    waits("a@example.org")
    waits("b@example.org", desk=at(NOW + timedelta(minutes=1)))
    cancel(citizen, full["10:00"])
    citizen.waiting.offers()
    held = datetime.fromtimestamp(citizen.waiting.everybody()[0].offer.until, NOW.tzinfo)
    assert held == NOW + timedelta(hours=3), "two hours of the day, from eight o'clock on"
    just_before = at(held - timedelta(seconds=1))
    assert (just_before.waiting.tidy(), just_before.waiting.offers()) == (0, 0)
    after = at(held)
    assert free(after) == [], "nobody is faster than the list"
    assert after.waiting.tidy() == 1
    assert free(after) == []
    assert after.waiting.offers() == 1
    assert told.offered == [("a@example.org", "01 10:00"), ("b@example.org", "01 10:00")]


def test_whoever_lets_three_offers_lapse_waits_no_more(citizen, full, waits, told, at):
    made = waits()
    now = NOW
    for number in range(3):
        cancel(citizen, full[STARTS[number]])
        assert at(now).waiting.offers() == 1
        now += timedelta(hours=3)
        assert at(now).waiting.tidy() == 1
    assert at(now).waiting.everybody() == []
    with pytest.raises(Unknown):
        at(now).waiting.read(made.key)


def test_declining_is_an_answer(citizen, full, waits, at):
    made = waits()
    for number in range(4):
        cancel(citizen, full[STARTS[number]])
        assert citizen.waiting.offers() == 1
        citizen.waiting.decline(made.key)
    assert citizen.waiting.read(made.key).missed == 0


def test_who_leaves_hands_the_offer_on(citizen, full, waits, told, at):
    made = waits("a@example.org")
    waits("b@example.org", desk=at(NOW + timedelta(minutes=1)))
    cancel(citizen, full["10:00"])
    citizen.waiting.offers()
    citizen.waiting.leave(made.key)
    assert citizen.waiting.offers() == 1
    assert told.offered[-1] == ("b@example.org", "01 10:00")


def test_who_has_an_appointment_on_these_days_is_not_told(citizen, full, waits, told):
    change_of_mind = full["09:00"]
    waits(change_of_mind.email)
    cancel(citizen, full["10:00"])
    assert citizen.waiting.offers() == 0
    cancel(citizen, change_of_mind)
    assert citizen.waiting.offers() == 1


def test_who_has_as_many_appointments_as_one_may_is_not_told(citizen, office, full, waits, told):
    change(office, max_upcoming_per_email=1)
    citizen.book(wish(at("09:00", "2026-12-02"), visitor=visitor(email="ines@example.org")))
    waits()
    cancel(citizen, full["10:00"])
    assert citizen.waiting.offers() == 0
    change(office, max_upcoming_per_email=2)
    assert citizen.waiting.offers() == 1


def test_what_was_kept_closed_when_it_came_free_is_for_those_who_wait(citizen, office, full, waits, told):
    change(office, freed_slot_minutes=60)
    waits()
    cancel(citizen, full["10:00"])
    assert free(citizen) == []
    assert citizen.waiting.offers() == 1


def test_a_section_that_is_not_open_offers_nothing(citizen, office, full, waits):
    waits()
    cancel(citizen, full["10:00"])
    api.content.transition(office, "suspend")
    assert citizen.waiting.offers() == 0


def test_an_offer_is_no_appointment_but_takes_its_place(citizen, administrator, full, waits):
    waits()
    cancel(citizen, full["10:00"])
    citizen.waiting.offers()
    with pytest.raises(Refused) as found:
        citizen.book(wish(at("10:00"), visitor=visitor(email="quick@example.org")))
    assert found.value.code == "slot_taken"
    with pytest.raises(Refused):
        administrator.book(wish(at("10:00"), agent="nadia"))


def test_days_that_are_over_are_waited_for_no_more(citizen, waits, at):
    made = waits()
    last = at(datetime(2026, 12, 1, 22, 59, tzinfo=NOW.tzinfo))
    assert last.waiting.tidy() == 0
    over = at(datetime(2026, 12, 1, 23, 0, tzinfo=NOW.tzinfo))
    with pytest.raises(Unknown):
        over.waiting.read(made.key)
    assert over.waiting.tidy() == 1
    assert not over.ledger.waiting


def test_a_type_that_is_gone_leads_to_no_offer_and_no_error(citizen, office, waits):
    waits(type="logement")
    api.content.delete(office["logement"], check_linkintegrity=False)
    assert citizen.waiting.offers() == 0
    assert len(citizen.waiting.everybody()) == 1
    assert citizen.waiting.counts() == {}


def test_staff_take_somebody_off_the_list(administrator, waits):
    made = waits()
    administrator.waiting.remove(made.id)
    assert administrator.waiting.everybody() == []
    for id in (made.id, 0, 1 << 61):
        with pytest.raises(Unknown):
            administrator.waiting.remove(id)


def test_another_agent_makes_a_second_place(citizen, office, full, waits, told):
    waits("a@example.org")
    change(office["guichet-standard"], capacity=2)
    agent(office, "paul", office["cni"], start="10:00", end="10:20")
    assert citizen.waiting.offers() == 1
    assert told.offered == [("a@example.org", "01 10:00")]


# Taking it


@pytest.fixture
def offer(citizen: Desk, full: dict[str, Any], waits: Callable[..., Waiter]) -> Waiter:
    """Ten o'clock is offered to Ines."""
    made = waits()
    cancel(citizen, full["10:00"])
    assert citizen.waiting.offers() == 1
    return made


def accepting(made: Waiter, **fields: Any) -> dict[str, Any]:
    return wish(at("10:00"), visitor=visitor(email="ines@example.org"), offer=made.key, **fields)


def test_whoever_was_offered_a_place_books_it_and_waits_no_more(citizen, offer):
    receipt = citizen.book(accepting(offer))
    assert receipt.state == "confirmed"
    assert citizen.waiting.everybody() == []
    assert free(citizen) == []
    cancel(citizen, receipt.appointment)
    assert free(citizen) == ["10:00"]


def test_an_offer_holds_until_it_lapses(citizen, offer, at):
    until = datetime.fromtimestamp(offer.offer.until, NOW.tzinfo)
    with pytest.raises(Refused):
        at(until).book(accepting(offer))
    assert at(until - timedelta(seconds=1)).book(accepting(offer)).state == "confirmed"


def test_the_address_of_an_offer_needs_no_second_confirmation(citizen, office, offer):
    change(office["cni"], confirmation="email")
    other = citizen.waiting.read(offer.key)
    assert citizen.book(accepting(other)).state == "confirmed"


def test_another_address_needs_one(citizen, office, offer):
    change(office["cni"], confirmation="email")
    sent = accepting(offer) | {"visitor": visitor(email="paul@example.org")}
    assert citizen.book(sent).state == "pending"


def test_the_pair_that_is_held_is_booked_whatever_else_is_free(citizen, office, full, offer):
    agent(office, "paul", office["cni"])
    change(office["guichet-standard"], capacity=5)
    assert citizen.book(accepting(offer)).appointment.agent_title == "Nadia"


def test_whoever_books_another_time_instead_hands_the_offer_on(citizen, full, offer, waits, told):
    waits("b@example.org")
    cancel(citizen, full["11:00"])
    sent = accepting(offer) | {"start": at("11:00")}
    citizen.book(sent)
    assert citizen.waiting.offers() == 1
    assert told.offered[-1] == ("b@example.org", "01 10:00")


def test_an_offer_takes_a_part_of_the_time_in_which_one_may_book(citizen, office, full, waits, at):
    change(office["cni"], min_notice_hours=7 * 24)
    made = waits()
    cancel(citizen, full["10:00"])
    assert citizen.waiting.offers() == 1
    until = datetime.fromtimestamp(made.offer.until, NOW.tzinfo)
    assert until == NOW + timedelta(minutes=105), "a quarter of the time left, from eight o'clock on"
    assert at(until - timedelta(seconds=1)).book(accepting(made)).state == "confirmed"


def test_a_wrong_key_books_as_anybody(citizen, full, offer):
    for key in ("", "nothing", offer.key[:-1]):
        with pytest.raises(Refused):
            citizen.book(accepting(offer) | {"offer": key})
    with pytest.raises(Invalid) as found:
        citizen.book(accepting(offer) | {"offer": ["x"]})
    assert [error.field for error in found.value.errors] == ["offer"]


def test_an_offer_of_one_type_is_none_of_another(citizen, office, offer):
    with pytest.raises(Refused):
        citizen.book(accepting(offer) | {"type": "logement"})
    assert citizen.waiting.read(offer.key) is offer


def test_a_refused_booking_keeps_the_offer(citizen, office, offer):
    with pytest.raises(Invalid):
        citizen.book(accepting(offer, consent=False))
    assert citizen.waiting.read(offer.key).offered(NOW) is not None


def test_nobody_is_double_booked_where_the_counter_closes_under_an_offer(citizen, office, offer):
    create(
        office["guichet-standard"],
        "Unavailability",
        start=datetime(2026, 12, 1, 9),
        end=datetime(2026, 12, 1, 12),
    )
    with pytest.raises(Refused) as found:
        citizen.book(accepting(offer))
    assert found.value.code == "counter_unavailable"
