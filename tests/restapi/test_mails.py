"""What is told to a visitor when staff work by REST: the same as from their screens."""

from ..town import letters
from .sending import at
from .sending import booked
from .sending import staffs
from collections.abc import Callable
from typing import Any

import pytest


@pytest.fixture
def sent(portal: Any, mails: Any) -> Callable[[], list[str]]:
    def sent() -> list[str]:
        """The subjects of the mails sent since the last call."""
        return [message["Subject"].replace("\xa0", " ") for message in letters(portal)]

    return sent


def test_staff_confirm_move_and_cancel_by_mail_and_nothing_else(
    nadia: Any, sent: Callable[[], list[str]]
) -> None:
    made = nadia.book(booked("09:00"))
    assert len(sent()) == 1
    path = staffs(made)
    for quiet in ({"notes": "x"}, {"visitor": {"phone": "1"}}, {"start": at("09:00")}, {"comment": "y"}):
        assert nadia.patch(path, quiet).status_code == 200
        assert sent() == []
    assert nadia.patch(path, {"start": at("09:40")}).status_code == 200
    assert len(sent()) == 1
    assert nadia.patch(path, {"start": at("23:00"), "agent": "boss"}).status_code == 409
    assert (
        nadia.patch(path, {"start": at("10:00"), "notes": "z"}, headers={"If-Match": '"x"'}).status_code
        == 412
    )
    for step in ("arrive", "undo"):
        assert nadia.post(f"{path}/{step}").status_code == 200
    assert sent() == []
    assert nadia.post(f"{path}/cancel").status_code == 200
    assert len(sent()) == 1
    assert nadia.delete(path).status_code == 204
    assert sent() == []


def test_what_is_deleted_before_it_began_is_told(nadia: Any, sent: Callable[[], list[str]]) -> None:
    made = nadia.book(booked("09:00"))
    sent()
    assert nadia.delete(staffs(made)).status_code == 204
    assert len(sent()) == 1


def test_without_an_address_nothing_is_sent(nadia: Any, sent: Callable[[], list[str]]) -> None:
    nadia.book(booked("09:00", visitor={"first_name": "A", "last_name": "B"}))
    assert sent() == []
