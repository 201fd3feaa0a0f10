"""What the pages tell the script: which parts it may replace, and the server's own words."""

from collections.abc import Callable
from lxml.html import fromstring
from tests.town import change
from typing import Any

import pytest
import transaction


PARTS = "//*[@data-rdv-part]/@id"
NUMBER = {"label": "Enfants", "kind": "number", "choices": [], "required": True}


def found(citizen: Any, path: str) -> list[str]:
    return list(fromstring(citizen.contents).xpath(path))


@pytest.fixture
def several(section: Any) -> None:
    change(section["cni"], max_people=3)
    transaction.commit()


def test_each_part_that_is_replaced_has_an_id_of_its_own(several: None, citizen: Any) -> None:
    citizen.go("/cni")
    parts = found(citizen, PARTS)
    assert {"rdv-type", "rdv-times", "rdv-chosen"} <= set(parts)
    assert len(set(parts)) == len(parts)
    assert len(found(citizen, "//*[@data-rdv-part]")) == len(parts)


def test_another_week_and_another_number_of_people_have_the_same_parts(several: None, citizen: Any) -> None:
    citizen.go("/cni")
    parts = found(citizen, PARTS)
    for query in ("?from=2026-11-16", "?people=3"):
        citizen.go(f"/cni{query}")
        assert found(citizen, PARTS) == parts


def test_where_nothing_is_free_the_parts_are_others(citizen: Any, section: Any) -> None:
    citizen.go("/cni")
    parts = found(citizen, PARTS)
    change(section["nadia"].objectValues()[0], days=[])
    transaction.commit()
    citizen.go("/cni")
    assert found(citizen, PARTS) != parts


def test_what_is_spoken_of_a_week_is_its_title_and_the_first_free_date(citizen: Any) -> None:
    citizen.go("/cni")
    spoken = [" ".join(one.text_content().split()) for one in found(citizen, "//*[@data-rdv-tell]")]
    assert spoken == [
        "Première date disponible : mardi 10 novembre à 10 h 00",
        "Semaine du 9 au 13 novembre 2026",
    ]


def test_a_field_carries_what_the_server_would_say_of_it(
    citizen: Any, section: Any, setup: Callable[..., None]
) -> None:
    setup(section["cni"], questions=[NUMBER])
    citizen.choose()
    assert found(citizen, "//*[@id='last_name']/@data-rdv-required") == ["Écrivez votre nom de famille."]
    assert found(citizen, "//*[@id='phone']/@data-rdv-required") == []
    assert found(citizen, "//*[@id='consent']/@data-rdv-required") != []
    said = {
        "email": found(citizen, "//*[@id='email']/@data-rdv-email"),
        "number": found(citizen, "//*[@data-rdv-number]/@data-rdv-number"),
    }
    citizen.fill(email="ines@")
    citizen.getControl(label="Enfants").value = "deux"
    citizen.press("book")
    for sentence in (*said["email"], *said["number"]):
        assert sentence.replace("\xa0", " ") in citizen.text.replace("\xa0", " ")
    assert found(citizen, "//*[@aria-invalid='true']/@id")[0] == "email"


def test_no_script_and_no_handler_stands_in_the_pages(citizen: Any) -> None:
    for path in ("", "/cni"):
        citizen.go(path)
        assert found(citizen, "//*[@id='content']//script | //*[@id='content']//style") == []
        assert found(citizen, "//*[@id='content']//@*[starts-with(name(), 'on')]") == []
