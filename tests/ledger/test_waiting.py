from .build import NOW
from .build import TUESDAY
from collective.rendezvous.ledger.instants import seconds
from collective.rendezvous.ledger.store import Ledger
from collective.rendezvous.ledger.waiting import id_of
from collective.rendezvous.ledger.waiting import Offer
from collective.rendezvous.ledger.waiting import rows
from collective.rendezvous.ledger.waiting import Stretch
from collective.rendezvous.ledger.waiting import UNCONFIRMED_FOR
from collective.rendezvous.ledger.waiting import Waiter
from collective.rendezvous.ledger.waiting import WaitingList
from collective.rendezvous.scheduling.minutes import span
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st

import pickle
import pytest


LATER = seconds(NOW + timedelta(days=30))


def waiter(email="jeanne@exemple.fr", type_uid="passport", **fields):
    given = {"first": TUESDAY, "last": TUESDAY + timedelta(days=7), "ends": LATER, "created": seconds(NOW)}
    return Waiter(type_uid=type_uid, email=email, **(given | fields))


def offer(until):
    return Offer(
        start=0, length=20, buffer=0, agent="lea", counter="hall", made=seconds(NOW), until=until, seats=()
    )


def confirmed(made, when=0):
    return {"state": "waiting", "confirmed": seconds(NOW) + when} | made


@pytest.fixture
def waiting():
    return WaitingList()


def test_an_empty_list_is_told_at_once(waiting):
    assert not waiting
    made = waiting.add(waiter())
    assert waiting
    waiting.remove(made)
    assert not waiting
    assert [list(lookup) for lookup in waiting.lookups.values()] == [[], [], []]


def test_a_key_opens_its_entry_and_no_other(waiting):
    made, other = waiting.add(waiter()), waiting.add(waiter("paul@exemple.fr"))
    assert made.key != other.key and len(made.key) >= 22
    assert waiting.find(made.key) is made
    for wrong in ("", "x", made.key[:-1], made.key + "x", "clé", "\udcff"):
        assert waiting.find(wrong) is None


def test_the_id_tells_nothing_of_the_key(waiting):
    made = waiting.add(waiter())
    assert made.key not in made.reference
    assert made.id == id_of(made.key) < 1 << 62


def test_an_address_finds_all_its_entries_however_it_is_written(waiting):
    waiting.add(waiter("Jeanne@Exemple.fr "))
    waiting.add(waiter("jeanne@exemple.fr", type_uid="housing"))
    waiting.add(waiter("jeanne@exemple.frx"))
    assert len(waiting.of(" JEANNE@exemple.fr")) == 2
    assert waiting.of("") == []


def test_those_who_confirmed_wait_in_that_order(waiting):
    for name, when in (("c", 30), ("a", 10), ("b", 20)):
        waiting.add(waiter(f"{name}@exemple.fr", **confirmed({}, when)))
    waiting.add(waiter("nobody@exemple.fr"))
    waiting.add(waiter("other@exemple.fr", "housing", **confirmed({}, 5)))
    assert [each.email[0] for each in waiting.queue("passport")] == ["a", "b", "c"]
    assert (waiting.count("passport"), waiting.count("housing"), waiting.count("none")) == (3, 1, 0)


def test_an_entry_is_due_when_its_time_is_over(waiting):
    made = waiting.add(waiter())
    day = timedelta(seconds=UNCONFIRMED_FOR)
    assert waiting.due(NOW + day - timedelta(seconds=1)) == []
    assert waiting.due(NOW + day) == [made]
    with waiting.changing(made):
        made.state, made.confirmed = "waiting", seconds(NOW)
    assert waiting.due(NOW + timedelta(days=29)) == []
    assert waiting.due(NOW + timedelta(days=30)) == [made]
    with waiting.changing(made):
        made.state = "offered"
        made.offer = offer(seconds(NOW) + 60)
    assert waiting.due(NOW) == []
    assert waiting.due(NOW + timedelta(minutes=1)) == [made]
    assert made.offered(NOW) is not None
    assert made.offered(NOW + timedelta(minutes=1)) is None


def test_so_many_are_due_at_once_at_most(waiting):
    for number in range(5):
        waiting.add(waiter(f"{number}@exemple.fr", created=number))
    due = waiting.due(NOW + timedelta(days=2), limit=3)
    assert [each.created for each in due] == [0, 1, 2]


def test_what_was_free_or_offered_is_no_news():
    day = TUESDAY.toordinal()
    made = waiter(known=(Stretch(day, 540, 600), Stretch(day, 620, 640)))
    assert made.known_minutes == {day: span(540, 600) | span(620, 640)}
    assert waiter().known_minutes == {}


def test_the_same_wish_is_the_same_whatever_the_order_of_counters():
    assert waiter(counters=("a", "b")).wish == waiter(counters=("b", "a")).wish
    assert waiter().wish != waiter(people=2).wish


def test_a_stored_entry_holds_nobody_else(waiting):
    made = waiting.add(waiter(known=(Stretch(1, 2, 3),)))
    held = pickle.loads(pickle.dumps(made.__getstate__()))
    assert held["known"] == ((1, 2, 3),)
    assert set(held) == set(Waiter.__dataclass_fields__)


def test_a_ledger_has_one():
    assert not Ledger().waiting


EVENTS = st.lists(
    st.tuples(
        st.integers(0, 5), st.sampled_from(["add", "confirm", "offer", "back", "remove"]), st.integers(1, 90)
    ),
    max_size=40,
)


@given(EVENTS)
def test_look_ups_are_what_the_entries_say(events):
    waiting, entries = WaitingList(), {}
    for number, event, when in events:
        made = entries.get(number)
        if event == "add" and made is None:
            entries[number] = waiting.add(waiter(f"{number % 3}@exemple.fr", created=seconds(NOW) + when))
        elif made is not None and event == "remove":
            waiting.remove(entries.pop(number))
        elif made is not None:
            with waiting.changing(made):
                if event == "confirm":
                    made.state, made.confirmed, made.offer = "waiting", seconds(NOW) + when, None
                elif event == "offer":
                    made.state, made.offer = "offered", offer(seconds(NOW) + when)
                else:
                    made.state, made.offer = "waiting", None
    expected = {name: set() for name in waiting.lookups}
    for made in entries.values():
        for name, row in rows(made):
            expected[name].add(row)
    assert {name: set(lookup) for name, lookup in waiting.lookups.items()} == expected
    assert {each.id for each in waiting} == {each.id for each in entries.values()}
