from .build import appointment
from .build import book
from .build import clock
from .build import filled
from .build import lane
from .build import local
from .build import NOW
from .build import PARIS
from .build import RESOURCES
from .build import TUESDAY
from collective.rendezvous.ledger.instants import minutes
from collective.rendezvous.ledger.instants import seconds
from collective.rendezvous.ledger.lane import Full
from collective.rendezvous.ledger.lane import HOLD
from collective.rendezvous.ledger.references import reference_of
from collective.rendezvous.ledger.seats import seats
from collective.rendezvous.ledger.seats import seats_at
from collective.rendezvous.ledger.store import Ledger
from collective.rendezvous.ledger.verify import verify
from collective.rendezvous.scheduling.minutes import span
from datetime import date
from datetime import timedelta

import pytest


LATER = NOW + timedelta(minutes=30)


def move(ledger, one, start, now=NOW, **fields):
    """As booking does it."""
    before = seats(one, PARIS)
    other = appointment(start, **({"agent_uid": one.agent_uid} | fields))
    ledger.occupy(one.reference, seats(other, PARIS), RESOURCES, now, instead_of=before)
    with ledger.changing(one):
        one.start, one.agent_uid = other.start, other.agent_uid


def test_what_was_added_is_found_by_its_reference():
    ledger = Ledger()
    one = ledger.add(appointment())
    assert ledger.get(one.reference) is one
    assert ledger.load(one.id) is one
    assert len(one.reference) == 10
    assert len(one.key) == 22


def test_an_unknown_reference_finds_nothing():
    ledger = filled(appointment(reference="K7QM2X9RTA"))
    assert ledger.get("K7QM2X9RTB") is None
    assert ledger.get("k7qm2x9rta") is None
    assert ledger.get("nonsense") is None


def test_a_reference_is_given_once():
    ledger = filled(appointment(reference="K7QM2X9RTA"))
    with pytest.raises(ValueError):
        ledger.add(appointment(reference="K7QM2X9RTA"))


def test_a_new_reference_is_tried_until_it_is_new(monkeypatch):
    ledger = filled(appointment(reference=reference_of(7)))
    ids = iter([7, 7, 8])
    monkeypatch.setattr("collective.rendezvous.ledger.store.new_id", lambda: next(ids))
    assert ledger.new_reference() == reference_of(8)


def test_a_booking_takes_its_agent_and_its_counter_until_after_the_buffer():
    ledger = Ledger()
    book(ledger, "9:00", buffer=10)
    assert ledger.occupancy(NOW).day(TUESDAY) == {
        "lea": lane(ledger, "lea").taken(0),
        "hall": lane(ledger, "hall").taken(0),
    }
    assert ledger.occupancy(NOW).day(TUESDAY)["lea"].levels == (span(clock("9:00"), clock("9:30")),)


def test_a_day_without_bookings_is_empty():
    ledger = Ledger()
    book(ledger)
    assert ledger.occupancy(NOW).day(TUESDAY + timedelta(days=1)) == {}


def test_the_first_booking_of_a_day_makes_all_its_lanes():
    ledger = Ledger()
    book(ledger)
    assert {uid: each.capacity for uid, each in ledger.days[TUESDAY.toordinal()].lanes.items()} == RESOURCES


def test_an_agent_who_is_new_gets_a_lane_on_days_that_have_some():
    ledger = Ledger()
    book(ledger)
    book(ledger, agent_uid="zoe", resources={**RESOURCES, "zoe": 1, "annex": 3})
    assert lane(ledger, "annex").capacity == 3
    assert ledger.occupancy(NOW).day(TUESDAY)["zoe"].count == 1


def test_a_capacity_that_changed_counts_from_the_next_booking_on():
    ledger = Ledger()
    book(ledger, agent_uid="lea")
    book(ledger, agent_uid="paul")
    less = {**RESOURCES, "hall": 1, "zoe": 1}
    with pytest.raises(Full):
        book(ledger, agent_uid="zoe", resources=less)
    book(ledger, "10:00", agent_uid="zoe", resources=less)
    assert lane(ledger, "hall").capacity == 1
    assert lane(ledger, "hall").taken(0).count == 3
    more = {**less, "hall": 3}
    book(ledger, agent_uid="zoe", resources=more)
    assert lane(ledger, "hall").capacity == 3


def test_a_resource_that_was_deleted_keeps_its_lane():
    ledger = Ledger()
    one = book(ledger)
    ledger.vacate(one.reference, seats(one, PARIS), NOW)
    ledger.occupy(one.reference, seats(one, PARIS), {"paul": 1}, NOW)
    assert lane(ledger, "hall").capacity == 2
    gone = appointment(day=TUESDAY + timedelta(days=1))
    ledger.occupy("K7QM2X9RTA", seats(gone, PARIS), {"paul": 1}, NOW)
    assert lane(ledger, "lea", TUESDAY + timedelta(days=1)).capacity == 1


