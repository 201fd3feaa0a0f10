"""The waiting list for staff."""

from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.booking.waiting.desk import WaitingDesk
from typing import Any

import pytest
import re
import transaction


@pytest.fixture
def waiting(desk: Any, section: Any) -> Any:
    """Two who wait for an identity card in a month, and one who has not confirmed."""

    def join(email: str, confirmed: bool = True) -> None:
        first = desk.now.date().replace(day=1)
        days = {"from": first.isoformat(), "to": first.replace(year=first.year + 1).isoformat()}
        desk.waiting.join({"type": "cni", "email": email, "consent": True, **days})
        if confirmed:
            ledger = ledger_of(section)
            assert ledger is not None
            [made] = ledger.waiting.of(email)
            desk.waiting.confirm(made.key)

    join("ines@example.org")
    join("b-paul@example.org")
    join("nobody@example.org", confirmed=False)
    transaction.commit()
    return desk.waiting


def test_staff_see_who_waits_for_what(section: Any, waiting: WaitingDesk, page: Any) -> None:
    text = page("nadia", "@@rendezvous-waiting").text
    assert "ines@example.org" in text and "b-paul@example.org" in text
    assert "nobody@example.org" not in text
    assert "2 en attente" in text
    assert [each.key for each in waiting.everybody() if each.key in text] == []


def test_the_home_says_how_many(section: Any, waiting: WaitingDesk, page: Any) -> None:
    text = page("nadia", "@@rendezvous-home").text
    assert "2 personnes attendent qu'un créneau se libère" in text
    assert "ines@example.org" not in text


def test_the_home_says_nothing_where_nobody_waits(section: Any, page: Any) -> None:
    assert "rendezvous-waiting" not in page("nadia", "@@rendezvous-home").text
    assert "Personne n'attend." in page("nadia", "@@rendezvous-waiting").text


def test_somebody_is_taken_off_the_list(section: Any, waiting: WaitingDesk, page: Any) -> None:
    text = page("nadia", "@@rendezvous-waiting").text
    token = re.search(r'name="_authenticator" value="(\w+)"', text)[1]
    value = re.search(r'value="(\d+)"\s*>Retirer', text)[1]
    sent = {"_authenticator": token, "remove": value}
    assert page("nadia", "@@rendezvous-waiting", "POST", data=sent).status_code in (302, 303)
    transaction.begin()
    assert len(waiting.everybody()) == 1
    for again in (value, "x", "-1", "9" * 30, ""):
        answer = page("nadia", "@@rendezvous-waiting", "POST", data={**sent, "remove": again})
        assert answer.status_code in (302, 303), again
    transaction.begin()
    assert len(waiting.everybody()) == 1


def test_without_a_token_nobody_is_taken_off(section: Any, waiting: WaitingDesk, page: Any) -> None:
    id = waiting.everybody()[0].id
    page("nadia", "@@rendezvous-waiting", "POST", data={"remove": str(id)})
    page(None, "@@rendezvous-waiting", "POST", data={"remove": str(id)})
    transaction.begin()
    assert len(waiting.everybody()) == 2
