"""The address of a calendar feed on the page of its agent or counter."""

from tests.browser.staff.conftest import message
from typing import Any

import re


def address(answer: Any) -> str:
    found = re.search(r'value="([^"]*calendar\.ics\?token=[^"]*)"', answer.text)
    return found[1] if found else ""


def test_one_sees_ones_own_address_and_an_administrator_all(page: Any) -> None:
    assert address(page("nadia", "nadia"))
    for name in ("camille", "guichet-standard"):
        assert not address(page("nadia", name)), name
    for name in ("nadia", "camille", "guichet-standard"):
        assert address(page("camille", name)), name


def test_a_press_renews_it(page: Any, token: Any) -> None:
    before = address(page("nadia", "nadia"))
    assert page("nadia", "nadia/@@renew-feed", "POST").status_code == 403
    assert page("nadia", "nadia/@@renew-feed").status_code == 303
    assert address(page("nadia", "nadia")) == before
    answer = page("nadia", "nadia/@@renew-feed", "POST", data={"_authenticator": token("nadia")})
    assert answer.status_code == 303
    assert "nouvelle adresse" in message(answer)
    assert address(page("nadia", "nadia")) not in ("", before)
    assert page(None, before).status_code == 404
    assert page(None, address(page("nadia", "nadia"))).text.startswith("BEGIN:VCALENDAR")


def test_nobody_renews_that_of_others(page: Any, token: Any) -> None:
    for name in ("camille", "guichet-standard"):
        sent = {"_authenticator": token("nadia")}
        answer = page("nadia", f"{name}/@@renew-feed", "POST", data=sent)
        assert answer.status_code in (302, 401), name
    for who in (None, "passerby"):
        assert page(who, "nadia/@@renew-feed", "POST").status_code in (302, 401)
        assert page(who, "nadia/@@rendezvous-feed").status_code in (302, 401)
