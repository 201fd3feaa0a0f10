"""Booking, as a citizen and at the desk."""

from .conftest import NOW
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.errors import Invalid
from collective.rendezvous.booking.errors import NeedsConfirmation
from collective.rendezvous.booking.errors import Refused
from collective.rendezvous.booking.errors import SectionClosed
from collective.rendezvous.booking.errors import TooMany
from collective.rendezvous.scheduling.rules import Actor
from collective.rendezvous.scheduling.slots import Query
from datetime import timedelta
from plone import api
from tests.town import change
from tests.town import visitor
from tests.town import wish

import pytest


NINE = "2026-11-25T09:00:00+01:00"
TWENTY_PAST = "2026-11-25T09:20:00+01:00"
EVENING = "2026-11-25T18:00:00+01:00"


def starts(desk, kind, day):
    found = desk.slots(Query(kind.UID(), day, day))
    return [slot.start.strftime("%H:%M") for one in found for slot in one.slots]


def test_a_citizen_books_a_slot_and_it_is_offered_no_more(office, citizen):
    receipt = citizen.book(wish(TWENTY_PAST), language="fr")
    kept = citizen.read(receipt.appointment.reference, receipt.appointment.key)
    assert (kept.state, kept.origin, kept.language) == ("confirmed", "public", "fr")
    assert (kept.type_title, kept.counter_title) == ("Carte d'identité", "Guichet standard")
    assert kept.agent_title == "Nadia"
    assert [change.action for change in kept.history] == ["book"]
    assert "09:20" not in starts(citizen, office["cni"], kept.start_at.date())


def test_what_was_taken_meanwhile_is_refused_with_three_others(citizen):
    citizen.book(wish(TWENTY_PAST))
    with pytest.raises(Refused) as refusal:
        citizen.book(wish(TWENTY_PAST, visitor=visitor("Martin", email="martin@example.org")))
    assert refusal.value.code == "slot_taken"
    others = [slot.start.strftime("%H:%M") for slot in refusal.value.alternatives]
    assert others == ["09:40", "10:00", "10:20"]


def test_late_in_the_day_alternatives_also_lie_before(office, citizen):
    change(office["cni"], horizon_days=1)
    citizen.book(wish("2026-11-25T11:40:00+01:00"))
    with pytest.raises(Refused) as refusal:
        citizen.book(wish("2026-11-25T11:40:00+01:00"))
    others = [slot.start.strftime("%H:%M") for slot in refusal.value.alternatives]
    assert others == ["11:20", "11:00", "10:40"]


def test_the_same_key_books_once(citizen):
    first = citizen.book(wish(NINE), key="k" * 16)
    again = citizen.book(wish(NINE), key="k" * 16)
    assert again.replayed
    assert again.appointment.reference == first.appointment.reference


def test_the_answer_to_the_same_key_stays_what_it_was(citizen):
    first = citizen.book(wish(NINE), key="k" * 16)
    citizen.cancel(first.appointment.reference, first.appointment.key)
    again = citizen.book(wish(NINE), key="k" * 16)
    assert (again.state, again.appointment.state) == ("confirmed", "cancelled")


def test_the_same_key_with_another_body_is_an_error(citizen):
    citizen.book(wish(NINE), key="k" * 16)
    with pytest.raises(Invalid) as problem:
        citizen.book(wish(TWENTY_PAST), key="k" * 16)
    assert problem.value.errors[0].code == "key_reused"


@pytest.mark.parametrize("key", ["", "k" * 15, "k" * 65])
def test_a_key_of_another_length_is_an_error(citizen, key):
    with pytest.raises(Invalid):
        citizen.book(wish(NINE), key=key)


def test_a_key_lasts_a_day(citizen, at):
    first = citizen.book(wish(NINE), key="k" * 16)
    later = at(NOW + timedelta(hours=25))
    again = later.book(wish("2026-11-26T09:00:00+01:00"), key="k" * 16)
    assert again.appointment.reference != first.appointment.reference


def test_a_visitor_has_at_most_so_many_to_come(office, citizen):
    change(office, max_upcoming_per_email=2)
    for start in (NINE, TWENTY_PAST):
        citizen.book(wish(start))
    with pytest.raises(Refused) as refusal:
        citizen.book(wish("2026-11-25T09:40:00+01:00", visitor=visitor(email=" MARIE.Durand@example.org ")))
    assert refusal.value.code == "too_many_for_visitor"
    citizen.book(wish("2026-11-25T09:40:00+01:00", "logement"))


