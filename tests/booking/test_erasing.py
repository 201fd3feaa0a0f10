"""What is erased when its time is over, and what somebody has erased."""

from collective.rendezvous.booking.erasing import BATCH
from collective.rendezvous.booking.erasing import erase_over
from collective.rendezvous.booking.erasing import months_before
from collective.rendezvous.booking.erasing import over
from collective.rendezvous.booking.errors import Unknown
from collective.rendezvous.booking.errors import WrongState
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.ledger.erasures import REQUEST
from collective.rendezvous.ledger.erasures import RETENTION
from collective.rendezvous.ledger.instants import minutes
from collective.rendezvous.notifications.kinds import compose
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from tests.booking.conftest import NOW
from tests.town import change
from tests.town import wish
from zoneinfo import ZoneInfo

import pytest


NINE = "2026-11-25T09:00:00+01:00"
HALF_PAST = "2026-11-25T09:20:00+01:00"
PARIS = ZoneInfo("Europe/Paris")
END = datetime(2026, 11, 25, 9, 20, tzinfo=PARIS)
LATER = NOW + timedelta(days=2)


def erased(desk, now, months=12):
    return erase_over(desk.ledger, PARIS, months, now, commit=None)


def journal(desk):
    return [(line.reason, line.reference) for line in desk.ledger.erasures.since()]


@pytest.mark.parametrize(
    "moment, months, before",
    [
        ("2027-11-25T09:20", 12, "2026-11-25T09:20"),
        ("2027-03-31T09:20", 1, "2027-02-28T09:20"),
        ("2028-03-31T09:20", 1, "2028-02-29T09:20"),
        ("2027-01-15T00:00", 1, "2026-12-15T00:00"),
        ("2027-01-15T00:00", 13, "2025-12-15T00:00"),
        ("2027-06-30T09:20", 120, "2017-06-30T09:20"),
    ],
)
def test_months_are_those_of_the_calendar(moment, months, before):
    assert months_before(datetime.fromisoformat(moment), months) == datetime.fromisoformat(before)


def test_it_is_erased_so_many_months_after_its_end_and_not_a_minute_before(citizen):
    made = citizen.book(wish(NINE)).appointment
    due = END.replace(year=2027)
    assert erased(citizen, due - timedelta(minutes=1)) == 0
    assert made.email
    assert erased(citizen, due) == 1
    assert made.erased and not made.email
    assert journal(citizen) == [(RETENTION, made.reference)]
    assert erased(citizen, due) == 0


def test_the_number_of_months_is_the_one_of_today(citizen):
    citizen.book(wish(NINE))
    assert erased(citizen, END + timedelta(days=40), months=2) == 0
    assert erased(citizen, END + timedelta(days=40), months=1) == 1
    assert citizen.ledger.retention == 1


def fill(desk, number):
    """Appointments that took no place."""
    ledger = desk.writing(desk.section, desk.actor, NOW).ledger
    for minute in range(number):
        ledger.add(Appointment(state="cancelled", start=minutes(NOW) + minute, length=5, last_name="Durand"))
    return ledger


def test_more_than_a_batch_are_erased_in_several_transactions(citizen):
    ledger, batches = fill(citizen, 2 * BATCH + 1), []

    def commit():
        batches.append(len(journal(citizen)))

    later = NOW + timedelta(days=800)
    assert erase_over(ledger, PARIS, 12, later, commit) == 2 * BATCH + 1
    assert batches == [0, BATCH, 2 * BATCH, 2 * BATCH + 1]
    assert all(one.erased for one in ledger.between(0))


def test_erasing_that_was_stopped_goes_on_where_it_was(citizen):
    ledger, later = fill(citizen, 5), NOW + timedelta(days=800)
    for one in over(ledger, PARIS, 12, later, 2):
        ledger.erase(one, later)
    assert erase_over(ledger, PARIS, 12, later, commit=None) == 3
    assert len(journal(citizen)) == 5


def test_a_citizen_has_a_past_appointment_erased_by_its_key(citizen, at):
    made = citizen.book(wish(NINE)).appointment
    key = made.key
    with pytest.raises(WrongState):
        citizen.erase(made.reference, key=key)
    with pytest.raises(Unknown):
        at(LATER).erase(made.reference, key="another")
    with pytest.raises(Unknown):
        at(LATER).erase(made.reference)
    at(LATER).erase(made.reference, key=key)
    assert made.erased
    assert journal(citizen) == [(REQUEST, made.reference)]
    with pytest.raises(Unknown):
        at(LATER).read(made.reference, key)


