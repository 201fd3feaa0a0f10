"""Where nothing can be written just now, a page says so, and to try again."""

from collective.rendezvous.booking.office import ledger_of
from tests.browser.public.conftest import Citizen
from typing import Any

import pytest
import transaction


@pytest.fixture
def shut(section: Any) -> Any:
    def shut() -> None:
        transaction.begin()
        ledger_of(section).revision.shut_until = 1 << 40
        transaction.commit()

    return shut


def test_an_appointment_is_not_cancelled(citizen: Citizen, section: Any, shut: Any) -> None:
    citizen.book()
    citizen.go(citizen.url.removeprefix(citizen.home).replace("?", "/cancel?", 1))
    shut()
    citizen.press("cancel")
    assert citizen.status == 200
    assert "Recommencez" in citizen.contents
    transaction.begin()
    assert [one.state for one in ledger_of(section).between(0)] == ["confirmed"]
