"""A small town at work, on Tuesday 10 November 2026 at 9:42.

`section`   open, with Nadia (receptionist), Camille (administrator) and their hours
`book`      book as a citizen, past the pages
`page`      `page("nadia", "rendezvous-home")`: what a person gets, not following redirects
`press`     `press("nadia", "arrive", appointment)`: press a button as a browser does
`state`     the state of an appointment as it is stored now
"""

from collections.abc import Callable
from collective.rendezvous import clock
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.scheduling.rules import Actor
from datetime import datetime
from datetime import timedelta
from html import unescape
from Products.statusmessages.adapter import _decodeCookieValue
from tests.town import agent
from tests.town import PASSWORD
from tests.town import town
from tests.town import user
from tests.town import wish
from typing import Any
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import pytest
import re
import requests
import transaction


PARIS = ZoneInfo("Europe/Paris")
TUESDAY = datetime(2026, 11, 10, 9, 42, tzinfo=PARIS)


class Hand:
    """The clock's: tests move it."""

    def __init__(self) -> None:
        self.now = TUESDAY

    def forward(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> Hand:
    hand = Hand()
    monkeypatch.setattr(clock, "now", lambda: hand.now)
    return hand


@pytest.fixture
def section(functional: Any, hand: Hand, manager: Any) -> Any:
    made = town(manager, contact_phone="02 61 91 00 10", contact_email="mairie@example.org")
    agent(made, "camille", made["cni"], role="administrator")
    user("passerby")
    transaction.commit()
    return made


@pytest.fixture
def desk(section: Any, hand: Hand) -> Desk:
    return Desk(section, Actor("administrator", None, "admin"), hand.now, transaction.commit)


@pytest.fixture
def book(section: Any, hand: Hand) -> Callable[..., Any]:
    def book(hour: str = "10:00", day: str = "2026-11-10", **visitor: Any) -> Any:
        hours, minutes = map(int, hour.split(":"))
        start = datetime.fromisoformat(day).replace(hour=hours, minute=minutes, tzinfo=PARIS)
        asked = wish(start.isoformat())
        email = (
            f"{visitor.get('last_name', 'marie')[:20]}@example.org".lower().encode("ascii", "ignore").decode()
        )
        asked["visitor"] = {**asked["visitor"], "email": re.sub(r"[^\w@.]", "", email), **visitor}
        desk = Desk(section, Actor("public"), hand.now - timedelta(days=1), transaction.commit)
        return desk.book(asked).appointment

    return book


@pytest.fixture
def page(section: Any) -> Callable[..., requests.Response]:
    def page(who: str | None, name: str = "", method: str = "GET", **options: Any) -> requests.Response:
        auth = (who, PASSWORD) if who else None
        url = name if "://" in name else f"{section.absolute_url()}/{name}"
        with requests.Session() as session:
            session.trust_env = False
            headers = {"Accept": "text/html", "Accept-Language": "fr"}
            return session.request(
                method, url, auth=auth, headers=headers, allow_redirects=False, timeout=60, **options
            )

    return page


@pytest.fixture
def token(page: Any) -> Callable[[str], str]:
    def token(who: str) -> str:
        found = re.search(r'name="_authenticator" value="(\w+)"', page(who, "@@rendezvous-home").text)
        assert found
        return found[1]

    return token


@pytest.fixture
def press(page: Any, token: Any) -> Callable[..., requests.Response]:
    def press(who: str, name: str, appointment: Any, **form: Any) -> requests.Response:
        transaction.begin()
        sent = {
            "_authenticator": token(who),
            "back": "@@rendezvous-home",
            "step": f"{name} {appointment.reference} {appointment.version}",
            **form,
        }
        answer = page(who, "@@rendezvous-step", "POST", data=sent)
        transaction.begin()
        return answer

    return press


@pytest.fixture
def state(desk: Desk) -> Callable[[Any], str]:
    def state(appointment: Any) -> str:
        transaction.begin()
        return desk.read(appointment.reference).state

    return state


def said(answer: requests.Response) -> str:
    """What a page says, without markup; no-break spaces stay."""
    body = answer.text[answer.text.index('<article id="content"') :]
    body = unescape(re.sub(r"</?(?:t[dh]|dt|dd|li|h\d|p|tr|option)\b[^>]*>|<br[^>]*>", " ", body))
    return re.sub(r"[ \n\t]+", " ", re.sub(r"<[^>]+>", "", body)).replace(" .", ".")


def message(answer: requests.Response) -> str:
    """The status message that the next page shows."""
    return " ".join(told.message for told in _decodeCookieValue(unquote(answer.cookies["statusmessages"])))
