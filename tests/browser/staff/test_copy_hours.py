"""Copying a week pattern to other agents."""

from collective.rendezvous.content.availability import IAvailability
from collective.rendezvous.content.place import children
from tests.browser.staff.conftest import message
from tests.browser.staff.conftest import said as spoken
from tests.town import agent
from tests.town import create
from tests.town import hours
from typing import Any

import pytest
import re
import transaction


COPY = "@@rendezvous-copy-hours"


def said(answer: Any) -> str:
    """What a page says, with common blanks and apostrophes."""
    return re.sub(r"\s+", " ", spoken(answer).replace("’", "'"))


@pytest.fixture
def section(section: Any) -> Any:
    """With Rita, who receives in the afternoon."""
    agent(section, "rita", section["cni"], start="14:00", end="17:00")
    transaction.commit()
    return section


def starts(section: Any, id: str) -> list[str]:
    transaction.begin()
    return sorted(one.start for one in children(section[id], IAvailability))


def test_what_will_change_is_told_before(section: Any, page: Any) -> None:
    told = said(page("camille", f"{COPY}?source=nadia&target:list=rita&mode=replace&show=1"))
    assert "Ce qui va changer" in told
    assert "Ajouté Lundi au vendredi, 9 h 00 à 12 h 00 (Carte d'identité, Logement). Toujours" in told
    assert "Supprimé Lundi au vendredi, 14 h 00 à 17 h 00 (Carte d'identité). Toujours" in told
    assert starts(section, "rita") == ["14:00"]


def test_it_is_copied_to_one_and_the_appointments_left_behind_are_named(
    section: Any, page: Any, token: Any, book: Any
) -> None:
    made = book("14:00", "2026-11-12")
    data = {
        "_authenticator": token("camille"),
        "source": "nadia",
        "target:list": "rita",
        "mode": "replace",
        "since": "",
    }
    answer = page("camille", COPY, "POST", data=data)
    assert answer.status_code == 303, said(answer)
    assert "La semaine type de Nadia a été copiée à Rita" in message(answer)
    assert starts(section, "rita") == ["09:00"]
    told = page("camille", answer.headers["Location"])
    assert "1 rendez-vous ne correspond plus" in said(told)
    assert made.reference in told.text


def test_it_is_copied_to_several(section: Any, page: Any, token: Any) -> None:
    data = [
        ("_authenticator", token("camille")),
        ("source", "nadia"),
        ("target:list", "rita"),
        ("target:list", "camille"),
        ("mode", "add"),
        ("since", "2026-12-01"),
    ]
    answer = page("camille", COPY, "POST", data=data)
    assert "done=" in answer.headers["Location"]
    assert page("camille", answer.headers["Location"]).status_code == 200
    assert starts(section, "rita") == ["09:00", "14:00"]


def test_hours_in_the_way_are_named_and_nothing_is_copied(section: Any, page: Any, token: Any) -> None:
    other = create(section, "Counter", "annexe", title="Annexe", capacity=1, types=[section["cni"].UID()])
    hours(section["rita"], section["cni"], start="11:00", end="13:00", counters=[other.UID()])
    transaction.commit()
    told = said(page("camille", f"{COPY}?source=nadia&target:list=rita&mode=add&show=1"))
    assert "11 h 00 à 13 h 00 (Carte d'identité, Annexe)" in told
    data = {"_authenticator": token("camille"), "source": "nadia", "target:list": "rita", "mode": "add"}
    assert page("camille", COPY, "POST", data=data).status_code == 409
    assert starts(section, "rita") == ["11:00", "14:00"]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("target:list=rita", "Choisissez"),
        ("source=nadia", "Cochez au moins un autre agent"),
        ("source=nadia&target:list=nadia", "Cochez au moins un autre agent"),
        ("source=nadia&target:list=rita&since=demain", "Ce n'est pas un jour"),
        ("source=personne&target:list=personne", "Choisissez"),
    ],
)
def test_what_is_missing_is_said(query: str, told: str, page: Any) -> None:
    assert told in said(page("camille", f"{COPY}?{query}&show=1"))


def test_a_receptionist_may_not(section: Any, page: Any) -> None:
    answer = page("nadia", COPY)
    assert answer.status_code == 401 or "require_login" in answer.headers["Location"]
    assert COPY not in page("nadia", "nadia").text
    assert COPY in page("camille", "nadia").text
