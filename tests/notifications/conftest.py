from collections.abc import Callable
from collective.rendezvous import clock
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.scheduling.rules import Actor
from datetime import datetime
from email.message import EmailMessage
from tests.town import letters
from tests.town import town
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import transaction


NOW = datetime(2026, 11, 10, 9, 42, tzinfo=ZoneInfo("Europe/Paris"))
THURSDAY = "2026-11-12T09:20:00+01:00"


@pytest.fixture
def section(functional: Any, manager: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    made = town(manager)
    transaction.commit()
    return made


@pytest.fixture
def citizen(section: Any) -> Desk:
    return Desk(section, Actor("public"), NOW, transaction.commit)


@pytest.fixture
def staff(section: Any) -> Desk:
    return Desk(section, Actor("administrator", userid="admin"), NOW, transaction.commit)


@pytest.fixture
def sent(portal: Any, mails: Any) -> Callable[[], list[EmailMessage]]:
    """What the clock sends now, and has sent since the last call."""

    def sent() -> list[EmailMessage]:
        return letters(portal)

    return sent
