from .build import appointment
from .build import filled
from .build import local
from .build import TUESDAY
from collective.rendezvous.ledger.instants import minutes
from datetime import timedelta

import pytest


PEOPLE = {
    "anne": ("Anne-Cécile", "L’Hœuil", "ac.lhoeuil@exemple.fr", "+33 6 12 34 56 78"),
    "jean": ("Jean", "Dupont", "jd@exemple.fr", "07 00 00 00 01"),
    "jeanpierre": ("Jean-Pierre", "Dupont-Moretti", "Dupont@Exemple.fr", "01 41 22 33 44"),
    "guy": ("Guy", "de La Tour", "", "+32 470 12 34 56"),
    "omar": ("Ömar", "JEAN", "omar@exemple.fr", ""),
}


@pytest.fixture(scope="module")
def ledger():
    people = zip(range(9, 17), PEOPLE.items(), strict=False)
    return filled(
        *(
            appointment(f"{hour}:00", first_name=first, last_name=last, email=email, phone=phone, notes=name)
            for hour, (name, (first, last, email, phone)) in people
        )
    )


@pytest.mark.parametrize(
    "text, expected",
    [
        ("dup", "jean jeanpierre"),
        ("DUPONT-M", "jeanpierre"),
        ("dupont m", "jeanpierre"),
        ("jean", "jean jeanpierre omar"),
        ("jean dup", "jean"),
        ("Jean-Pierre Dupont", "jeanpierre"),
        ("dupont jean", "jean"),
        ("l'hoeu", "anne"),
        ("L’HŒUIL", "anne"),
        ("anne cecile l", "anne"),
        ("de la t", "guy"),
        ("  Guy   de  ", "guy"),
        ("omar j", "omar"),
        ("ac.lh", "anne"),
        ("DUPONT@EX", "jeanpierre"),
        ("06 12", "anne"),
        ("0612345678", "anne"),
        ("+33612", "anne"),
        ("0033 6 12", "anne"),
        ("612", "anne"),
        ("+33", ""),
        ("+32 47", "guy"),
        ("01.41", "jeanpierre"),
        ("tour", "guy"),
        ("La Tour", "guy"),
        ("tour g", "guy"),
        ("moretti", "jeanpierre"),
        ("Moretti Jean", "jeanpierre"),
        ("pierre", "jeanpierre"),
        ("pierre dupont", "jeanpierre"),
        ("hœuil a", "anne"),
        ("oretti", ""),
        ("exemple.fr", ""),
        ("", ""),
        ("  ", ""),
        ("\ud800", ""),
        ("\x00", ""),
        ("x" * 10_000, ""),
    ],
)
def test_who_is_found(ledger, text, expected):
    assert " ".join(one.notes for one in ledger.matching(text)) == expected


def test_a_whole_reference_finds_its_appointment(ledger):
    one = next(ledger.between(0))
    reference = one.reference
    for text in (reference, reference.lower(), f" {reference[:4]} {reference[4:]} "):
        assert list(ledger.matching(text)) == [one]
    assert list(ledger.matching(reference[:9])) == []


def test_a_search_can_be_cut_to_some_days(ledger):
    low, high = minutes(local("10:00")), minutes(local("11:00"))
    assert [one.notes for one in ledger.matching("jean", low, high)] == ["jean"]
    one = next(ledger.between(low))
    assert list(ledger.matching(one.reference, high)) == []
    assert list(ledger.matching("jean", minutes(local("0:00", TUESDAY + timedelta(days=1))))) == []


def test_who_is_found_by_several_ways_is_found_once(ledger):
    assert [one.notes for one in ledger.matching("dupont")] == ["jean", "jeanpierre"]
