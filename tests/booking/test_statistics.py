"""Statistics against a naive recount of all appointments, whatever was summed up before."""

from collections import Counter
from collective.rendezvous.booking.statistics import GONE
from collective.rendezvous.booking.statistics import median
from collective.rendezvous.booking.statistics import statistics
from collective.rendezvous.booking.statistics import within
from collective.rendezvous.booking.sums import due
from collective.rendezvous.booking.sums import sum_up
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.ledger.instants import minutes
from collective.rendezvous.ledger.instants import seconds
from collective.rendezvous.ledger.store import Ledger
from collective.rendezvous.ledger.tally import waited
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
from tests.scheduling.build import agent
from tests.scheduling.build import appointment_type
from tests.scheduling.build import counter
from tests.scheduling.build import hours
from tests.scheduling.build import office
from zoneinfo import ZoneInfo

import pickle
import pytest
import statistics as standard


SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
TODAY = date(2026, 11, 24)
ONE_DAY = timedelta(days=1)
TYPES, COUNTERS, AGENTS = ("passport", "card"), ("desk", "hall"), ("anna", "bob")

OFFICE = office(
    types=[appointment_type(name) for name in TYPES],
    counters=[counter(name, 3, TYPES) for name in COUNTERS],
    agents=[
        agent("anna", hours("9:00", "12:00", TYPES)),
        agent("bob", hours("9:00", "10:00", TYPES, ["desk"]), hours("14:00", "15:00", ["card"], ["hall"])),
    ],
)

states = st.sampled_from(["confirmed", "honoured", "honoured", "no_show", "cancelled", "expired", "pending"])
visits = st.builds(
    dict,
    day=st.integers(-20, 3),
    minute=st.integers(0, 1439),
    type_uid=st.sampled_from([f"uid-{name}" for name in (*TYPES, "gone")]),
    counter_uid=st.sampled_from([f"uid-{name}" for name in COUNTERS]),
    agent_uid=st.sampled_from([f"uid-{name}" for name in AGENTS]),
    state=states,
    origin=st.sampled_from(["public", "staff"]),
    length=st.sampled_from([10, 20, 45]),
    buffer=st.sampled_from([0, 5]),
    before=st.integers(0, 40 * 24 * 60),
    wait=st.none() | st.integers(0, 90),
)


def stored(ledger, day, minute, before, wait, **fields):
    start = datetime.combine(TODAY + day * ONE_DAY, time(), PARIS) + timedelta(minutes=minute)
    made = Appointment(
        start=minutes(start), created=seconds(start) - 60 * before, type_title="Gone", last_name="X", **fields
    )
    made.note(start, "citizen", "book")
    if made.state == "pending":
        made.until = seconds(NOW) + (60 if day > 0 else -60)
    if made.state == "honoured" and wait is not None:
        made.note(start, "anna", "arrive")
        made.note(start + timedelta(minutes=wait), "anna", "honour")
    return ledger.add(made)


def filled(visits):
    ledger = Ledger()
    ledger.zone = "Europe/Paris"
    for visit in visits:
        stored(ledger, **visit)
    return ledger


def local(one):
    return one.start_at.astimezone(PARIS).date()


def state(one):
    return "expired" if one.lapsed(NOW) else one.state


def recount(all_, **narrow):
    """The figures that are counted, from the appointments themselves."""
    mine = [one for one in all_ if all(getattr(one, name) in uids for name, uids in narrow.items())]
    live = [one for one in mine if state(one) not in GONE]
    delays = [(local(one) - datetime.fromtimestamp(one.created, PARIS).date()).days for one in live]
    waits = [wait for one in live if (wait := waited(one)) is not None]
    return (
        len(live),
        sum(one.origin == "public" for one in live),
        sum(state(one) == "cancelled" for one in mine),
        sum(one.state == "no_show" for one in mine),
        sum(one.length + one.buffer for one in live),
        standard.median(delays) if delays else None,
        standard.median(waits) if waits else None,
    )


def figures(found):
    return (
        found.appointments,
        found.online,
        found.cancelled,
        found.no_shows,
        found.minutes_taken,
        found.delay_days_median,
        found.wait_minutes_median,
    )


def all_of(ledger, first, last):
    return [one for one in ledger.between(0) if first <= local(one) <= min(last, TODAY)]


@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@given(
    st.lists(visits, max_size=30),
    st.lists(visits, max_size=5),
    st.integers(0, 24),
    st.integers(0, 24),
    st.none() | st.sets(st.sampled_from(["uid-anna", "uid-bob"]), min_size=1),
    st.none() | st.sets(st.sampled_from(["uid-desk", "uid-hall"]), min_size=1),
    st.randoms(use_true_random=False),
)
def test_the_figures_are_those_of_a_naive_recount(before, after, since, span, agents, counters, random):
    ledger = filled(before)
    for day in due(ledger, OFFICE, NOW):
        if random.random() < 0.7:
            sum_up(ledger, OFFICE, day, NOW)
    for visit in after:
        stored(ledger, **visit)
    for one in list(ledger.between(0)):
        if random.random() < 0.2:
            with ledger.changing(one):
                one.state = "no_show"
        elif random.random() < 0.1:
            ledger.remove(one)
        elif random.random() < 0.3:
            ledger.erase(one, NOW)
    first = TODAY - since * ONE_DAY
    last = first + span * ONE_DAY
    agents, counters = (None if uids is None else frozenset(uids) for uids in (agents, counters))
    narrow = {name: uids for name, uids in (("agent_uid", agents), ("counter_uid", counters)) if uids}
    found = statistics(ledger, OFFICE, first, last, NOW, agents, counters)
    all_ = all_of(ledger, first, last)
    assert figures(found.totals) == recount(all_, **narrow)
    for uid, told in found.by_type.items():
        assert figures(told) == recount(all_, type_uid={uid}, **narrow)
    for week, told in found.by_week.items():
        assert figures(told) == recount([o for o in all_ if local(o).isocalendar()[:2] == week], **narrow)
    for weekday, told in found.by_weekday.items():
        assert figures(told) == recount([o for o in all_ if local(o).weekday() == weekday], **narrow)
    assert sum(told.appointments for told in found.by_type.values()) == found.totals.appointments


