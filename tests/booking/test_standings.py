"""What is remembered of a day is what one would find anew, whatever was written meanwhile."""

from collective.rendezvous.booking.stranded import stranded
from collective.rendezvous.ledger.lane import Full
from collective.rendezvous.ledger.seats import seats
from collective.rendezvous.ledger.store import Ledger
from collective.rendezvous.scheduling.states import OCCUPYING
from datetime import timedelta
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
from tests.ledger.build import appointment
from tests.ledger.build import book
from tests.ledger.build import NOW
from tests.ledger.build import PARIS
from tests.ledger.build import TUESDAY
from tests.scheduling.build import agent
from tests.scheduling.build import appointment_type
from tests.scheduling.build import counter
from tests.scheduling.build import hours
from tests.scheduling.build import office
from ZODB.DB import DB
from ZODB.MappingStorage import MappingStorage

import pytest
import transaction


AGENTS, COUNTERS = ("uid-anna", "uid-bob"), ("uid-desk", "uid-hall")
RESOURCES = dict.fromkeys((*AGENTS, "uid-desk"), 1) | {"uid-hall": 3}
FIELDS = {"type_uid": "uid-passport", "agent_uid": "uid-anna", "counter_uid": "uid-desk"}
OFFICE = office(
    types=[appointment_type()],
    counters=[counter("desk"), counter("hall", 1)],
    agents=[agent("anna", hours("9:00", "12:00", days=[0, 1, 2])), agent("bob", hours("9:00", "11:00"))],
)
"""The hall holds three by its lanes and one by the office: its capacity was lowered."""

times = st.tuples(
    st.sampled_from(["9:00", "9:20", "10:40", "11:40", "12:00", "23:50"]),
    st.sampled_from([TUESDAY + timedelta(days=day) for day in (-7, 0, 1, 2)]),
)
deeds = st.tuples(
    st.sampled_from(["book", "book", "pend", "move", "cancel", "arrive", "undo", "delete", "wait"]),
    times,
    st.sampled_from(AGENTS),
    st.sampled_from(COUNTERS),
    st.integers(0, 9),
)


@pytest.fixture
def ledger():
    db = DB(MappingStorage())
    connection = db.open()
    made = connection.root()["ledger"] = Ledger()
    made.zone = "Europe/Paris"
    transaction.commit()
    yield made
    transaction.abort()
    connection.close()
    db.close()


def do(ledger, now, deed, when, agent, counter, number):
    known = list(ledger.between(0))
    place = {"type_uid": "uid-passport", "agent_uid": agent, "counter_uid": counter}
    if deed in ("book", "pend") or not known:
        pending = {"state": "pending", "until": int(now.timestamp()) + 900} if deed == "pend" else {}
        book(ledger, *when, now=now, resources=RESOURCES, **place, **pending)
        return
    one = known[number % len(known)]
    before = seats(one, PARIS)
    if deed == "delete":
        ledger.vacate(one.reference, before, now)
        ledger.remove(one)
        return
    state = {"cancel": "cancelled", "arrive": "arrived", "undo": "confirmed"}.get(deed, one.state)
    with ledger.changing(one):
        one.state = state
        if deed == "move":
            one.start, one.agent_uid, one.counter_uid = appointment(*when).start, agent, counter
    if state in OCCUPYING:
        until = one.until if state == "pending" else None
        ledger.occupy(one.reference, seats(one, PARIS), RESOURCES, now, until, instead_of=before)
    else:
        ledger.vacate(one.reference, before, now)


def told(ledger, now):
    return [
        (one.appointment.reference, [f.code for f in one.findings]) for one in stranded(ledger, OFFICE, now)
    ]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(deeds, max_size=14))
def test_what_is_remembered_is_what_is_found_anew(ledger, steps):
    for one in list(ledger.between(0)):
        ledger.vacate(one.reference, seats(one, PARIS), NOW)
        ledger.remove(one)
    transaction.commit()
    now = NOW
    for deed, *rest in steps:
        if deed == "wait":
            now += timedelta(minutes=10)
        try:
            if deed != "wait":
                do(ledger, now, deed, *rest)
        except Full:
            transaction.abort()
        else:
            writing = told(ledger, now)
            transaction.commit()
            assert told(ledger, now) == writing
        found = told(ledger, now)
        ledger.revision._v_standing = None
        assert told(ledger, now) == found


def test_a_second_look_reads_no_appointment_but_those_that_are_told(ledger, monkeypatch):
    book(ledger, "9:00", resources=RESOURCES, **FIELDS)
    gone = book(ledger, "12:00", resources=RESOURCES, **FIELDS)
    transaction.commit()
    assert told(ledger, NOW) == [(gone.reference, ["outside_availability"])]
    monkeypatch.setattr(Ledger, "between", lambda *asked: pytest.fail("a day was read again"))
    assert told(ledger, NOW) == [(gone.reference, ["outside_availability"])]


def test_another_snapshot_of_the_set_up_is_looked_at_anew(ledger):
    gone = book(ledger, "12:00", resources=RESOURCES, **FIELDS)
    transaction.commit()
    assert told(ledger, NOW)
    longer = office(agents=[agent("anna", hours("9:00", "13:00"))])
    assert list(stranded(ledger, longer, NOW)) == []
    assert told(ledger, NOW) == [(gone.reference, ["outside_availability"])]
