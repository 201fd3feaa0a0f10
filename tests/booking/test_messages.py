"""Refusals in the language of whoever is refused."""

from collective.rendezvous.booking.errors import Refused
from collective.rendezvous.booking.messages import of_error
from datetime import date
from tests.town import change
from tests.town import wish

import pytest


CHRISTMAS = "2026-12-25T09:00:00+01:00"
DAY = date(2026, 11, 26)


@pytest.mark.parametrize(("language", "name"), [("fr", "Noël"), ("en", "Christmas Day")])
def test_a_public_holiday_is_named_in_the_readers_language(citizen, language, name):
    with pytest.raises(Refused) as refusal:
        citizen.book(wish(CHRISTMAS))
    assert refusal.value.code == "day_closed"
    assert name in of_error(refusal.value, language)


def test_a_closure_is_told_by_its_reason(office, citizen):
    row = {"first_day": DAY, "last_day": DAY, "start": None, "end": None, "reason": "Inventaire"}
    change(office, closures=[row])
    with pytest.raises(Refused) as refusal:
        citizen.book(wish("2026-11-26T09:00:00+01:00"))
    assert "Inventaire" in of_error(refusal.value, "fr")