VISIT = {
    "day": -8,
    "minute": 600,
    "type_uid": "uid-passport",
    "counter_uid": "uid-desk",
    "agent_uid": "uid-anna",
    "state": "confirmed",
    "origin": "public",
    "length": 20,
    "buffer": 0,
    "before": 3 * 24 * 60,
    "wait": None,
}


def over(ledger, **narrow):
    return statistics(ledger, OFFICE, TODAY - 30 * ONE_DAY, TODAY, NOW, **narrow)


def test_what_was_offered_counts_from_the_first_appointment_on():
    found = over(filled([VISIT]))
    assert found.totals.minutes_offered == 9 * 300
    assert found.by_type["uid-passport"].minutes_offered == 9 * 240
    assert found.by_type["uid-card"].minutes_offered == 9 * 300
    assert over(filled([VISIT]), agents=frozenset({"uid-bob"})).totals.minutes_offered == 9 * 120
    assert over(filled([VISIT]), counters=frozenset({"uid-desk"})).totals.minutes_offered == 9 * 240


def test_what_was_offered_stays_as_it_was_when_the_day_was_summed_up():
    ledger = filled([VISIT])
    for day in due(ledger, OFFICE, NOW):
        sum_up(ledger, OFFICE, day, NOW)
    with ledger.changing(next(ledger.between(0))) as one:
        one.state = "no_show"
    idle = office(types=[], counters=[], agents=[])
    found = statistics(ledger, idle, TODAY - 30 * ONE_DAY, TODAY - ONE_DAY, NOW)
    assert (found.totals.minutes_offered, found.totals.no_shows) == (8 * 300, 1)


def test_a_day_is_summed_up_once_and_again_when_something_on_it_changes():
    ledger = filled([VISIT])
    assert [sum_up(ledger, OFFICE, day, NOW) for day in due(ledger, OFFICE, NOW)] == [True] * 8
    assert [sum_up(ledger, OFFICE, day, NOW) for day in due(ledger, OFFICE, NOW)] == [False] * 7
    one = next(ledger.between(0))
    with ledger.changing(one):
        one.notes = "Came with her dog"
    assert len(due(ledger, OFFICE, NOW)) == 7
    with ledger.changing(one):
        one.state = "honoured"
    assert [sum_up(ledger, OFFICE, day, NOW) for day in due(ledger, OFFICE, NOW)] == [False] * 7 + [True]


def test_a_request_reads_no_appointment_of_a_day_that_was_summed_up(monkeypatch):
    ledger = filled([VISIT])
    for day in due(ledger, OFFICE, NOW):
        sum_up(ledger, OFFICE, day, NOW)
    monkeypatch.setattr(Ledger, "load", lambda ledger, id: pytest.fail("an appointment was read"))
    assert over(ledger).totals.appointments == 1


def test_nothing_personal_is_in_a_sum():
    ledger = filled([VISIT])
    one = next(ledger.between(0))
    with ledger.changing(one):
        one.last_name, one.email, one.phone = "Garnier", "ines@courriel.example", "0612345678"
        one.answers, one.comment = {"Nom": "Les Amis"}, "Fauteuil"
    for day in due(ledger, OFFICE, NOW):
        sum_up(ledger, OFFICE, day, NOW)
    kept = b"".join(pickle.dumps(each.__getstate__()) for each in ledger.sums.days.values())
    for secret in ("Garnier", "ines@", "12345678", "Les Amis", "Fauteuil", one.reference):
        assert secret.encode() not in kept


def test_a_deleted_type_keeps_its_name():
    ledger = filled([{**VISIT, "type_uid": "uid-gone"}])
    for day in due(ledger, OFFICE, NOW):
        sum_up(ledger, OFFICE, day, NOW)
    assert over(ledger).titles["uid-gone"] == "Gone"


def test_an_arrival_that_was_taken_back_is_no_wait():
    one = Appointment(state="honoured")
    for minute, action in enumerate(["book", "arrive", "undo", "honour"]):
        one.note(NOW + timedelta(minutes=minute), "anna", action)
    assert waited(one) is None
    for minute, action in ((10, "undo"), (20, "arrive"), (27, "honour")):
        one.note(NOW + timedelta(minutes=minute), "anna", action)
    assert waited(one) == 7


def test_an_absence_that_was_taken_back_takes_no_wait_along():
    one = Appointment(state="honoured")
    for minute, action in enumerate(["book", "arrive", "no_show", "undo", "honour"]):
        one.note(NOW + timedelta(minutes=minute), "anna", action)
    assert waited(one) == 3


def test_who_was_received_without_having_arrived_has_not_waited():
    one = Appointment(state="honoured")
    for minute, action in enumerate(["book", "honour"]):
        one.note(NOW + timedelta(minutes=minute), "anna", action)
    assert waited(one) is None


@given(st.lists(st.integers(0, 90), max_size=30))
def test_middle_and_nine_of_ten_from_how_often_each_value_came(values):
    found = Counter(values)
    assert median(found) == (standard.median(values) if values else None)
    limit = within(found, 0.9)
    if values:
        assert sum(value <= limit for value in values) >= 0.9 * len(values)
        assert sum(value < limit for value in values) < 0.9 * len(values)
    else:
        assert limit is None