def test_a_citizen_who_cancelled_need_not_wait(citizen):
    made = citizen.book(wish(NINE)).appointment
    key = made.key
    citizen.cancel(made.reference, key)
    citizen.erase(made.reference, key=key)
    assert made.erased and made.state == "cancelled"


def test_a_citizen_cancels_nothing_by_erasing(citizen):
    made = citizen.book(wish(NINE)).appointment
    with pytest.raises(WrongState):
        citizen.erase(made.reference, cancel=True, key=made.key)
    assert made.state == "confirmed" and made.email


def letters(desk, now=NOW):
    parcels = [parcel for _key, parcel in desk.ledger.outbox.parcels()]
    composed = [compose(desk.section, parcel, now) for parcel in parcels]
    return [message for message in composed if message is not None]


def test_staff_have_one_to_come_cancelled_before_it_is_erased_and_its_visitor_is_told(
    citizen, administrator, office
):
    made = citizen.book(wish(NINE)).appointment
    with pytest.raises(WrongState):
        administrator.erase(made.reference)
    administrator.erase(made.reference, cancel=True)
    assert made.erased and made.state == "cancelled" and not made.email
    [letter] = letters(administrator)
    assert letter["To"] == "marie.durand@example.org"
    assert "annulé" in letter["Subject"] or "cancelled" in letter["Subject"]
    assert citizen.book(wish(NINE)).appointment.reference != made.reference


def test_what_takes_place_now_is_not_erased(citizen, at, administrator):
    made = citizen.book(wish(NINE)).appointment
    desk = at(datetime(2026, 11, 25, 8, 5, tzinfo=UTC), administrator.actor)
    desk.transition(made.reference, "arrive")
    with pytest.raises(WrongState):
        desk.erase(made.reference, cancel=True)
    assert made.email


def test_nothing_can_be_done_any_more_with_what_is_erased(citizen, administrator):
    made = citizen.book(wish(NINE)).appointment
    administrator.erase(made.reference, cancel=True)
    assert administrator.actions(made) == []
    for act in (
        lambda: administrator.erase(made.reference),
        lambda: administrator.transition(made.reference, "undo"),
        lambda: administrator.change(made.reference, {"comment": "x"}),
    ):
        with pytest.raises(WrongState):
            act()
    assert len(journal(citizen)) == 1


def test_a_deletion_is_in_the_journal_too(citizen, administrator):
    made = citizen.book(wish(NINE)).appointment
    reference = made.reference
    administrator.delete(reference)
    assert journal(administrator) == [("deleted", reference)]


def test_a_person_is_found_by_just_the_address_the_number_the_name_or_a_reference(citizen, administrator):
    made = citizen.book(
        wish(
            NINE,
            visitor={
                "first_name": "Inès",
                "last_name": "Garnier",
                "email": "Ines@Example.org",
                "phone": "06 98 76 54 32",
            },
        )
    ).appointment
    citizen.book(wish(HALF_PAST))
    for text in (
        "ines@example.org",
        " INES@EXAMPLE.ORG ",
        "+33698765432",
        "06.98.76.54.32",
        "ines garnier",
        "Garnier Inès",
        made.reference,
        made.reference.lower(),
    ):
        assert administrator.person(text).appointments == [made], text
    for text in ("ines", "Garnier", "ines@example.or", "0698", "", "  ", "%", "\0", "garnier inès x"):
        assert not administrator.person(text), text
    assert len(administrator.person("ines@example.org", "marie.durand@example.org").appointments) == 2


def test_of_a_section_where_nobody_ever_booked_nothing_is_kept(administrator):
    assert not administrator.person("ines@example.org")
    forgotten = administrator.forget(["ines@example.org"])
    assert not forgotten.erased and not forgotten.left and not forgotten.others


def test_the_section_s_own_setting_counts(office, citizen):
    change(office, retention_months=3)
    assert citizen.office.retention_months == 3


def test_who_asked_for_lost_links_is_forgotten_the_next_night(citizen):
    citizen.book(wish(NINE))
    resent = citizen.ledger.resent
    assert resent.ask("marie.durand@example.org", NOW)
    erased(citizen, NOW + timedelta(minutes=30))
    assert any(value for value in resent.cells.values())
    erased(citizen, LATER)
    assert not any(value for value in resent.cells.values())
