"""`cluster`: the demo town on two processes; `rendezvous`: the section, as its Manager changes it."""

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import ExitStack
from tests.processes.servers import Town
from typing import Any

import pytest
import requests


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with ExitStack() as stack:
        yield Town(tmp_path_factory.mktemp("cluster"), stack)


@pytest.fixture
def settings(cluster: Town) -> Iterator[Callable[..., None]]:
    """Change settings of the section; afterwards they are what they were."""
    manager = requests.Session()
    manager.trust_env = False
    manager.auth = ("admin", "admin")
    manager.headers["Accept"] = "application/json"
    usual = {"bookings_per_minute": 1000, "hold_minutes": 10, "max_upcoming_per_email": 0}

    def change(**fields: Any) -> None:
        answer = manager.patch(cluster.urls[0], json=fields)
        assert answer.ok, answer.text

    change(**usual)
    yield change
    change(**usual)
