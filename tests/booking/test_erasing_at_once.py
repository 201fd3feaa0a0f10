"""Two processes erase at once, and somebody books meanwhile: nothing is done twice, nothing is lost."""

from collective.rendezvous.booking.erasing import BATCH
from collective.rendezvous.booking.erasing import erase_over
from collective.rendezvous.ledger.store import Ledger
from collective.rendezvous.ledger.verify import verify
from datetime import date
from datetime import timedelta
from tests.ledger.build import appointment
from tests.ledger.build import book
from tests.ledger.build import NOW
from tests.ledger.build import PARIS
from tests.ledger.conftest import file_db  # noqa: F401
from threading import Thread
from typing import Any

import transaction


PAST = 2 * BATCH + 30


def fill(ledger: Ledger) -> None:
    for number in range(PAST):
        day = date(2025, 1, 6) + timedelta(days=number % 100)
        ledger.add(appointment("9:00", day, state="cancelled", last_name=f"Nom {number}"))


def test_two_processes_erase_at_once_while_somebody_books(file_db: Any) -> None:  # noqa: F811
    connection = file_db.open()
    connection.root()["ledger"] = Ledger()
    fill(connection.root()["ledger"])
    transaction.commit()
    done: list[int] = []

    def erase() -> None:
        own = file_db.open()
        done.append(erase_over(own.root()["ledger"], PARIS, 12, NOW))
        own.close()

    def write() -> None:
        own = file_db.open()
        for number in range(20):
            for _try in range(50):
                transaction.begin()
                book(own.root()["ledger"], "9:00", date(2026, 12, 1) + timedelta(days=number))
                try:
                    transaction.commit()
                except transaction.interfaces.TransientError:
                    transaction.abort()
                else:
                    break
        own.close()

    threads = [Thread(target=erase), Thread(target=erase), Thread(target=write)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    transaction.begin()
    ledger = connection.root()["ledger"]
    past = [one for one in ledger.between(0) if one.start_at < NOW]
    assert len(past) == PAST and all(one.erased for one in past)
    assert all([change.action for change in one.history].count("erase") == 1 for one in past)
    assert len(list(ledger.erasures.since())) == PAST and sum(done) >= PAST
    assert sum(not one.erased for one in ledger.between(0)) == 20
    assert list(verify(ledger, PARIS, NOW)) == []
    connection.close()
