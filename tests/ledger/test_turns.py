"""Two connections that write by turns, on a file and on a ZEO server in another process."""

from .build import appointment
from .build import book
from .build import hold
from .build import NOW
from .build import PARIS
from .build import release
from .build import TUESDAY
from collective.rendezvous.ledger.seats import seats
from collective.rendezvous.ledger.store import Ledger
from collective.rendezvous.ledger.verify import verify
from contextlib import contextmanager
from datetime import timedelta
from transaction import TransactionManager
from ZODB.POSException import ConflictError
from ZODB.POSException import ReadConflictError

import pytest


LATER = NOW + timedelta(hours=1)
SOON = int(NOW.timestamp()) + 600


@pytest.fixture(params=["file_db", pytest.param("zeo_db", marks=pytest.mark.race)])
def db(request):
    return request.getfixturevalue(request.param)


class Side:
    """A connection of its own, with its ledger."""

    def __init__(self, db):
        self.manager = TransactionManager()
        self.connection = db.open(self.manager)

    @property
    def ledger(self):
        return self.connection.root()["ledger"]

    def book(self, *args, **fields):
        return book(self.ledger, *args, **fields).reference

    def commit(self):
        self.manager.commit()

    def again(self):
        self.manager.abort()


@pytest.fixture
def sides(db):
    """Two, that both saw a ledger with an empty day."""
    first, second = Side(db), Side(db)
    first.connection.root()["ledger"] = Ledger()
    one = book(first.ledger)
    first.ledger.vacate(one.reference, seats(one, PARIS), NOW)
    first.ledger.remove(one)
    first.commit()
    second.connection.sync()
    yield first, second
    for side in (first, second):
        side.manager.abort()
        side.connection.close()


@contextmanager
def conflict(side, error=ConflictError):
    """What is done in here cannot be committed; the side may try again."""
    yield
    with pytest.raises(error):
        side.commit()
    side.again()


def references(side, uid="lea"):
    side.connection.sync()
    day = side.ledger.days[TUESDAY.toordinal()]
    return {entry.reference for entry in day.lanes[uid].entries}


def differences(side):
    side.connection.sync()
    return list(verify(side.ledger, PARIS, NOW))


def test_two_on_one_lane_that_fit_are_merged(sides):
    first, second = sides
    booked = {first.book("9:00"), second.book("9:20")}
    first.commit()
    second.commit()
    for side in sides:
        assert references(side) == references(side, "hall") == booked
        assert differences(side) == []


def test_two_on_one_seat_conflict_and_the_second_sees_that_it_is_taken(sides):
    first, second = sides
    booked = first.book("9:00")
    first.commit()
    with conflict(second):
        second.book("9:10")
    assert references(second) == {booked}
    assert differences(second) == []


def test_two_at_a_counter_for_two_are_merged_and_a_third_is_not(sides):
    first, second = sides
    first.book("9:00", agent_uid="lea")
    second.book("9:00", agent_uid="paul")
    first.commit()
    second.commit()
    first.connection.sync()
    first.book("10:00", agent_uid="lea")
    first.commit()
    with conflict(second):
        second.connection.sync()
        resources = {"lea": 1, "paul": 1, "zoe": 1, "hall": 2}
        second.book("10:00", agent_uid="zoe", resources=resources)
        first.connection.sync()
        first.book("10:00", agent_uid="paul")
        first.commit()
    assert len(references(second, "hall")) == 4


def test_freeing_and_taking_elsewhere_are_merged(sides):
    first, second = sides
    # Two shards of the look-ups: no storage can merge into a set that the other side emptied.
    gone = first.book("9:00", reference="2222222222")
    first.commit()
    second.connection.sync()
    one = first.ledger.get(gone)
    first.ledger.vacate(gone, seats(one, PARIS), NOW)
    with first.ledger.changing(one):
        one.state = "cancelled"
    booked = second.book("9:30", reference="2222222223")
    first.commit()
    second.commit()
    assert references(first) == {booked}
    assert differences(first) == []