def test_all_seats_are_taken_or_none():
    ledger = Ledger()
    book(ledger, agent_uid="lea", counter_uid="hall")
    with pytest.raises(Full):
        book(ledger, agent_uid="lea", counter_uid="annex", resources={**RESOURCES, "annex": 1})
    assert lane(ledger, "annex").entries == ()


def test_a_booking_across_midnight_takes_both_days():
    ledger = Ledger()
    book(ledger, "23:50", length=30)
    wednesday = TUESDAY + timedelta(days=1)
    assert ledger.occupancy(NOW).day(TUESDAY)["lea"].levels == (span(1430, 1440),)
    assert ledger.occupancy(NOW).day(wednesday)["hall"].levels == (span(0, 20),)


def test_a_booking_across_the_spring_gap_takes_the_wall_clock():
    sunday = date(2027, 3, 28)
    ledger = Ledger()
    book(ledger, "1:50", day=sunday, length=20)
    assert ledger.occupancy(NOW).day(sunday)["lea"].levels == (span(110, 130),)


def test_a_move_frees_where_it_was_and_takes_where_it_goes():
    ledger = Ledger()
    one = book(ledger, "9:00")
    move(ledger, one, "9:10", agent_uid="paul")
    assert lane(ledger, "lea").entries == ()
    assert [entry[:2] for entry in lane(ledger, "paul").entries] == [(550, 570)]
    assert [entry[:2] for entry in lane(ledger, "hall").entries] == [(550, 570)]
    assert list(verify(ledger, PARIS, NOW)) == []


def test_a_move_that_does_not_fit_leaves_everything_as_it_was():
    ledger = Ledger()
    one = book(ledger, "9:00")
    book(ledger, "10:00")
    with pytest.raises(Full):
        move(ledger, one, "10:10")
    assert list(verify(ledger, PARIS, NOW)) == []


def test_moving_to_another_day():
    ledger = Ledger()
    one = book(ledger, "9:00")
    friday = appointment("9:00", day=TUESDAY + timedelta(days=3))
    ledger.occupy(one.reference, seats(friday, PARIS), RESOURCES, NOW, instead_of=seats(one, PARIS))
    with ledger.changing(one):
        one.start = friday.start
    assert ledger.occupancy(NOW).day(TUESDAY) == {}
    assert list(verify(ledger, PARIS, NOW)) == []


def test_occupancy_can_leave_one_out():
    ledger = Ledger()
    one = book(ledger)
    book(ledger, agent_uid="paul")
    left = ledger.occupancy(NOW, without=one.reference).day(TUESDAY)
    assert {uid: taken.count for uid, taken in left.items()} == {"paul": 1, "hall": 1}


def test_a_pending_appointment_lapses_by_itself():
    ledger = Ledger()
    one = book(ledger, state="pending", until=seconds(LATER))
    with pytest.raises(Full):
        book(ledger)
    assert ledger.occupancy(NOW).day(TUESDAY)["lea"].count == 1
    assert ledger.occupancy(LATER).day(TUESDAY) == {}
    assert list(ledger.lapsed(NOW)) == []
    assert list(ledger.lapsed(LATER)) == [one]
    other = book(ledger, now=LATER)
    assert [entry.reference for entry in lane(ledger, "lea").entries] == [other.reference]
    assert list(verify(ledger, PARIS, LATER)) == []


def test_a_pending_appointment_that_is_confirmed_stays():
    ledger = Ledger()
    one = book(ledger, state="pending", until=seconds(LATER))
    ledger.occupy(one.reference, seats(one, PARIS), RESOURCES, NOW)
    with ledger.changing(one):
        one.state, one.until = "confirmed", None
    assert ledger.occupancy(LATER + timedelta(days=1)).day(TUESDAY)["lea"].count == 1
    assert list(ledger.lapsed(LATER)) == []
    assert list(verify(ledger, PARIS, LATER)) == []


def test_lapsed_entries_can_be_swept():
    ledger = Ledger()
    hold = seats_at(local("9:00"), 20, "lea", "hall")
    ledger.occupy("HOLD", hold, RESOURCES, NOW, seconds(LATER), HOLD)
    assert ledger.sweep(NOW) == 0
    assert ledger.sweep(LATER) == 2
    assert lane(ledger, "lea").entries == ()


def test_appointments_come_in_order_of_start_then_reference():
    ledger = Ledger()
    for n in range(40):
        ledger.add(appointment(f"{9 + n % 4}:00"))
    expected = sorted(ledger.between(0), key=lambda one: (one.start, one.reference))
    assert list(ledger.between(0)) == expected
    low, high = minutes(local("10:00")), minutes(local("12:00"))
    assert list(ledger.between(low, high)) == [one for one in expected if low <= one.start < high]
    assert list(ledger.found(ledger.starts(low, high))) == list(ledger.between(low, high))


def test_what_is_found_is_read_as_it_is_looked_at():
    ledger = Ledger()
    for n in range(9, 18):
        ledger.add(appointment(f"{n}:00"))
    found = ledger.found(ledger.starts(0))
    del ledger.shards
    assert len(found) == 9
    assert len(found[3:5]) == 2
    with pytest.raises(AttributeError):
        found[0]


