from collective.rendezvous.ledger.names import beginning_digits
from collective.rendezvous.ledger.names import folded
from collective.rendezvous.ledger.names import looks_like_phone
from collective.rendezvous.ledger.names import mailbox
from collective.rendezvous.ledger.names import phone_digits

import pytest


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Dupont", "dupont"),
        ("  Jean   Dupont ", "jean dupont"),
        ("HÉLÈNE Müller", "helene muller"),
        ("He\u0301le\u0300ne", "helene"),
        ("Anne-Cécile", "anne cecile"),
        ("Anne\u2010Cécile", "anne cecile"),
        ("L’Hœuil", "l'hoeuil"),
        ("L'Hœuil", "l'hoeuil"),
        ("Lætitia ŒUVRARD", "laetitia oeuvrard"),
        ("Groß", "gross"),
        ("Søren Łukasz Đặng", "soren lukasz dang"),
        ("Çelik Iğdır", "celik igdir"),
        ("de\u00a0La\u202fTour", "de la tour"),
        ("ﬁn", "fin"),
        ("Ольга", "ольга"),
        ("李 小龙", "李 小龙"),
        ("", ""),
        (" - ", ""),
    ],
)
def test_case_and_accents_are_folded(text, expected):
    assert folded(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("06 12 34 56 78", "612345678"),
        ("0612345678", "612345678"),
        ("06.12.34.56.78", "612345678"),
        ("+33 6 12 34 56 78", "612345678"),
        ("+33 (0)6 12 34 56 78", "612345678"),
        ("0033 6 12 34 56 78", "612345678"),
        ("33612345678", "612345678"),
        ("+32 470 12 34 56", "32470123456"),
        ("0032 470 12 34 56", "32470123456"),
        ("06 12", "612"),
        ("poste 12", "12"),
        ("", ""),
        ("aucun", ""),
    ],
)
def test_a_phone_number_is_its_digits_however_it_is_written(text, expected):
    assert phone_digits(text) == expected


def test_numbers_at_home_depend_on_the_region():
    assert phone_digits("0470 12 34 56", "BE") == "470123456"
    assert phone_digits("+33 6 12 34 56 78", "BE") == "33612345678"
    assert beginning_digits("06 1234", "IT") == "061234"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("06", "6"),
        ("06 12", "612"),
        ("+33", ""),
        ("+33 6 1", "61"),
        ("+33 06 1", "61"),
        ("0033 6 1", "61"),
        ("+32 4", "324"),
        ("6 12", "612"),
        ("0", ""),
    ],
)
def test_the_beginning_of_a_phone_number(text, expected):
    assert beginning_digits(text) == expected


def test_what_looks_like_a_phone_number():
    assert looks_like_phone("+33 (0)6.12-34/56")
    assert not looks_like_phone("+")
    assert not looks_like_phone("Dupont 2")


def test_a_mailbox_is_compared_without_case_and_outer_blanks():
    assert mailbox("  Jeanne.DUPONT@Exemple.FR ") == "jeanne.dupont@exemple.fr"
