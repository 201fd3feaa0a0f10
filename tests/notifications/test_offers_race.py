"""Several clocks make offers at once: one place is offered to one, and everybody who could be served is."""

from collections.abc import Callable
from collections.abc import Iterator
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.ledger.verify import verify
from collective.rendezvous.scheduling.rules import Actor
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from tests.notifications.conftest import NOW
from tests.town import change
from tests.town import wish
from threading import Barrier
from typing import Any
from zope.component.hooks import setSite

import pytest
import transaction


DAY = "2026-11-12"
STARTS = [f"{hour:02}:{minute:02}" for hour in (9, 10, 11) for minute in (0, 20, 40)]
CLOCKS = 4


@contextmanager
def another(portal: Any) -> Iterator[Any]:
    """The section, on a connection of its own, as another process has it."""
    transaction.begin()
    connection = portal._p_jar.db().open()
    try:
        site = connection.root()["Application"][portal.getId()]
        setSite(site)
        yield site["rendez-vous"]
    finally:
        transaction.abort()
        setSite(None)
        connection.close()


def at_once(portal: Any, acts: list[Callable[[Any], Any]]) -> list[Any]:
    """What each of these gave, begun together, each in a thread with a connection of its own."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[Any], Any]) -> Any:
        with another(portal) as section:
            barrier.wait()
            return act(section)

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def public(section: Any) -> Desk:
    return Desk(section, Actor("public"), NOW, transaction.commit)


def offers(section: Any) -> int:
    return public(section).waiting.offers()


@pytest.fixture
def full(section: Any, citizen: Desk) -> list[Any]:
    change(section, max_upcoming_per_email=0)
    transaction.commit()
    return [citizen.book(wish(f"{DAY}T{start}:00+01:00")).appointment for start in STARTS]


@pytest.fixture
def waiting(section: Any, citizen: Desk, full: list[Any]) -> list[Any]:
    """Six who wait, in order."""
    for number in range(6):
        email = f"v{number}@example.org"
        sent = {"type": "cni", "email": email, "from": DAY, "to": DAY, "consent": True}
        citizen.waiting.join(sent, client=f"192.0.2.{number}")
        ledger = ledger_of(section)
        assert ledger is not None
        [made] = ledger.waiting.of(email)
        citizen.waiting.confirm(made.key)
    return citizen.waiting.everybody()


def held(section: Any) -> list[str]:
    """Who has an offer, in the order of the queue; no start is offered twice."""
    transaction.begin()
    desk = public(section)
    found = [waiter for waiter in desk.waiting.everybody() if waiter.offer is not None]
    starts = [waiter.offer.start for waiter in found]
    assert len(set(starts)) == len(starts)
    assert desk.ledger is not None
    assert list(verify(desk.ledger, desk.office.zone, NOW)) == []
    return [waiter.email for waiter in found]


@pytest.mark.race
def test_one_place_is_offered_to_one(
    section: Any, portal: Any, citizen: Desk, full: list[Any], waiting: list[Any]
) -> None:
    citizen.cancel(full[0].reference, full[0].key)
    assert sum(at_once(portal, [offers] * CLOCKS)) == 1
    assert held(section) == [waiting[0].email]


@pytest.mark.race
def test_all_who_can_be_served_are_and_each_once(
    section: Any, portal: Any, citizen: Desk, full: list[Any], waiting: list[Any]
) -> None:
    for appointment in full[:4]:
        citizen.cancel(appointment.reference, appointment.key)
    assert sum(at_once(portal, [offers] * CLOCKS)) == 4
    assert held(section) == [waiter.email for waiter in waiting[:4]]


@pytest.mark.race
def test_a_place_is_booked_or_offered_and_never_both(
    section: Any, portal: Any, citizen: Desk, full: list[Any], waiting: list[Any]
) -> None:
    citizen.cancel(full[0].reference, full[0].key)

    def book(visited: Any) -> int:
        try:
            public(visited).book(wish(f"{DAY}T09:00:00+01:00"))
        except Exception as refused:
            assert getattr(refused, "code", "") == "slot_taken", refused
            return 0
        return 1

    offered, booked, *_others = at_once(portal, [offers, book, offers, book])
    assert len(held(section)) + booked + _others[1] == 1, (offered, booked, _others)


@pytest.mark.race
def test_an_address_has_no_more_entries_than_it_may(section: Any, portal: Any, citizen: Desk) -> None:
    def join(number: int) -> Callable[[Any], None]:
        sent = {"type": "cni", "email": "a@example.org", "from": DAY, "to": f"2026-12-{10 + number}"}
        return lambda visited: public(visited).waiting.join(
            {**sent, "consent": True}, client=f"192.0.2.{number}"
        )

    at_once(portal, [join(number) for number in range(8)])
    transaction.begin()
    ledger = ledger_of(section)
    assert ledger is not None
    assert len(ledger.waiting.of("a@example.org")) == 3
