from collective.rendezvous.words.dates import day
from collective.rendezvous.words.dates import hour
from collective.rendezvous.words.dates import moment
from collective.rendezvous.words.dates import week
from collective.rendezvous.words.lengths import length
from collective.rendezvous.words.nearness import nearness
from datetime import date
from datetime import datetime
from datetime import time

import pytest


pytestmark = pytest.mark.usefixtures("catalog")

WISHED = datetime(2026, 11, 12, 9, 20)


def test_a_moment_is_told_as_in_a_letter() -> None:
    assert moment(WISHED, "fr") == "jeudi 12 novembre à 9\xa0h\xa020"
    assert moment(WISHED, "en") == "Thursday 12 November at 9:20"


def test_a_moment_that_is_kept_names_its_year() -> None:
    assert moment(WISHED, "fr", year=True) == "jeudi 12 novembre 2026 à 9\xa0h\xa020"
    assert moment(WISHED, "en", year=True) == "Thursday 12 November 2026 at 9:20"


def test_the_first_of_a_month_is_an_ordinal() -> None:
    assert day(date(2026, 5, 1), "fr") == "vendredi 1er mai"
    assert day(date(2026, 5, 1), "en") == "Friday 1st May"
    assert day(date(2026, 5, 2), "fr", weekday=False) == "2 mai"


def test_minutes_have_two_digits_and_hours_as_many_as_they_need() -> None:
    assert hour(time(9, 0), "fr") == "9\xa0h\xa000"
    assert hour(time(14, 5), "fr") == "14\xa0h\xa005"


def test_an_unknown_language_is_told_in_english() -> None:
    assert moment(WISHED, "xx") == "Thursday 12 November at 9:20"


def test_a_language_with_a_country_is_that_language() -> None:
    assert day(WISHED.date(), "fr-fr") == "jeudi 12 novembre"


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2026, 11, 9), date(2026, 11, 14), ("9", "14 novembre 2026")),
        (date(2026, 11, 30), date(2026, 12, 5), ("30 novembre", "5 décembre 2026")),
        (date(2026, 12, 28), date(2027, 1, 2), ("28 décembre 2026", "2 janvier 2027")),
        (date(2026, 6, 1), date(2026, 6, 6), ("1er", "6 juin 2026")),
    ],
)
def test_a_week_tells_what_its_ends_share_once(first: date, last: date, told: tuple[str, str]) -> None:
    assert week(first, last, "fr") == told


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (1, "1\xa0minute"),
        (20, "20\xa0minutes"),
        (60, "1\xa0heure"),
        (120, "2\xa0heures"),
        (90, "1\xa0heure et 30\xa0minutes"),
        (121, "2\xa0heures et 1\xa0minute"),
    ],
)
def test_a_length_is_told_in_hours_and_minutes(minutes: int, told: str) -> None:
    assert length(minutes, "fr") == told


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (datetime(2026, 11, 12, 9, 20), ""),
        (datetime(2026, 11, 12, 9, 40), "le même jour, 20 minutes plus tard"),
        (datetime(2026, 11, 12, 10, 20), "le même jour, une heure plus tard"),
        (datetime(2026, 11, 12, 8, 20), "le même jour, une heure plus tôt"),
        (datetime(2026, 11, 12, 11, 0), "le même jour, le matin"),
        (datetime(2026, 11, 12, 13, 40), "le même jour, l'après-midi"),
        (datetime(2026, 11, 13, 9, 20), "le lendemain, à la même heure"),
        (datetime(2026, 11, 13, 9, 0), "le lendemain"),
        (datetime(2026, 11, 11, 9, 0), "la veille"),
        (datetime(2026, 11, 16, 9, 20), "4 jours plus tard, à la même heure"),
    ],
)
def test_an_alternative_says_how_near_it_is(other: datetime, told: str) -> None:
    assert nearness(WISHED, other, "fr") == told
