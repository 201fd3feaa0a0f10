"""A session that ends while somebody types: nothing is lost, nothing is written."""

from tests.browser.staff.conftest import said
from typing import Any

import pytest
import re
import transaction


TYPED = {
    "type": "cni",
    "people": "1",
    "date": "2026-11-12",
    "time": "10:00",
    "agent": "nadia",
    "counter": "guichet-standard",
    "first_name": "Moussa",
    "last_name": "Traoré <b>",
    "email": "moussa@example.org",
    "notes": 'Deux lignes\net des "guillemets"',
    "save": "1",
    "_authenticator": "0" * 40,
}


def fields(text: str) -> dict[str, str]:
    from html import unescape

    found = re.findall(r'<input name="([^"]+)"\s+type="hidden"\s+value="([^"]*)"', text)
    found += [(name, value) for value, name in re.findall(r'value="([^"]*)"\s+name="([^"]+)"', text)]
    found += re.findall(r'<input type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"', text)
    return {name: unescape(value) for name, value in found}


@pytest.mark.parametrize("path", ["@@rendezvous-add", "@@rendezvous-edit/{reference}"])
def test_what_was_typed_comes_back_after_the_log_in(page: Any, book: Any, desk: Any, path: str) -> None:
    made = book("09:00")
    path = path.format(reference=made.reference)
    answer = page(None, path, "POST", data=TYPED)
    assert answer.status_code == 401
    assert "rien de ce que vous avez écrit n'est perdu" in said(answer)
    kept = fields(answer.text)
    assert kept["last_name"] == "Traoré <b>" and kept["again"] == "1"
    assert kept["notes"].replace("\r", "") == TYPED["notes"]
    assert "_authenticator" not in kept and "save" not in kept
    assert "Durand" not in answer.text

    again = page("nadia", path, "POST", data=kept)
    assert again.status_code == 200
    assert "Tout ce que vous avez écrit est de nouveau là" in said(again)
    assert 'value="Traoré &lt;b&gt;"' in again.text
    assert "Deux lignes" in again.text
    transaction.begin()
    assert desk.read(made.reference).last_name == "Durand"
    assert not len(desk.listing(_of("Traoré")))


def test_whoever_only_looks_is_asked_to_log_in_as_usual(page: Any, book: Any) -> None:
    for path in ("@@rendezvous-add", f"@@rendezvous-edit/{book().reference}", "@@rendezvous-session"):
        for who in (None, "passerby"):
            answer = page(who, path)
            assert answer.status_code == 401 or "require_login" in answer.headers["Location"]
    answer = page("passerby", "@@rendezvous-add", "POST", data=TYPED)
    assert answer.status_code == 401 or "require_login" in answer.headers["Location"]
    assert "Traor" not in answer.text


def test_the_script_can_ask_whether_the_session_goes_on(page: Any) -> None:
    answer = page("nadia", "@@rendezvous-session")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert "data-rdv-session" in page("nadia", "@@rendezvous-home").text


def _of(text: str) -> Any:
    from collective.rendezvous.booking.listing import Filter

    return Filter(text=text)
