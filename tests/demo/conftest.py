"""`section`: the demo's section as it stands on a Tuesday; made once for all tests that only look at it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest


TUESDAY = datetime(2026, 11, 10, 9, 42, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture(scope="module")
def section(layers: Any) -> Iterator[Any]:
    from collective.rendezvous import demo
    from collective.rendezvous.testing import INTEGRATION_TESTING

    with layers.test(INTEGRATION_TESTING) as layer:
        demo.create(layer["portal"], TUESDAY)
        yield layer["portal"]["rendez-vous"]


@pytest.fixture
def now() -> datetime:
    return TUESDAY
