from collections.abc import Callable
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.ledger.verify import verify
from collective.rendezvous.scheduling.rules import Actor
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from tests.town import town
from typing import Any

import pytest


NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
"""A Tuesday, seven in the morning in Paris."""


@pytest.fixture
def office(manager: Any) -> Any:
    """The section of a small town; after the test its lanes and look-ups tell what its appointments do."""
    made = town(manager)
    yield made
    desk = Desk(made, Actor(), NOW, commit=None)
    assert desk.ledger is not None
    assert list(verify(desk.ledger, desk.office.zone, NOW + timedelta(days=2))) == []


@pytest.fixture
def citizen(office: Any) -> Desk:
    return Desk(office, Actor(), NOW, commit=None)


@pytest.fixture
def administrator(office: Any) -> Desk:
    return Desk(office, Actor("administrator", None, "admin"), NOW, commit=None)


@pytest.fixture
def receptionist(office: Any) -> Desk:
    return Desk(office, Actor("receptionist", office["nadia"].UID(), "nadia"), NOW, commit=None)


@pytest.fixture
def at(office: Any) -> Callable[..., Desk]:
    """The desk at another moment, for another actor."""

    def desk(now: datetime, actor: Actor | None = None) -> Desk:
        return Desk(office, actor or Actor(), now, commit=None)

    return desk
