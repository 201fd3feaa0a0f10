from .sending import at
from .sending import booked
from .sending import of
from .sending import refused
from .sending import staffs
from .sending import wrong
from concurrent.futures import ThreadPoolExecutor

import pytest


KEY = {"Idempotency-Key": "0123456789abcdef"}


def test_the_same_request_is_answered_with_the_same_appointment(citizen, nadia):
    first = citizen.post("@appointments", booked("09:00"), headers=KEY)
    citizen.patch(of(first.json()), {"start": at("10:00")})
    again = citizen.post("@appointments", booked("09:00"), headers=KEY)
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert again.headers["Location"] == first.headers["Location"]
    assert nadia.get("@appointments").json()["items_total"] == 1


def test_what_staff_change_meanwhile_is_told_as_it_was(citizen, nadia):
    first = citizen.book(booked("09:00"), headers=KEY)
    changed = {"type": "logement", "start": at("10:00"), "counter": "annexe"}
    assert nadia.patch(staffs(first), changed).status_code == 200
    assert citizen.book(booked("09:00"), headers=KEY) == first


def test_a_hold_says_how_it_is_booked_and_not_what(citizen, nadia):
    held = citizen.post("@holds", {"type": "cni", "start": at("09:00")}).json()["hold"]
    first = citizen.book(booked("09:00", hold=held), headers=KEY)
    assert citizen.book(booked("09:00", hold=held), headers=KEY) == first
    assert citizen.book(booked("09:00"), headers=KEY) == first
    assert nadia.get("@appointments").json()["items_total"] == 1


def test_another_request_with_the_same_key_is_wrong(citizen):
    citizen.book(booked("09:00"), headers=KEY)
    assert wrong(citizen.post("@appointments", booked("09:20"), headers=KEY)) == {
        "Idempotency-Key": "key_reused"
    }


def test_only_a_booking_is_remembered(citizen):
    citizen.book(booked("09:00", counter="guichet-standard"))
    sent = booked("09:00", counter="guichet-standard")
    refused(citizen.post("@appointments", sent, headers=KEY), "slot_taken")
    citizen.book(booked("09:20"), headers=KEY)


def test_a_day_later_a_key_is_new(citizen, clock):
    citizen.book(booked("09:00"), headers=KEY)
    clock.passes(hours=25)
    citizen.book({**booked("09:00"), "start": "2026-11-26T09:00:00+01:00"}, headers=KEY)


@pytest.mark.parametrize("key", ["", "short", "x" * 65])
def test_a_key_has_16_to_64_characters(citizen, key):
    answer = citizen.post("@appointments", booked("09:00"), headers={"Idempotency-Key": key})
    assert wrong(answer) == {"Idempotency-Key": "key_length"}


def test_staff_get_the_same_again_as_well(nadia):
    first = nadia.post("@appointments", booked("09:00"), headers=KEY).json()
    nadia.post(staffs(first, "arrive"))
    again = nadia.post("@appointments", booked("09:00"), headers=KEY).json()
    assert (again["@id"], again["state"]) == (first["@id"], "confirmed")


@pytest.mark.race
def test_of_two_at_once_the_second_gets_the_firsts(citizen, nadia, http):
    def send(_number):
        with http.by("", "") as session:
            session.auth = None
            answer = session.post("/rendez-vous/@appointments", json=booked("09:00"), headers=KEY)
            return answer.status_code, answer.text

    with ThreadPoolExecutor(4) as pool:
        answers = set(pool.map(send, range(4)))
    assert len(answers) == 1
    assert answers.pop()[0] == 201
    assert nadia.get("@appointments").json()["items_total"] == 1
