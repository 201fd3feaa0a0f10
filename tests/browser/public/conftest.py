"""Fixtures of the citizen's pages: a small town hall, Tuesday 10 November 2026, 9:42, and a browser."""

from collections.abc import Callable
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


TUESDAY = datetime(2026, 11, 10, 9, 42, tzinfo=ZoneInfo("Europe/Paris"))


class Hand:
    """The hand of the clock: tests move it."""

    def __init__(self) -> None:
        self.now = TUESDAY

    def forward(self, **time: float) -> None:
        self.now += timedelta(**time)


class Citizen(Browser):
    """A browser that nobody is logged in to; an error is a page like any other."""

    home = ""
    hand: Any = None

    def __init__(self, app: Any, section: Any, hand: Hand) -> None:
        super().__init__(app)
        self.raiseHttpErrors = False
        self.handleErrors = True
        self.addHeader("Accept", "text/html")
        self.home = section.absolute_url()
        self.hand = hand

    @property
    def status(self) -> int:
        return int(self.headers["Status"].split()[0])

    @property
    def text(self) -> str:
        """What can be read in the content, blanks squeezed."""
        from lxml.html import fromstring

        content = fromstring(self.contents).get_element_by_id("content")
        for line_break in content.iter("br"):
            line_break.tail = f" {line_break.tail or ''}"
        return " ".join(content.text_content().split())

    def go(self, path: str = "") -> "Citizen":
        self.open(self.home + path)
        return self

    def fill(self, **values: Any) -> None:
        """Fill in the details, all that is needed unless told otherwise, and read for a while."""
        details = {"first_name": "Inès", "last_name": "Garnier", "email": "ines@example.org", "consent": True}
        for name, value in {**details, **values}.items():
            control = self.getControl(name=name)
            if name == "consent":
                control.value = ["1"] if value else []
            else:
                control.value = value
        self.hand.forward(seconds=30)

    def press(self, name: str, index: int | None = None) -> None:
        self.getControl(name=name, index=index).click()

    def choose(self, path: str = "/cni") -> None:
        """Take the first free time."""
        self.go(path).press("start", index=0)

    def book(self, path: str = "/cni", **values: Any) -> None:
        """Book the first free time."""
        self.choose(path)
        self.fill(**values)
        self.press("book")


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> Hand:
    hand = Hand()
    monkeypatch.setattr(clock, "now", lambda: hand.now)
    return hand


@pytest.fixture
def section(functional: Any, hand: Hand, manager: Any) -> Any:
    made = town(manager, contact_phone="02 61 91 00 10", contact_email="mairie@example.org")
    documents = [{"document": "Photo d'identité", "note": "de moins de 6 mois"}]
    change(made["cni"], description="Première demande ou renouvellement.", documents=documents)
    transaction.commit()
    return made


@pytest.fixture
def citizen(functional: Any, section: Any, hand: Hand) -> Citizen:
    return Citizen(functional["app"], section, hand)


@pytest.fixture
def desk(section: Any, hand: Hand) -> Desk:
    """The desk, past the pages, for somebody else."""
    transaction.begin()
    return Desk(section, Actor("public"), hand.now, transaction.commit)


@pytest.fixture
def book(desk: Desk) -> Callable[..., Any]:
    """Book as somebody else."""

    def book(start: str, **fields: Any) -> Any:
        return desk.book(wish(start, **fields)).appointment

    return book


@pytest.fixture
def setup(section: Any) -> Callable[..., None]:
    """Change what is set up, and commit."""

    def setup(obj: Any, **fields: Any) -> None:
        transaction.begin()
        change(obj, **fields)
        transaction.commit()

    return setup
