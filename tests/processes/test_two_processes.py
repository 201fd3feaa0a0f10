"""Two processes on one database: what one of them has promised, the other keeps."""

from collections import Counter
from collections.abc import Callable
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from datetime import timedelta
from secrets import token_hex
from tests.processes.servers import Town
from tests.processes.visitor import TYPED
from tests.processes.visitor import Visitor
from threading import Barrier
from typing import Any

import pytest
import requests


pytestmark = pytest.mark.race


@pytest.fixture
def ask(cluster: Town, settings: Any) -> Callable[..., requests.Response]:
    """Ask a process over HTTP."""

    def ask(number: int, method: str, path: str, body: Any = None, **headers: str) -> requests.Response:
        session = requests.Session()
        session.trust_env = False
        url = f"{cluster.urls[number]}/{path}"
        return session.request(method, url, json=body, headers={"Accept": "application/json", **headers})

    return ask


@pytest.fixture
def kind(ask: Callable[..., requests.Response]) -> str:
    """The id of a type that asks nothing that must be answered."""
    types = ask(0, "GET", "@appointment-types").json()["items"]
    free = [each for each in types if not any(one["required"] for one in each["questions"])]
    return str(max(free, key=lambda each: each["horizon_days"])["id"])


@pytest.fixture
def starts(ask: Callable[..., requests.Response], kind: str) -> Iterator[str]:
    """Starts with one place left, one a day, so that none is in another's way."""
    first, last = date.today() + timedelta(days=7), date.today() + timedelta(days=88)
    days = ask(0, "GET", f"@slots?type={kind}&from={first}&to={last}").json()["days"]
    single = [[one["start"] for one in day["slots"] if one["places"] == 1] for day in days]
    return iter([day[0] for day in single if day])


def wish(kind: str, start: str, **fields: Any) -> dict[str, Any]:
    visitor = {"first_name": "Basile", "last_name": "Quelquun", "email": f"{token_hex(8)}@courriel.example"}
    return {"type": kind, "start": start, "visitor": visitor, "consent": True, **fields}


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What each gives, all begun together."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        barrier.wait()
        return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def details(url: str, kind: str, start: str) -> str:
    return f"{url}/{kind}/@@details?start={start.replace('+', '%2B')}"


def test_the_limit_of_bookings_counts_in_all_processes(
    kind: str, starts: Iterator[str], ask: Callable[..., requests.Response], settings: Callable[..., None]
) -> None:
    # The first of all: later ones have booked from this address within the minute.
    settings(bookings_per_minute=2)
    statuses = [ask(n % 2, "POST", "@appointments", wish(kind, next(starts))).status_code for n in range(4)]
    assert statuses == [201, 201, 429, 429]


def test_of_two_citizens_on_the_last_slot_one_gets_it_and_the_other_keeps_every_word(
    cluster: Town, kind: str, starts: Iterator[str]
) -> None:
    start = next(starts)
    citizens = [Visitor().go(details(url, kind, start)).read() for url in cluster.urls]
    at_once(*(lambda citizen=citizen: citizen.press("book", "1", **TYPED) for citizen in citizens))
    assert Counter(citizen.status for citizen in citizens) == {200: 1, 409: 1}
    winner, loser = sorted(citizens, key=lambda citizen: citizen.status)
    assert "Votre rendez-vous est confirmé" in winner.text
    assert "Tout ce que vous avez écrit est conservé." in loser.text
    assert len(loser.times()) == 3
    assert start not in loser.times()
    assert {name: value.replace("\r\n", "\n") for name, value in loser.kept().items()} == TYPED
    loser.press("start", loser.times()[0])
    assert loser.status == 200
    assert "Votre rendez-vous est confirmé" in loser.text


def test_of_two_who_choose_the_last_slot_one_keeps_it_and_the_other_is_shown_others(
    cluster: Town, kind: str, starts: Iterator[str]
) -> None:
    start = next(starts)
    citizens = [Visitor().go(f"{url}/{kind}?from={start[:10]}") for url in cluster.urls]
    at_once(*(lambda citizen=citizen: citizen.press("start", start) for citizen in citizens))
    assert Counter(citizen.status for citizen in citizens) == {200: 1, 409: 1}
    holder, other = sorted(citizens, key=lambda citizen: citizen.status)
    assert "Ce créneau est gardé pour vous" in holder.text
    assert len(other.times()) == 3


def test_a_form_that_one_process_showed_is_sent_to_the_other(
    cluster: Town, kind: str, starts: Iterator[str]
) -> None:
    start = next(starts)
    citizen = Visitor().go(f"{cluster.urls[0]}/{kind}?from={start[:10]}").press("start", start)
    citizen.read().press("book", "1", cluster.urls[1], **TYPED)
    assert "Votre rendez-vous est confirmé" in citizen.text


def test_a_hold_outlives_the_process_that_made_it(
    cluster: Town, kind: str, starts: Iterator[str], ask: Callable[..., requests.Response]
) -> None:
    start = next(starts)
    held = ask(1, "POST", "@holds", {"type": kind, "start": start}).json()["hold"]
    form = Visitor().go(details(cluster.urls[1], kind, next(starts))).read()
    cluster.restart(1)
    for number in (0, 1):
        assert ask(number, "POST", "@appointments", wish(kind, start)).status_code == 409
    assert ask(1, "POST", "@appointments", wish(kind, start, hold=held)).status_code == 201
    form.press("book", "1", **TYPED)
    assert "Votre rendez-vous est confirmé" in form.text, "and so does the stamp of a form"


def test_three_holds_a_client_in_all_processes(
    kind: str, starts: Iterator[str], ask: Callable[..., requests.Response]
) -> None:
    client = {"X-Forwarded-For": "198.51.100.20"}
    sent = [{"type": kind, "start": next(starts)} for _ in range(5)]
    statuses = [ask(0, "POST", "@holds", body, **client).status_code for body in sent]
    assert statuses == [201, 201, 201, 429, 429]


def test_who_names_another_address_is_believed_behind_a_trusted_proxy_alone(
    kind: str, starts: Iterator[str], ask: Callable[..., requests.Response], settings: Callable[..., None]
) -> None:
    settings(bookings_per_minute=1)

    def book(number: int, forwarded: str) -> int:
        sent = wish(kind, next(starts))
        return ask(number, "POST", "@appointments", sent, **{"X-Forwarded-For": forwarded}).status_code

    assert [book(0, f"198.51.100.{n}") for n in (30, 31, 30)] == [201, 201, 429], "behind the proxy"
    assert book(0, "203.0.113.1, 198.51.100.31") == 429, "what the proxy was told counts for nothing"
    spoofed = [book(1, f"198.51.100.{n}") for n in (40, 41, 42)]
    assert spoofed in ([201, 429, 429], [429, 429, 429]), "nobody is in front of this one"