def test_both_sweep_what_has_lapsed(sides):
    first, second = sides
    first.book("9:00", state="pending", until=SOON)
    first.commit()
    second.connection.sync()
    booked = {first.book("9:00", now=LATER), second.book("9:20", now=LATER)}
    first.commit()
    second.commit()
    assert references(first) == booked


def test_one_whose_clock_is_behind_does_not_see_what_the_other_swept(sides):
    first, second = sides
    first.book("9:00", state="pending", until=SOON)
    first.commit()
    second.connection.sync()
    booked = {first.book("9:40"), second.book("9:00", now=LATER)}
    first.commit()
    second.commit()
    assert references(second) == booked


def test_confirmed_by_one_while_the_other_takes_its_place(sides):
    first, second = sides
    pending = first.book("9:00", state="pending", until=SOON)
    first.commit()
    second.connection.sync()
    one = first.ledger.get(pending)
    first.ledger.occupy(pending, seats(one, PARIS), {}, NOW)
    with first.ledger.changing(one):
        one.state, one.until = "confirmed", None
    first.commit()
    with conflict(second):
        second.book("9:00", now=LATER)
    assert references(second) == {pending}
    assert differences(second) == []


def test_two_changes_of_one_appointment_conflict(sides):
    first, second = sides
    reference = first.book("9:00")
    first.commit()
    second.connection.sync()
    for side in sides:
        one = side.ledger.get(reference)
        with side.ledger.changing(one):
            one.note(NOW, "agnes", "change")
    first.commit()
    with conflict(second):
        pass


def test_the_first_two_bookings_of_a_day_conflict_once(sides):
    first, second = sides
    friday = TUESDAY + timedelta(days=3)
    first.book("9:00", day=friday)
    first.commit()
    with conflict(second):
        second.book("9:30", day=friday)
    second.book("9:30", day=friday)
    second.commit()
    assert differences(first) == []


def test_a_booking_conflicts_with_a_change_of_the_set_up_that_commits_first(sides):
    first, second = sides
    with conflict(second, ReadConflictError):
        second.ledger.guard()
        second.book("9:00")
        first.ledger.revision.bump()
        first.commit()
    second.ledger.guard()
    second.book("9:00")
    second.commit()


def test_the_guard_holds_for_a_set_up_that_was_not_read_before(sides):
    first, second = sides
    second.connection.cacheMinimize()
    assert second.ledger.revision._p_changed is None
    with conflict(second, ReadConflictError):
        second.ledger.guard()
        second.book("9:00")
        first.ledger.revision.bump()
        first.commit()


def test_bookings_do_not_conflict_by_their_guards(sides):
    first, second = sides
    for side, start in ((first, "9:00"), (second, "9:30")):
        side.ledger.guard()
        side.book(start)
    first.commit()
    second.commit()


def test_a_change_of_the_set_up_goes_through_after_a_booking(sides):
    first, second = sides
    second.ledger.revision.bump()
    first.ledger.guard()
    first.book("9:00")
    first.commit()
    second.commit()


def test_two_changes_of_the_set_up_conflict(sides):
    first, second = sides
    for side in sides:
        side.ledger.revision.bump()
    first.commit()
    with conflict(second):
        pass


def test_a_ledger_that_is_new_needs_no_guard():
    Ledger().guard()


def test_two_bookings_of_one_visitor_conflict_so_that_the_second_counts_the_first(sides):
    first, second = sides
    for side, start in ((first, "9:00"), (second, "10:00")):
        assert side.ledger.upcoming("jeanne@exemple.fr", "passport", NOW) == 0
        side.ledger.visitors.touch("jeanne@exemple.fr")
        side.book(start)
    first.commit()
    with conflict(second):
        pass
    assert second.ledger.upcoming("jeanne@exemple.fr", "passport", NOW) == 1
    second.ledger.visitors.touch("jeanne@exemple.fr")
    first.ledger.visitors.touch("jeanne@exemple.fr")
    first.commit()
    with conflict(second):
        pass


