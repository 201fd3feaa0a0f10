"""A ledger written as lines and read again is the same ledger; whatever is no such file is refused whole."""

from collective.rendezvous.booking.archive.read import Reading
from collective.rendezvous.booking.archive.record import Unreadable
from collective.rendezvous.booking.archive.replay import journal
from collective.rendezvous.booking.archive.replay import replay
from collective.rendezvous.booking.archive.write import written
from collective.rendezvous.ledger.appointment import FIELDS
from collective.rendezvous.ledger.erasures import DELETED
from collective.rendezvous.ledger.erasures import Erasure
from collective.rendezvous.ledger.erasures import REQUEST
from collective.rendezvous.ledger.instants import seconds
from collective.rendezvous.ledger.relay import relay
from collective.rendezvous.ledger.store import Ledger
from collective.rendezvous.ledger.sums import Sum
from collective.rendezvous.ledger.tally import Kind
from collective.rendezvous.ledger.tally import Tally
from collective.rendezvous.ledger.verify import verify
from collective.rendezvous.ledger.waiting import Stretch
from collective.rendezvous.ledger.waiting import Waiter
from collective.rendezvous.ledger.waiting import WAITING
from collective.rendezvous.scheduling.offered import Offered
from collective.rendezvous.scheduling.office import Agent
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.office import Counter
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.scheduling.states import STATES
from copy import deepcopy
from dataclasses import fields
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from tests.ledger.build import appointment
from tests.ledger.build import book
from tests.ledger.build import NOW
from tests.ledger.build import PARIS
from tests.ledger.build import RESOURCES

import json
import pytest


HERE = Office(
    "section",
    "Europe/Paris",
    types={"passport": AppointmentType("passport", "cni", "Carte d'identité", 20)},
    counters={"hall": Counter("hall", "guichet", "Guichet", capacity=2)},
    agents={"lea": Agent("lea", "lea", "Léa"), "paul": Agent("paul", "paul", "Paul")},
)
THERE = Office(
    "other",
    "Europe/Paris",
    types={"t2": AppointmentType("t2", "cni", "Carte d'identité", 20)},
    counters={"c2": Counter("c2", "guichet", "Guichet", capacity=2)},
    agents={"a2": Agent("a2", "lea", "Léa"), "paul": Agent("paul", "somebody", "Paul")},
)


def lines(ledger, office=HERE):
    """What is in the file."""
    return [json.loads(json.dumps(line)) for line in written(ledger, office, NOW)]


def read(told, office=HERE):
    ledger = Ledger()
    reading = Reading(ledger, office)
    reading.read(told)
    reading.lay()
    return ledger


def contents(ledger):
    """All that has to be the same."""
    return {
        "appointments": [[getattr(one, name) for name in FIELDS] for one in ledger.between(0)],
        "lookups": {name: list(lookup) for name, lookup in ledger.lookups.items()},
        "lanes": {
            (day, uid): lane.entries
            for day, lanes in ledger.days.items()
            for uid, lane in lanes.lanes.items()
            if lane.entries
        },
        "waiting": sorted([getattr(one, item.name) for item in fields(Waiter)] for one in ledger.waiting),
        "sums": {day: (one.told, one.stale) for day, one in ledger.sums.days.items()},
        "feeds": dict(ledger.feeds.tokens),
        "erasures": list(ledger.erasures.since()),
    }


def waiter(**given):
    made = {"type_uid": "passport", "email": "ines@exemple.fr", "first": date(2026, 12, 1), "key": "k" * 22}
    made |= {"last": date(2026, 12, 9), "ends": 1_765_000_000, "created": 1_764_000_000, "state": WAITING}
    return Waiter(**(made | {"known": (Stretch(5, 6, 7),), "counters": ("hall",)} | given))


