from typing import Any

import re


SEARCH = "@@rendezvous-search"


def found(answer: Any) -> list[str]:
    return re.findall(r">Marie (\w+)</a>", answer.text)


def test_a_name_is_found_by_its_beginning_and_stands_in_no_address(page: Any, book: Any, hand: Any) -> None:
    book("10:00", last_name="Béraud")
    book(day="2026-11-12", last_name="Berger")
    book("11:00", last_name="Martin")
    hand.forward(days=1)
    answer = page("nadia", SEARCH, "POST", data={"q": "ber"})
    assert answer.status_code == 200
    assert found(answer) == ["Berger", "Béraud"]
    assert answer.text.index("Rendez-vous à venir") < answer.text.index("Rendez-vous passés")
    assert "q=" not in answer.text


def test_a_reference_finds_its_appointment(page: Any, book: Any) -> None:
    made = book(last_name="Durand")
    assert found(page("nadia", SEARCH, "POST", data={"q": made.reference.lower()})) == ["Durand"]


def test_an_address_with_a_name_in_it_is_not_listened_to(page: Any, book: Any) -> None:
    book(last_name="Durand")
    assert found(page("nadia", f"{SEARCH}?q=Durand")) == []


def test_nothing_typed_and_nothing_found_say_what_to_do(page: Any) -> None:
    assert "Écrivez un nom" in page("nadia", SEARCH, "POST", data={"q": " "}).text
    assert "Aucun rendez-vous trouvé" in page("nadia", SEARCH, "POST", data={"q": "zz%00*?"}).text
    assert page("nadia", SEARCH, "POST", data={"q": ["a", "b"]}).status_code == 200


def test_what_was_typed_comes_back_as_text(page: Any) -> None:
    answer = page("nadia", SEARCH, "POST", data={"q": '"><script>alert(1)</script>'})
    assert "<script>alert(1)" not in answer.text
    assert "alert(1)" in answer.text
