"""Whatever people keep, give back, book, cancel and let lapse: nobody is booked twice."""

from .conftest import NOW
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.errors import BookingError
from collective.rendezvous.booking.errors import TooManyHolds
from collective.rendezvous.booking.hold import MOST
from collective.rendezvous.ledger.verify import verify
from collective.rendezvous.scheduling.rules import Actor
from collective.rendezvous.scheduling.slots import Query
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
from tests.town import agent
from tests.town import change
from tests.town import wish

import pytest


DAY = date(2026, 11, 25)
DEEDS = ["hold", "hold again", "book", "book held", "cancel", "release", "desk"]
STARTS = [f"2026-11-25T{hour}:{minute}:00+01:00" for hour in ("09", "10") for minute in ("00", "20", "40")]
steps = st.lists(
    st.tuples(
        st.sampled_from(DEEDS),
        st.sampled_from(STARTS),
        st.integers(0, 5),
        st.integers(0, 2),
        st.integers(0, 9),
    ),
    max_size=14,
)


@pytest.fixture
def office(office):
    agent(office, "luc", office["cni"])
    change(office["guichet-standard"], capacity=2)
    return change(office, freed_slot_minutes=15, max_upcoming_per_email=0, bookings_per_minute=0)


def play(office, steps):
    now, ids, made = NOW, [], []
    kind = office["cni"].UID()
    for deed, start, number, client, minutes in steps:
        now += timedelta(minutes=minutes)
        public = Desk(office, Actor(), now, commit=None)
        staff = Desk(office, Actor("administrator", None, "admin"), now, commit=None)
        address = f"203.0.113.{client}"
        id = ids[number % len(ids)] if ids else ""
        live = len(list(public.ledger.holds.live(now))) if public.ledger else 0
        offered = {s.start.isoformat(): s for d in public.slots(Query(kind, DAY, DAY)) for s in d.slots}
        try:
            if deed.startswith("hold"):
                former = id if deed == "hold again" else ""
                held = public.hold({"type": "cni", "start": start}, address, former)
                assert start in offered or former, "what is kept was offered"
                ids.append(held.id)
            elif deed in ("book", "book held", "desk"):
                desk, hold = (staff, "") if deed == "desk" else (public, id if deed == "book held" else "")
                kept = public.held(hold)
                start = kept.start.isoformat() if kept else start
                one = desk.book(wish(start, hold=hold)).appointment
                made.append(one)
                if kept is not None:
                    assert (one.agent_uid, one.counter_uid) == (kept.hold.agent, kept.hold.counter)
                elif deed != "desk":
                    assert start in offered
            elif deed == "cancel" and made:
                one = made.pop(number % len(made))
                public.cancel(one.reference, one.key)
            elif deed == "release":
                public.release(id)
                assert public.held(id) is None
        except TooManyHolds:
            assert live >= MOST
        except BookingError:
            assert public.held(id) is None or deed != "book held", "whoever keeps it gets it"
        if public.ledger is None:
            continue
        assert list(verify(public.ledger, public.office.zone, now)) == []
        for lane in (lane for day in public.ledger.days.values() for lane in day.lanes.values()):
            assert not lane.taken(int(now.timestamp()), freed=False).busy(lane.capacity + 1)
        for client in range(3):
            address = f"203.0.113.{client}"
            assert public.ledger.holds.wait(address, now, MOST + 1) == 0, "nobody keeps more"


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps)
def test_holds_bookings_and_freed_slots_go_together(office, steps):
    import transaction

    before = transaction.savepoint(optimistic=True)
    try:
        play(office, steps)
    finally:
        before.rollback()
