"""What is to come: behind a refused deletion, after a cancellation, in the sentence above a day."""

from tests.browser.staff.conftest import said
from typing import Any
from urllib.parse import parse_qs
from urllib.parse import urlparse

import re


COMING = "@@rendezvous-coming"


def test_all_that_stands_against_a_deletion_is_listed(section: Any, page: Any, book: Any, desk: Any) -> None:
    book("9:00", last_name="Passe")
    book("11:00", last_name="Tantot")
    book("9:00", day="2026-12-01", last_name="Decembre")
    gone = book("9:20", day="2026-12-02", last_name="Annule")
    desk.transition(gone.reference, "cancel")
    text = page("camille", f"{COMING}?type=cni").text
    assert [name for name in ("Passe", "Tantot", "Decembre", "Annule") if name in text] == [
        "Tantot",
        "Decembre",
    ]
    assert "Carte d'identité, 2 rendez-vous" in said(page("camille", f"{COMING}?type=cni")).replace(
        "\xa0", " "
    )
    assert "2 rendez-vous" in said(page("camille", f"{COMING}?counter=guichet-standard")).replace("\xa0", " ")
    assert "Tantot" not in page("camille", f"{COMING}?type=logement").text
    assert f"{COMING}?type=cni" in page("camille", "cni/delete_confirmation").text


def test_after_cancelling_one_returns_to_the_list(page: Any, book: Any) -> None:
    made = book("11:00")
    text = page("nadia", "@@rendezvous-day?day=2026-11-10&agent=").text
    found = re.search(rf'href="([^"]*rendezvous-cancel/{made.reference}[^"]*)"', text)
    assert found
    url = found[1].replace("&amp;", "&")
    assert parse_qs(urlparse(url).query)["back"] == ["@@rendezvous-day?day=2026-11-10"]
    asked = page("nadia", url).text
    assert 'value="@@rendezvous-day?day=2026-11-10"' in asked
    assert "evil" not in page("nadia", f"@@rendezvous-cancel/{made.reference}?back=//evil.example").text


def test_what_is_over_without_a_follow_up_is_not_to_come(page: Any, book: Any) -> None:
    book("9:00")
    book("9:40")
    book("11:00")
    told = said(page("nadia", "@@rendezvous-day")).replace("\xa0", " ")
    assert "3 rendez-vous : 1 passé sans suite notée, 2 à venir." in told
