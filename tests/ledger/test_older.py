"""A ledger that was stored before some of its parts and look-ups existed."""

from .build import book
from collections.abc import Callable
from collections.abc import Iterator
from collective.rendezvous.ledger.parcel import Parcel
from collective.rendezvous.ledger.store import Ledger
from typing import Any

import pytest
import transaction


@pytest.fixture
def older(file_db: Any) -> Iterator[Callable[[], Ledger]]:
    """Opens the ledger anew; it was stored without an outbox and without the words of names."""
    connection = file_db.open()
    ledger = connection.root()["ledger"] = Ledger()
    book(ledger, first_name="Anne", last_name="Marie Leroux")
    del ledger.lookups["word"]
    del ledger.__dict__["outbox"]
    transaction.commit()
    connection.close()
    opened = []

    def open_anew() -> Ledger:
        transaction.abort()
        while opened:
            opened.pop().close()
        file_db.pool.clear()
        opened.append(file_db.open())
        found: Ledger = opened[-1].root()["ledger"]
        return found

    yield open_anew
    transaction.abort()
    while opened:
        opened.pop().close()


def found(ledger: Ledger, text: str) -> int:
    return len(ledger.matching(text))


def test_it_is_read_with_what_it_has(older):
    ledger = older()
    assert found(ledger, "anne") == 1
    assert found(ledger, "leroux") == 0
    assert len(ledger.outbox) == 0
    assert not ledger._p_changed


def test_once_completed_it_has_all_for_good(older):
    ledger = older()
    ledger.complete()
    ledger.outbox.put(Parcel("confirmed"))
    transaction.commit()
    ledger = older()
    assert found(ledger, "leroux") == 1
    assert len(ledger.outbox) == 1
    ledger.complete()
    assert not ledger._p_changed


def test_what_is_booked_later_is_found_by_both(older):
    ledger = older()
    ledger.complete()
    book(ledger, "10:00", first_name="Jean", last_name="Petit Leroux")
    transaction.commit()
    assert found(older(), "leroux") == 2