def test_a_client_books_so_often_a_minute(office, citizen, at):
    change(office, bookings_per_minute=2, max_upcoming_per_email=0)
    for start in (NINE, TWENTY_PAST):
        citizen.book(wish(start), client="192.0.2.1")
    with pytest.raises(TooMany) as refusal:
        citizen.book(wish("2026-11-25T09:40:00+01:00"), client="192.0.2.1")
    assert 0 < refusal.value.retry_after <= 60
    citizen.book(wish("2026-11-25T09:40:00+01:00"), client="192.0.2.2")
    at(NOW + timedelta(seconds=61)).book(wish("2026-11-25T10:00:00+01:00"), client="192.0.2.1")


def test_a_replay_does_not_count(office, citizen):
    change(office, bookings_per_minute=1)
    for _ in range(3):
        citizen.book(wish(NINE), key="k" * 16, client="192.0.2.1")


def test_a_pending_one_keeps_its_place_until_it_lapses(office, citizen, at):
    change(office["cni"], confirmation="email")
    receipt = citizen.book(wish(TWENTY_PAST))
    appointment = receipt.appointment
    assert appointment.state == "pending"
    day = appointment.start_at.date()
    assert "09:20" not in starts(at(NOW + timedelta(minutes=29)), office["cni"], day)
    late = at(NOW + timedelta(minutes=30))
    assert "09:20" in starts(late, office["cni"], day)
    late.book(wish(TWENTY_PAST, visitor=visitor(email="martin@example.org")))


def test_a_pending_one_is_confirmed_by_its_key(office, citizen, at):
    change(office["cni"], confirmation="email")
    appointment = citizen.book(wish(TWENTY_PAST)).appointment
    citizen.confirm(appointment.reference, appointment.key)
    assert (appointment.state, appointment.until) == ("confirmed", None)
    assert "09:20" not in starts(at(NOW + timedelta(hours=2)), office["cni"], appointment.start_at.date())


def test_a_section_that_is_not_open_books_nothing_for_the_public(office, citizen, receptionist):
    api.content.transition(office, "suspend")
    with pytest.raises(SectionClosed) as refusal:
        citizen.book(wish(NINE))
    assert refusal.value.state == "suspended"
    receptionist.book(wish(NINE))


def test_staff_need_neither_consent_nor_address(receptionist):
    booked = receptionist.book(
        {"type": "cni", "start": NINE, "visitor": {"first_name": "Ana", "last_name": "Lund"}, "notes": "Loud"}
    ).appointment
    assert (booked.origin, booked.notes, booked.history[0].who) == ("staff", "Loud", "nadia")


def test_staff_book_off_the_grid(receptionist):
    receptionist.book(wish("2026-11-25T09:07:00+01:00"))


def test_a_receptionist_confirms_to_book_oneself_out_of_hours(receptionist):
    with pytest.raises(NeedsConfirmation) as question:
        receptionist.book(wish(EVENING, agent="nadia"))
    assert [one.code for one in question.value.warnings] == ["outside_availability"]
    receptionist.book(wish(EVENING, agent="nadia", confirm=["outside_availability"]))


def test_a_receptionist_never_books_a_colleague_out_of_hours(office):
    desk = Desk(office, Actor("receptionist", "somebody-else", "paul"), NOW, commit=None)
    with pytest.raises(Refused) as refusal:
        desk.book(wish(EVENING, agent="nadia", confirm=["outside_availability"]))
    assert refusal.value.code == "outside_availability"


def test_an_administrator_books_anybody_out_of_hours_after_confirming(administrator):
    with pytest.raises(NeedsConfirmation):
        administrator.book(wish(EVENING, agent="nadia"))
    administrator.book(wish(EVENING, agent="nadia", confirm=["outside_availability"]))


def test_an_administrator_who_names_nobody_gets_nobody_out_of_hours(administrator):
    with pytest.raises(Refused) as refusal:
        administrator.book(wish(EVENING, confirm=["outside_availability"]))
    assert refusal.value.code == "outside_availability"


def test_nobody_doubles_an_agent(administrator):
    administrator.book(wish(NINE))
    with pytest.raises(Refused) as refusal:
        administrator.book(wish(NINE, agent="nadia", confirm=["agent_busy"]))
    assert refusal.value.code == "agent_busy"


def test_an_appointment_past_midnight_is_taken_on_both_days(administrator):
    late = wish("2026-11-25T23:50:00+01:00", agent="nadia", confirm=["outside_availability"])
    administrator.book(late)
    with pytest.raises(Refused) as refusal:
        administrator.book(wish("2026-11-26T00:05:00+01:00", agent="nadia", confirm=["outside_availability"]))
    assert refusal.value.code == "agent_busy"


def test_the_place_chosen_is_kept(office, citizen):
    change(office["guichet-standard"], address="Mairie")
    with pytest.raises(Invalid):
        citizen.book(wish(NINE, counters=["nowhere"]))
    booked = citizen.book(wish(NINE, counters=["guichet-standard"])).appointment
    assert booked.counter_uid == office["guichet-standard"].UID()
