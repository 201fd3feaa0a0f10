from collections.abc import Callable
from collections.abc import Iterator
from collective.rendezvous import clock
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.scheduling.rules import Actor
from datetime import datetime
from datetime import timedelta
from plone.testing.zope import Browser
from tests.town import change
from tests.town import town
from tests.town import wish
from typing import Any
from zoneinfo import ZoneInfo

import pytest
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
    change(
        made["cni"],
        description="Première demande ou renouvellement.",
        documents=[{"document": "Photo d'identité", "note": "de moins de 6 mois"}],
    )
    transaction.commit()
    return made


@pytest.fixture
def citizen(functional: Any, section: Any) -> Iterator[Browser]:
    """A browser that nobody is logged in to."""
    browser = Browser(functional["app"])
    browser.handleErrors = True
    browser.raiseHttpErrors = False
    yield browser


@pytest.fixture
def book(section: Any, hand: Hand) -> Callable[..., Any]:
    """Book as somebody else, past the pages."""

    def book(start: str, **fields: Any) -> Any:
        desk = Desk(section, Actor("public"), hand.now, transaction.commit)
        return desk.book(wish(start, **fields)).appointment

    return book
