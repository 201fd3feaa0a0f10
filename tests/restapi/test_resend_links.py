"""`@resend-links`: the same answer for everybody, a letter to the address alone."""

from ..town import visitor
from .sending import booked
from .sending import of
from .sending import wrong
from collective.rendezvous.booking.office import ledger_of

import pytest
import transaction


EMAIL = "marie.durand@example.org"


def parcels(hall):
    transaction.begin()
    return [parcel for _key, parcel in ledger_of(hall).outbox.parcels() if parcel.kind == "links"]


def ask(citizen, email=EMAIL):
    answer = citizen.post("@resend-links", {"email": email})
    assert answer.status_code == 202, answer.text
    return answer.text


def test_the_answer_is_the_same_for_whoever_is_known_or_not(hall, citizen):
    citizen.book(booked("09:00"))
    assert ask(citizen) == ask(citizen) == ask(citizen, "nobody@example.org")
    assert [parcel.to for parcel in parcels(hall)] == [EMAIL]


def test_one_letter_an_hour(hall, citizen, clock):
    citizen.book(booked("09:00"))
    ask(citizen)
    ask(citizen, f"  {EMAIL.upper()} ")
    clock.passes(minutes=59)
    ask(citizen)
    assert len(parcels(hall)) == 1
    clock.passes(minutes=1)
    ask(citizen)
    assert len(parcels(hall)) == 2


def test_who_has_nothing_to_come_gets_nothing(hall, citizen, clock):
    made = citizen.book(booked("09:00"))
    citizen.post(of(made, "cancel"))
    ask(citizen)
    citizen.book(booked("09:20", visitor=visitor(email="other@example.org")))
    clock.passes(hours=3)
    ask(citizen, "other@example.org")
    assert parcels(hall) == []


@pytest.mark.parametrize("email", ["", None, "nobody", "a@b@c", 7, ["a@example.org"], "a@example.org\n"])
def test_what_is_no_address_is_wrong(citizen, email):
    answer = citizen.post("@resend-links", {"email": email})
    if email == "a@example.org\n":
        assert answer.status_code in (202, 400)
    else:
        assert wrong(answer).keys() == {"email"}


def test_nothing_is_wrong_with_a_suspended_section(hall, citizen, state):
    citizen.book(booked("09:00"))
    state("suspend")
    ask(citizen)
    assert len(parcels(hall)) == 1


def test_what_is_kept_of_who_asked_does_not_tell_the_address(hall, citizen):
    ask(citizen, "nobody@example.org")
    transaction.begin()
    ledger = ledger_of(hall)
    kept = [key for value in ledger.resent.cells.values() for key in value]
    assert len(kept) == 1
    assert b"nobody" not in kept[0]
