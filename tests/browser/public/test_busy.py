"""Where nothing can be written just now, a page says so, and to try again."""

from collective.rendezvous.booking.office import ledger_of
from tests.browser.public.conftest import Citizen
from tests.town import letters
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


def test_one_stays_on_the_waiting_list(
    citizen: Citizen, section: Any, shut: Any, hand: Any, portal: Any, mails: Any
) -> None:
    citizen.go("/cni/@@waiting-list")
    for name, value in {"email": "ines@example.org", "consent": ["1"]}.items():
        citizen.getControl(name=name).value = value
    hand.forward(seconds=30)
    citizen.press("join")
    told = next(each for each in letters(portal) if each["To"] == "ines@example.org")
    text = told.get_body(("plain",)).get_content()
    citizen.open(next(word for word in text.split() if "/@@waiting-list/confirm?key=" in word))
    shut()
    citizen.press("confirm")
    assert citizen.status == 503
    assert int(citizen.headers["Retry-After"]) > 0
    assert "Rien n’a changé" in citizen.text
    assert "Recommencez" in citizen.text
    transaction.begin()
    assert [one.state for one in ledger_of(section).waiting] == ["unconfirmed"]
