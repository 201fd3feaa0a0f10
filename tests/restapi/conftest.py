"""A town hall over HTTP at a fixed moment: `hall`, its people, and the clock."""

from ..town import PASSWORD
from .people import People
from collections.abc import Callable
from collections.abc import Iterator
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from typing import Any

import pytest
import transaction


class Clock:
    """The time that the site believes it is."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def passes(self, **time: float) -> None:
        self.moment += timedelta(**time)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Tuesday 24 November 2026, 7:00 in Paris."""
    found = Clock(datetime(2026, 11, 24, 6, 0, tzinfo=UTC))
    monkeypatch.setattr("collective.rendezvous.clock.now", found.now)
    return found


@pytest.fixture
def functional(layers: Any) -> Iterator[Any]:
    from .hall import HALL_OVER_HTTP

    with layers.test(HALL_OVER_HTTP) as layer:
        yield layer


@pytest.fixture
def hall(functional: Any, clock: Clock) -> Any:
    """The section; see :class:`.hall.Hall`."""
    return functional["portal"]["rendez-vous"]


@pytest.fixture
def people(hall: Any, http: Any) -> People:
    return People(http, PASSWORD)


@pytest.fixture
def citizen(people: People) -> Any:
    return people("citizen")


@pytest.fixture
def nadia(people: People) -> Any:
    return people("nadia")


@pytest.fixture
def state(hall: Any) -> Callable[[str], None]:
    """Bring the section from open to another state."""

    def go(transition: str) -> None:
        hall.portal_workflow.doActionFor(hall, transition)
        transaction.commit()

    return go