def full():
    ledger = Ledger()
    book(ledger)
    changed = book(
        ledger, "10:00", agent_uid="paul", answers={"Chien ?": True, "Combien": 2, "Où": "à\ud83dÉ"}
    )
    with ledger.changing(changed):
        changed.note(
            NOW, "agnes", "change", ("answers", {"Chien ?": False}, {"Chien ?": True}), ("people", 1, 2)
        )
        changed.accepted = ("day_closed", "off_grid")
    book(ledger, "11:00", state="pending", until=seconds(NOW) + 600)
    ledger.erase(book(ledger, "11:20"), NOW)
    ledger.add(appointment("9:00", state="cancelled"))
    ledger.waiting.add(waiter())
    ledger.feeds.renew("lea")
    tally = Tally(3, 60, ((0, 1), (7, 2)), ((12, 1),))
    kind = Kind("passport", "hall", "lea", "honoured", "public")
    offered = (Offered("lea", ("passport",), ("hall",), 180),)
    ledger.sums.keep(date(2026, 11, 3), Sum(offered, {kind: tally}, {"passport": "Carte d'identité"}))
    ledger.zone = "Europe/Paris"
    return ledger


def test_what_is_read_is_what_was_written():
    ledger = full()
    again = read(lines(ledger))
    assert contents(again) == contents(ledger)
    assert list(verify(again, PARIS, NOW)) == []
    assert lines(again) == lines(ledger)


def test_an_empty_ledger_is_one_too():
    assert contents(read(lines(None))) == contents(Ledger())
    assert len(lines(Ledger())) == 2


def test_what_is_set_up_under_other_uids_is_known_by_its_short_name():
    again = read(lines(full()), THERE)
    first = next(iter(again.between(0)))
    assert (first.type_uid, first.counter_uid) == ("t2", "c2")
    assert {one.agent_uid for one in again.between(0)} == {"a2", "paul"}
    assert [one.type_uid for one in again.waiting] == ["t2"]
    assert [one.counters for one in again.waiting] == [("c2",)]
    assert list(again.feeds.tokens) == ["a2"]
    [told] = [one.told for one in again.sums.days.values()]
    assert told.offered == (Offered("a2", ("t2",), ("c2",), 180),)
    assert list(told.tallies) == [Kind("t2", "c2", "a2", "honoured", "public")]
    assert told.titles == {"t2": "Carte d'identité"}
    assert list(verify(again, PARIS, NOW)) == []


TEXTS = st.text(max_size=20)
NUMBERS = st.integers(-(10**9), 10**9)
VALUES = st.one_of(TEXTS, NUMBERS, st.booleans(), st.floats(allow_nan=False, allow_infinity=False))
ANSWERS = st.dictionaries(TEXTS, VALUES, max_size=3)
CHANGES = st.tuples(TEXTS, st.one_of(VALUES, ANSWERS, st.none()), st.one_of(VALUES, ANSWERS, st.none()))


@st.composite
def appointments(draw):
    """Any that may be stored, on no lane."""
    state = draw(st.sampled_from([state for state in STATES if state in ("cancelled", "expired", "no_show")]))
    texts = ("civility", "first_name", "last_name", "email", "phone", "comment", "notes", "language")
    made = appointment(
        state=state,
        day=date(2026, 12, 1) + timedelta(days=draw(st.integers(0, 400))),
        answers=draw(ANSWERS),
        people=draw(st.integers(1, 9)),
        accepted=tuple(draw(st.lists(TEXTS, max_size=2))),
        until=draw(st.none() | NUMBERS),
        reminded=draw(st.booleans()),
        **{name: draw(TEXTS) for name in texts},
    )
    for who, action, changes in draw(
        st.lists(st.tuples(TEXTS, TEXTS, st.lists(CHANGES, max_size=2)), max_size=3)
    ):
        made.note(NOW, who, action, *changes)
    return made


@settings(max_examples=60, deadline=None)
@given(st.lists(appointments(), max_size=4), st.data())
def test_whatever_is_stored_comes_back(found, data):
    ledger = Ledger()
    for one in found:
        ledger.add(one)
        if data.draw(st.booleans()):
            ledger.erase(one, NOW)
    relay(ledger, PARIS, RESOURCES)
    again = read(lines(ledger))
    assert contents(again) == contents(ledger)
    assert list(verify(again, PARIS, NOW)) == []


