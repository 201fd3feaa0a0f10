"""Lists and searches at the desk."""

from collective.rendezvous.booking.listing import Filter
from datetime import date
from datetime import timedelta
from tests.town import visitor
from tests.town import wish

import pytest


@pytest.fixture
def three(receptionist):
    names = (("Durand", "09:20"), ("Élan", "09:00"), ("Dupont", "09:40"))
    return [
        receptionist.book(
            wish(f"2026-11-25T{hour}:00+01:00", visitor=visitor(name, email=f"{hour[3:]}@example.org"))
        ).appointment
        for name, hour in names
    ]


def test_a_list_is_in_order_of_start(receptionist, three):
    found = receptionist.listing(Filter(date(2026, 11, 25), date(2026, 11, 25)))
    assert [one.last_name for one in found] == ["Élan", "Durand", "Dupont"]
    assert (len(found), [one.last_name for one in found[1:2]]) == (3, ["Durand"])


def test_days_are_those_of_the_section(receptionist, three):
    for day in (date(2026, 11, 24), date(2026, 11, 26)):
        assert len(receptionist.listing(Filter(day, day))) == 0


def test_filters_narrow(office, receptionist, three):
    receptionist.transition(three[0].reference, "cancel")
    assert len(receptionist.listing(Filter(states=frozenset({"cancelled"})))) == 1
    assert len(receptionist.listing(Filter(type=office["logement"].UID()))) == 0
    assert len(receptionist.listing(Filter(agent=office["nadia"].UID()))) == 3
    assert len(receptionist.listing(Filter(counter=office["guichet-standard"].UID()))) == 3


def test_a_search_knows_no_accents(receptionist, three):
    assert [one.last_name for one in receptionist.listing(Filter(text="ELA"))] == ["Élan"]
    assert [one.last_name for one in receptionist.listing(Filter(text="marie du"))] == ["Durand", "Dupont"]
    assert len(receptionist.listing(Filter(text=three[0].reference.lower()))) == 1
    day = date(2026, 11, 25)
    assert len(receptionist.listing(Filter(day + timedelta(days=1), text="du"))) == 0
