"""A committed town, its clock in the hand of the test."""

from collections.abc import Callable
from collective.rendezvous import clock
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.scheduling.rules import Actor
from datetime import datetime
from datetime import timedelta
from email.message import EmailMessage
from tests.town import letters
from tests.town import town
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import transaction


PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 10, 9, 42, tzinfo=PARIS)
"""A Tuesday."""
THURSDAY = "2026-11-12T09:20:00+01:00"


class Time:
    """The time that the site believes it is."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def passes(self, **time: float) -> datetime:
        self.moment += timedelta(**time)
        return self.moment


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    found = Time(NOW)
    monkeypatch.setattr(clock, "now", found.now)
    return found


@pytest.fixture
def section(functional: Any, manager: Any, time: Time) -> Any:
    made = town(manager)
    transaction.commit()
    return made


@pytest.fixture
def citizen(section: Any, time: Time) -> Callable[[], Desk]:
    """A citizen's desk as it is now."""
    return lambda: Desk(section, Actor("public"), time.now(), transaction.commit)


@pytest.fixture
def staff(section: Any, time: Time) -> Callable[[], Desk]:
    return lambda: Desk(section, Actor("administrator", userid="admin"), time.now(), transaction.commit)


@pytest.fixture
def outbox(section: Any) -> Any:
    return ledger_of(section, create=True).outbox


@pytest.fixture
def sent(portal: Any, mails: Any) -> Callable[[], list[EmailMessage]]:
    """What the clock sends now, and has sent since the last call."""
    return lambda: letters(portal)
