from .build import appointment
from .build import book
from .build import hold
from .build import lane
from .build import NOW
from .build import PARIS
from .build import RESOURCES
from .build import TUESDAY
from collective.rendezvous.ledger.instants import seconds
from collective.rendezvous.ledger.lane import FREED
from collective.rendezvous.ledger.lane import HOLD
from collective.rendezvous.ledger.references import id_of
from collective.rendezvous.ledger.rows import LOOKUPS
from collective.rendezvous.ledger.rows import rows
from collective.rendezvous.ledger.seats import seats
from collective.rendezvous.ledger.store import Ledger
from collective.rendezvous.ledger.verify import verify
from datetime import timedelta

import pytest


@pytest.fixture
def ledger():
    made = Ledger()
    for hour in range(9, 13):
        book(made, f"{hour}:00", last_name=f"de Dupont{hour}")
    made.add(appointment("9:00", state="cancelled"))
    book(made, "23:50", agent_uid="paul", length=20)
    book(made, "14:00", agent_uid="paul", state="pending", until=seconds(NOW) + 600)
    return made


def first(ledger):
    return next(one for one in ledger.between(0) if one.state == "confirmed")


def told(ledger, now=NOW):
    return [(each.kind, each.where, each.reference) for each in verify(ledger, PARIS, now)]


def test_a_ledger_that_was_only_booked_in_has_no_difference(ledger):
    assert told(ledger) == []


def test_an_appointment_that_is_on_no_lane(ledger):
    one = book(ledger, "15:00")
    lane(ledger, "lea").free(one.reference, 0)
    assert told(ledger) == [("seat_missing", "2026-12-01 lea", one.reference)]


def test_an_appointment_on_a_day_that_is_gone(ledger):
    del ledger.days[(TUESDAY + timedelta(days=1)).toordinal()]
    assert [each[:2] for each in told(ledger)] == [
        ("seat_missing", "2026-12-02 paul"),
        ("seat_missing", "2026-12-02 hall"),
    ]


def test_an_appointment_that_is_on_its_lane_at_another_time(ledger):
    one = book(ledger, "15:00")
    lane(ledger, "hall").take(905, 925, one.reference, 0)
    assert told(ledger) == [("seat_wrong", "2026-12-01 hall", one.reference)]


def test_an_appointment_whose_place_would_lapse(ledger):
    one = book(ledger, "15:00")
    ledger.occupy(one.reference, seats(one, PARIS), RESOURCES, NOW, seconds(NOW) + 60)
    assert [each[0] for each in told(ledger)] == ["seat_wrong", "seat_wrong"]


def test_a_pending_one_may_be_swept_once_it_has_lapsed(ledger):
    later = NOW + timedelta(hours=1)
    assert told(ledger, later) == []
    ledger.sweep(later)
    assert told(ledger, later) == []
    assert [each[0] for each in told(ledger, NOW)] == ["seat_missing", "seat_missing"]


def test_a_place_that_nobody_has(ledger):
    lane(ledger, "lea").take(900, 920, "K7QM2X9RTA", 0)
    assert told(ledger) == [("seat_stray", "2026-12-01 lea", "K7QM2X9RTA")]


def test_a_place_of_somebody_who_cancelled(ledger):
    one = book(ledger, "15:00")
    with ledger.changing(one):
        one.state = "cancelled"
    assert told(ledger) == [
        ("seat_stray", "2026-12-01 hall", one.reference),
        ("seat_stray", "2026-12-01 lea", one.reference),
    ]


def test_a_place_with_another_agent(ledger):
    one = book(ledger, "15:00")
    with ledger.changing(one):
        one.agent_uid = "paul"
    assert told(ledger) == [
        ("seat_missing", "2026-12-01 paul", one.reference),
        ("seat_stray", "2026-12-01 lea", one.reference),
    ]


def test_a_hold_is_no_difference(ledger):
    hold(ledger, "15:00")
    assert told(ledger) == []


def test_a_hold_that_is_on_no_lane(ledger):
    _, held = hold(ledger, "15:00")
    ledger.vacate(held.reference, held.seats(PARIS), NOW)
    assert told(ledger) == [
        ("seat_missing", "2026-12-01 lea", held.reference),
        ("seat_missing", "2026-12-01 hall", held.reference),
    ]


def test_a_hold_that_is_kept_for_another_time(ledger):
    _, held = hold(ledger, "15:00")
    ledger.holds.keep(held._replace(until=held.until + 60), NOW)
    assert [kind for kind, _, _ in told(ledger)] == ["seat_wrong", "seat_wrong"]


def test_an_entry_of_a_hold_that_nobody_has_lapses_by_itself(ledger):
    lane(ledger, "lea").take(900, 920, "HOLD", 0, seconds(NOW) + 60, HOLD)
    assert told(ledger) == [("seat_stray", "2026-12-01 lea", "HOLD")]
    assert list(verify(ledger, PARIS, NOW + timedelta(minutes=1))) == []


def test_a_slot_that_was_freed_is_no_difference(ledger):
    lane(ledger, "lea").take(900, 920, "K7QM2X9RTA/900", 0, seconds(NOW) + 60, FREED)
    assert told(ledger) == []


@pytest.mark.parametrize("name", sorted(set(LOOKUPS) - {"pending"}))
def test_a_row_that_is_missing(ledger, name):
    one = first(ledger)
    row = next(row for lookup, row in sorted(rows(one)) if lookup == name)
    ledger.lookups[name].remove(row)
    assert told(ledger) == [("row_missing", name, one.reference)]


@pytest.mark.parametrize("name", sorted(LOOKUPS))
def test_a_row_that_nobody_has(ledger, name):
    row = ("zoe", 1, 5) if name in ("email", "name", "word", "phone") else (1, 5)
    ledger.lookups[name].add(row)
    assert told(ledger) == [("row_stray", name, "2222222227")]


def test_a_change_that_went_past_the_look_ups(ledger):
    one = first(ledger)
    one.last_name = "Martin"
    assert told(ledger) == [
        *[("row_missing", "name", one.reference)] * 2,
        *[("row_stray", "name", one.reference)] * 2,
        ("row_stray", "word", one.reference),
    ]


def test_an_appointment_that_is_gone_without_its_rows(ledger):
    one = ledger.add(appointment("9:00", state="cancelled", reference="K7QM2X9RTA", email="", phone=""))
    del ledger.shards[one.id % 16][one.id]
    assert set(told(ledger)) == {("row_stray", name, one.reference) for name in ("name", "start", "unerased")}


def test_an_appointment_in_the_trees_under_another_reference(ledger):
    one = ledger.add(appointment("9:00", state="cancelled"))
    id = one.id
    one.reference = "K7QM2X9RTA"
    kinds = {(each.kind, each.where) for each in verify(ledger, PARIS, NOW)}
    assert ("record_wrong", "K7QM2X9RTA") in kinds
    assert id_of("K7QM2X9RTA") != id
