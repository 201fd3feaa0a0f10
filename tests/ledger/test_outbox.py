"""The outbox: nothing is lost, nothing is anybody's twice, what fails is tried later."""

from .build import NOW
from collective.rendezvous.ledger.instants import seconds
from collective.rendezvous.ledger.outbox import LEASE
from collective.rendezvous.ledger.outbox import LONGEST_PAUSE
from collective.rendezvous.ledger.outbox import Outbox
from collective.rendezvous.ledger.outbox import PATIENCE
from collective.rendezvous.ledger.outbox import REMEMBERED
from collective.rendezvous.ledger.parcel import Parcel
from datetime import timedelta
from itertools import count
from ZODB.DB import DB
from ZODB.DemoStorage import DemoStorage
from ZODB.POSException import ConflictError

import pickle
import pytest
import transaction


def parcel(reference="K7QM2X9RTA", now=NOW, **fields):
    return Parcel("confirmed", reference=reference, written=seconds(now), **fields)


def later(**time):
    return NOW + timedelta(**time)


def test_what_is_put_in_is_due_at_once():
    outbox = Outbox()
    key = outbox.put(parcel())
    assert outbox.due(NOW, 10) == [key]
    assert outbox.get(key).reference == "K7QM2X9RTA"
    assert (len(outbox), outbox.oldest) == (1, seconds(NOW))
    outbox.sent(key)
    assert (len(outbox), outbox.oldest, outbox.due(NOW, 10)) == (0, None, [])


def test_those_that_wait_longest_come_first_and_so_many_at_most():
    outbox = Outbox()
    for minute in range(100, 0, -1):
        outbox.put(parcel(str(minute), later(minutes=minute)))
    due = outbox.due(later(hours=3), 10)
    assert [outbox.get(key).reference for key in due] == [str(minute) for minute in range(1, 11)]
    assert len(outbox.due(later(minutes=40), 1000)) == 40
    assert (len(outbox), len(list(outbox.parcels()))) == (100, 100)


def test_a_claimed_parcel_is_nobody_elses_until_the_lease_is_over():
    outbox = Outbox()
    key = outbox.claim(outbox.put(parcel()), NOW)
    assert outbox.due(later(seconds=LEASE - 1), 10) == []
    assert outbox.due(later(seconds=LEASE), 10) == [key]
    outbox.sent(key)
    assert outbox.claim(key, NOW) is None
    assert outbox.get(key) is None


def test_what_fails_is_tried_later_and_later_and_then_given_up():
    outbox, now = Outbox(), NOW
    key, pauses = outbox.put(parcel(to="marie@example.org")), []
    while len(outbox):
        claimed = outbox.claim(key, now)
        outbox.failed(claimed, now)
        if len(outbox):
            ((key, _parcel),) = outbox.parcels()
            pauses.append((key >> 30) - seconds(now))
            now += timedelta(seconds=pauses[-1])
    assert pauses[:4] == [60, 120, 240, 480]
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE
    assert PATIENCE < (now - NOW).total_seconds() <= PATIENCE + LONGEST_PAUSE
    assert outbox.given_up.count == 1
    assert outbox.given_up.last == ((seconds(now), "confirmed", "K7QM2X9RTA"),)
    assert b"marie" not in pickle.dumps(outbox.given_up.__getstate__())
    outbox.given_up.forget()
    assert (outbox.given_up.count, outbox.given_up.last) == (0, ())


def test_a_server_that_is_away_costs_no_try():
    outbox, now = Outbox(), NOW
    key = outbox.put(parcel())
    for _try in range(50):
        outbox.put_back(outbox.claim(key, now), now)
        ((key, waiting),) = outbox.parcels()
        now = later(seconds=(key >> 30) - seconds(NOW))
    assert waiting.tries == 0
    assert (now - NOW) < timedelta(hours=1)
    late = later(seconds=PATIENCE + 1)
    outbox.put_back(outbox.claim(key, late), late)
    assert (len(outbox), outbox.given_up.count) == (0, 1)


def test_what_is_gone_already_is_no_error():
    outbox = Outbox()
    key = outbox.put(parcel())
    outbox.sent(key)
    outbox.sent(key)
    outbox.failed(key, NOW)
    outbox.put_back(key, NOW)
    assert len(outbox) == 0


def test_only_the_last_ones_given_up_are_named():
    outbox = Outbox()
    for number in range(REMEMBERED + 5):
        outbox.given_up.add(parcel(str(number)), NOW)
    assert outbox.given_up.count == REMEMBERED + 5
    assert [reference for _, _, reference in outbox.given_up.last[:2]] == ["104", "103"]
    assert len(outbox.given_up.last) == REMEMBERED


def test_a_parcel_comes_back_as_it_was():
    made = parcel(to="a@example.org", language="fr", facts={"sequence": 2})
    made.tries = 3
    copy = Parcel.__new__(Parcel)
    copy.__setstate__(pickle.loads(pickle.dumps(made.__getstate__())))
    assert vars(copy) == vars(made)


@pytest.fixture
def two():
    """The same outbox on two connections, each with a transaction manager of its own."""
    db = DB(DemoStorage())
    managers = [transaction.TransactionManager() for _ in range(2)]
    connections = [db.open(manager) for manager in managers]
    connections[0].root()["outbox"] = Outbox()
    managers[0].commit()
    managers[1].begin()
    yield [
        (manager, connection.root()["outbox"])
        for manager, connection in zip(managers, connections, strict=True)
    ]
    for connection in connections:
        connection.transaction_manager.abort()
        connection.close()
    db.close()


def test_of_two_that_claim_the_same_one_has_it(two):
    (first, outbox), (second, other) = two
    key = outbox.put(parcel())
    first.commit()
    second.begin()
    assert outbox.claim(key, NOW) == other.claim(key, NOW)
    first.commit()
    with pytest.raises(ConflictError):
        second.commit()
    second.abort()
    assert other.due(NOW, 10) == []


def test_bookings_that_post_at_once_do_not_conflict_nor_with_the_clock(two, monkeypatch):
    (first, outbox), (second, other) = two
    monkeypatch.setattr("collective.rendezvous.ledger.outbox.SHARDS", 1)
    dice = count(1)
    monkeypatch.setattr("random.getrandbits", lambda bits: next(dice))
    for _number in range(20):
        key = outbox.put(parcel())
        first.commit()
        second.begin()
        outbox.sent(outbox.claim(key, NOW))
        kept = other.put(parcel())
        first.commit()
        second.commit()
        first.begin()
        outbox.sent(kept)
        first.commit()
        second.begin()
    assert len(other) == 0