def broken(change):
    told = lines(full())
    change(told)
    return told


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.clear(),
        lambda told: told.pop(),
        lambda told: told.pop(0),
        lambda told: told.pop(1),
        lambda told: told.insert(2, deepcopy(told[1])),
        lambda told: told.append({"kind": "end", "lines": 5}),
        lambda told: told[0].update(format="something else"),
        lambda told: told[0].update(version=2),
        lambda told: told[0].pop("ids"),
        lambda told: told[1].update(kind="surprise"),
        lambda told: told[1].update(start="soon"),
        lambda told: told[1].update(reference="nobody"),
        lambda told: told[1].update(state="lost"),
        lambda told: told[1].update(history=[[1, 2]]),
        lambda told: told[1].update(history="x"),
        lambda told: told[1].update(history=None),
        lambda told: told[1].update(answers=[]),
        lambda told: told[1].update(__class__="x"),
        lambda told: told[1].update(start_at="x"),
        lambda told: told[1].update(_p_jar=None),
        lambda told: told.__setitem__(1, []),
        lambda told: told.__setitem__(1, None),
        lambda told: next(line for line in told if line["kind"] == "waiter").update(first="x"),
        lambda told: next(line for line in told if line["kind"] == "erasure").update(reason="whim"),
        lambda told: next(line for line in told if line["kind"] == "feed").pop("uid"),
    ],
)
def test_what_is_no_whole_export_is_refused(change):
    with pytest.raises(Unreadable):
        read(broken(change))


def test_a_line_that_makes_no_sense_is_named():
    with pytest.raises(Unreadable, match="^line 2: start"):
        read(broken(lambda told: told[1].update(start="soon")))


def erased_since(ledger, *lines):
    return replay(ledger, PARIS, [Erasure(seconds(NOW), *line) for line in lines], NOW)


def test_what_was_erased_since_is_erased_again_and_not_a_second_time():
    ledger = full()
    coming, past = list(ledger.between(0))[0], appointment("9:00", date(2026, 11, 3))
    ledger.add(past)
    relay(ledger, PARIS, RESOURCES)
    gone = [(REQUEST, coming.reference), ("retention", past.reference), (DELETED, "K7QM2X9RTA")]
    assert erased_since(ledger, *gone) == 2
    assert coming.erased and coming.state == "cancelled" and past.erased and past.state == "confirmed"
    assert list(verify(ledger, PARIS, NOW)) == []
    before = contents(ledger)
    assert erased_since(ledger, *gone) == 0
    assert contents(ledger) == before
    assert len(before["erasures"]) == 4


def test_what_was_deleted_since_goes_and_frees_its_place():
    ledger = full()
    coming = list(ledger.between(0))[0]
    assert erased_since(ledger, (DELETED, coming.reference)) == 1
    assert ledger.get(coming.reference) is None
    assert list(verify(ledger, PARIS, NOW)) == []


def test_who_has_left_the_waiting_list_since_leaves_it_again():
    ledger = full()
    [one] = ledger.waiting
    assert erased_since(ledger, (REQUEST, one.reference)) == 1
    assert not ledger.waiting
    assert erased_since(ledger, (REQUEST, one.reference)) == 0


def test_a_journal_from_elsewhere_is_read_by_section_or_refused():
    line = {"section": "s", "when": 5, "reason": REQUEST, "reference": "K7QM2X9RTA"}
    assert journal([line]) == {"s": [Erasure(5, REQUEST, "K7QM2X9RTA")]}
    for bad in (
        {**line, "reason": "x"},
        {**line, "when": "x"},
        {**line, "reference": "x"},
        {"when": 5},
        [],
        5,
        None,
    ):
        with pytest.raises(ValueError, match="^line 2 "):
            journal([line, bad])