def test_the_upcoming_of_a_visitor_are_counted_by_type():
    ledger = Ledger()
    at_nine = local("9:00")
    one = ledger.add(appointment("9:30", email="Jeanne@Exemple.FR "))
    ledger.add(appointment("10:00", state="pending", until=seconds(at_nine)))
    ledger.add(appointment("10:00", type_uid="wedding"))
    ledger.add(appointment("10:00", email="other@exemple.fr"))
    ledger.add(appointment("10:00", state="cancelled"))
    ledger.add(appointment("10:00", state="honoured"))
    ledger.add(appointment("9:00"))
    assert ledger.upcoming(" JEANNE@exemple.fr", "passport", NOW) == 3
    assert ledger.upcoming("jeanne@exemple.fr", "passport", NOW, without=one.reference) == 2
    assert ledger.upcoming("jeanne@exemple.fr", "passport", at_nine) == 1
    assert ledger.upcoming("jeanne@exemple.fr", "passport", at_nine - timedelta(seconds=1)) == 3
    assert ledger.upcoming("nobody@exemple.fr", "passport", NOW) == 0
    assert ledger.upcoming(" ", "passport", NOW) == 0


def test_the_upcoming_of_what_is_to_be_deleted():
    ledger = Ledger()
    one = ledger.add(appointment("9:00"))
    ledger.add(appointment("9:00", state="no_show"))
    pending = ledger.add(appointment("10:00", agent_uid="paul", state="pending", until=seconds(LATER)))
    for uid in ("passport", "hall", None):
        assert list(ledger.upcoming_of(uid, NOW)) == [one, pending]
        assert list(ledger.upcoming_of(uid, LATER)) == [one]
    assert list(ledger.upcoming_of("paul", NOW)) == [pending]
    assert list(ledger.upcoming_of("hall", local("9:00"))) == []


def test_reminders_are_due_once_and_to_those_who_come():
    ledger = Ledger()
    one = ledger.add(appointment("9:00"))
    ledger.add(appointment("9:00", email=""))
    ledger.add(appointment("9:00", state="cancelled"))
    low, high = minutes(NOW), minutes(local("9:01"))
    assert list(ledger.unreminded(low, high)) == [one]
    assert list(ledger.unreminded(low, high - 1)) == []
    with ledger.changing(one):
        one.reminded = True
    assert list(ledger.unreminded(low, high)) == []


def test_look_ups_follow_a_change():
    ledger = Ledger()
    one = book(ledger, "9:00")
    with ledger.changing(one):
        one.last_name, one.phone, one.email = "Martin", "", "j@exemple.fr"
    assert list(ledger.matching("dupont")) == []
    assert list(ledger.matching("martin")) == [one]
    assert ledger.upcoming("j@exemple.fr", "passport", NOW) == 1
    assert list(verify(ledger, PARIS, NOW)) == []


def test_look_ups_follow_a_change_that_broke_off():
    ledger = Ledger()
    one = book(ledger, "9:00")
    with pytest.raises(RuntimeError), ledger.changing(one):
        one.last_name = "Martin"
        raise RuntimeError
    assert list(verify(ledger, PARIS, NOW)) == []


def test_removing_leaves_nothing():
    ledger = Ledger()
    one = book(ledger)
    ledger.vacate(one.reference, seats(one, PARIS), NOW)
    ledger.remove(one)
    assert ledger.get(one.reference) is None
    assert all(list(lookup) == [] for lookup in ledger.lookups.values())
    assert ledger.occupancy(NOW).day(TUESDAY) == {}


def test_vacating_what_was_never_there_changes_nothing():
    Ledger().vacate("K7QM2X9RTA", seats(appointment(), PARIS), NOW)


def test_erasing_leaves_no_way_to_find_it_but_its_reference_and_its_day():
    ledger = Ledger()
    one = book(ledger)
    assert list(ledger.unerased(one.start + 1)) == [one]
    ledger.erase(one, NOW)
    for text in ("dupont", "jeanne", "0612", "jeanne@"):
        assert list(ledger.matching(text)) == []
    assert list(ledger.unerased(one.start + 1)) == []
    assert list(ledger.unreminded(0, one.start + 1)) == []
    assert list(ledger.between(0)) == [one]
    assert ledger.get(one.reference) is one
    assert list(verify(ledger, PARIS, NOW)) == []


def test_the_oldest_are_erased_first_so_many_at_a_time():
    ledger = Ledger()
    for n in range(9, 15):
        ledger.add(appointment(f"{n}:00"))
    oldest = list(ledger.between(0))[:2]
    due = minutes(local("12:00"))
    assert list(ledger.unerased(due, limit=2)) == oldest
    for one in ledger.unerased(due):
        ledger.erase(one, NOW)
    assert list(ledger.unerased(due)) == []
    assert sum(one.erased for one in ledger.between(0)) == 3