def test_two_visitors_do_not_conflict(sides):
    for side, email in zip(sides, ("jeanne@exemple.fr", "guy@exemple.fr"), strict=True):
        side.ledger.visitors.touch(email)
    for side in sides:
        side.commit()


def test_two_bookings_of_one_client_conflict_so_that_the_second_counts_the_first(sides):
    first, second = sides
    for _ in range(2):
        for side in sides:
            side.connection.sync()
            side.ledger.clients.count("203.0.113.9", NOW)
        first.commit()
        with conflict(second):
            pass
    assert second.ledger.clients.allowed("203.0.113.9", NOW, 2) == 60


def test_two_holds_of_one_slot_conflict_and_the_second_sees_that_it_is_kept(sides):
    first, second = sides
    id, held = hold(first.ledger, address="203.0.113.9")
    hold(second.ledger, address="203.0.113.10")
    first.commit()
    with conflict(second):
        pass
    assert second.ledger.holds.find(id, NOW) == held
    assert references(second) == {held.reference}
    assert differences(second) == []


def test_two_holds_of_one_client_conflict_so_that_the_second_counts_the_first(sides):
    first, second = sides
    for side, start in ((first, "9:00"), (second, "10:00")):
        assert side.ledger.holds.wait("203.0.113.9", NOW, 1) == 0
        hold(side.ledger, start)
    first.commit()
    with conflict(second):
        pass
    assert second.ledger.holds.wait("203.0.113.9", NOW, 1) == 600


def test_two_bookings_with_one_hold_conflict(sides):
    first, second = sides
    id, held = hold(first.ledger)
    first.commit()
    for side in sides:
        side.connection.sync()
        release(side.ledger, side.ledger.holds.find(id, NOW))
        side.book("9:00")
    first.commit()
    with conflict(second):
        pass
    assert second.ledger.holds.find(id, NOW) is None
    assert len(references(second)) == 1


def test_a_hold_that_is_booked_and_a_booking_beside_it_are_merged(sides):
    first, second = sides
    id, held = hold(first.ledger)
    first.commit()
    second.connection.sync()
    release(first.ledger, held)
    booked = {first.book("9:00"), second.book("9:20")}
    first.commit()
    second.commit()
    assert references(first) == booked
    assert differences(first) == []


def test_of_two_requests_with_one_key_the_second_finds_the_answer_of_the_first(sides):
    first, second = sides
    key = "0123456789abcdef"
    for side in sides:
        assert side.ledger.answers.find(key, b"body", NOW) is None
        side.ledger.answers.remember(key, b"body", side.book("9:00"), NOW)
    first.commit()
    with conflict(second):
        pass
    answer = second.ledger.answers.find(key, b"body", NOW)
    assert {answer.reference} == references(second)


def test_one_reference_for_two_appointments_conflicts(sides):
    first, second = sides
    for side in sides:
        side.ledger.add(appointment(reference="K7QM2X9RTA"))
    first.commit()
    with conflict(second):
        pass
    with pytest.raises(ValueError):
        second.ledger.add(appointment(reference="K7QM2X9RTA"))


def test_a_booking_that_was_merged_is_read_anew(sides):
    first, second = sides
    booked = {first.book("9:00"), second.book("9:20")}
    for side in sides:
        assert side.ledger.occupancy(NOW).day(TUESDAY)["lea"].count == 1
    first.commit()
    second.commit()
    for side in sides:
        side.connection.sync()
        assert side.ledger.occupancy(NOW).day(TUESDAY)["lea"].count == len(booked)


def test_an_attempt_that_was_given_up_leaves_nothing_taken(sides):
    first, _ = sides
    first.book("9:00")
    assert first.ledger.occupancy(NOW).day(TUESDAY)["lea"].count == 1
    first.again()
    assert first.ledger.occupancy(NOW).day(TUESDAY) == {}
