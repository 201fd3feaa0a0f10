"""A small town with two sections, in a site that commits, and the commands on it."""

from collections.abc import Callable
from collective.rendezvous import clock
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.scheduling.rules import Actor
from datetime import datetime
from tests.town import agent
from tests.town import change
from tests.town import create
from tests.town import section as empty_section
from tests.town import town
from tests.town import wish
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import transaction


PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 24, 7, tzinfo=PARIS)
NINE = "2026-11-25T09:00:00+01:00"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Sets the clock; it stands at NOW."""

    def set_clock(now: datetime) -> None:
        for name in ("export", "restore", "erasures", "person", "verify"):
            monkeypatch.setattr(f"collective.rendezvous.scripts.{name}.now", lambda: now)
        monkeypatch.setattr(clock, "now", lambda: now)

    set_clock(NOW)
    return set_clock


@pytest.fixture
def section(functional: Any, manager: Any) -> Any:
    made = town(manager)
    change(made["cni"], questions=[{"label": "Chien ?", "kind": "yesno", "required": False, "choices": ""}])
    transaction.commit()
    return made


@pytest.fixture
def annexe(section: Any, manager: Any) -> Any:
    """Another section with the same short names under other uids."""
    made = empty_section(manager, "annexe")
    kinds = [create(made, "AppointmentType", id, title=id, duration=20) for id in ("cni", "logement")]
    change(made["guichet-standard"], types=[kind.UID() for kind in kinds])
    agent(made, "nadia-annexe", *kinds)
    made.manage_renameObject("nadia-annexe", "nadia") if "nadia" not in made else None
    transaction.commit()
    return made


@pytest.fixture
def desk() -> Callable[..., Desk]:
    def desk(section: Any, actor: str = "public", now: datetime = NOW) -> Desk:
        transaction.begin()
        return Desk(section, Actor(actor, None, "camille" if actor != "public" else ""), now)

    return desk


@pytest.fixture
def book(desk: Any) -> Callable[..., Any]:
    def book(section: Any, start: str = NINE, **fields: Any) -> Any:
        return desk(section).book(wish(start, **fields)).appointment

    return book
