"""`@holds`: a slot is kept while somebody fills in the form."""

from ..town import change
from .sending import at
from .sending import booked
from .sending import refused
from .sending import wrong

import pytest
import transaction


def wish(hour="09:00", **fields):
    return {"type": "cni", "start": at(hour), "counter": "guichet-standard", **fields}


def keep(asker, hour="09:00", **fields):
    answer = asker.post("@holds", wish(hour, **fields))
    assert answer.status_code == 201, answer.text
    return answer.json()


def places(asker, hour="09:00"):
    days = asker.get("@slots?type=cni&from=2026-11-24&to=2026-11-24&counter=guichet-standard").json()["days"]
    return {slot["start"]: slot["places"] for slot in days[0]["slots"]}.get(at(hour), 0)


@pytest.fixture
def settings(hall):
    def change_hall(**fields):
        change(hall, **fields)
        transaction.commit()

    return change_hall


def test_a_hold_tells_what_is_kept_and_until_when(citizen):
    told = keep(citizen)
    assert told.keys() == {"hold", "start", "end", "expires"}
    assert (told["start"], told["end"]) == (at("09:00"), at("09:20"))
    assert told["expires"] == at("07:10")


def test_it_is_taken_for_everybody_else(citizen, nadia):
    assert places(citizen) == 1
    keep(citizen)
    assert places(citizen) == places(nadia) == 0
    told = refused(citizen.post("@appointments", booked("09:00", counter="guichet-standard")), "slot_taken")
    assert told["alternatives"][0] == at("09:20")
    refused(citizen.post("@holds", wish()), "slot_taken")
    refused(nadia.post("@appointments", booked("09:00", counter="guichet-standard")), "counter_full")


def test_one_place_less_where_there_are_several(citizen):
    everywhere = "@slots?type=cni&from=2026-11-24&to=2026-11-24"
    assert citizen.get(everywhere).json()["days"][0]["slots"][0]["places"] == 2
    keep(citizen, counter=None)
    assert citizen.get(everywhere).json()["days"][0]["slots"][0]["places"] == 1


def test_its_holder_books_it(citizen):
    hold = keep(citizen)["hold"]
    told = citizen.book(booked("09:00", counter="guichet-standard", hold=hold))
    assert told["counter"]["id"] == "guichet-standard"
    assert places(citizen) == 0
    assert citizen.delete(f"@holds/{hold}").status_code == 204
    assert places(citizen) == 0


def test_a_hold_lapses(citizen, clock):
    hold = keep(citizen)["hold"]
    clock.passes(minutes=10)
    assert places(citizen) == 1
    citizen.book(booked("09:00", counter="guichet-standard", hold=hold))


def test_a_hold_is_given_back(citizen):
    hold = keep(citizen)["hold"]
    answer = citizen.delete(f"@holds/{hold}")
    assert (answer.status_code, answer.content) == (204, b"")
    assert places(citizen) == 1
    assert citizen.delete(f"@holds/{hold}").status_code == 204
    assert citizen.delete("@holds/never").status_code == 204
    assert citizen.delete("@holds").status_code == 404
    assert citizen.delete(f"@holds/{hold}/more").status_code == 404


def test_a_hold_for_something_else_is_wrong(citizen):
    hold = keep(citizen)["hold"]
    for other in (booked("09:20", hold=hold), booked("09:00", "logement", hold=hold)):
        assert wrong(citizen.post("@appointments", other)) == {"hold": "another_hold"}
    citizen.book(booked("09:00", hold=hold))


def test_at_most_three_a_client_and_booking_goes_on(citizen):
    for hour in ("09:00", "09:20", "09:40"):
        keep(citizen, hour)
    answer = citizen.post("@holds", wish("10:00"))
    assert refused(answer, "too_many_holds", 429)["type"] == "TooManyRequests"
    assert answer.headers["Retry-After"] == "600"
    citizen.book(booked("10:00"))


def test_a_hold_booked_or_given_back_makes_room(citizen):
    holds = [keep(citizen, hour)["hold"] for hour in ("09:00", "09:20", "09:40")]
    citizen.book(booked("09:00", hold=holds[0], counter="guichet-standard"))
    citizen.delete(f"@holds/{holds[1]}")
    keep(citizen, "10:00")
    keep(citizen, "10:20")
    refused(citizen.post("@holds", wish("10:40")), "too_many_holds", 429)


def test_holds_do_not_count_as_bookings(citizen, settings):
    settings(bookings_per_minute=1)
    keep(citizen)
    keep(citizen, "09:20")
    citizen.book(booked("10:00"))


def test_none_in_a_suspended_section_and_none_where_none_are_kept(citizen, state, settings):
    hold = keep(citizen)["hold"]
    state("suspend")
    refused(citizen.post("@holds", wish("09:20")), "suspended", 403)
    assert citizen.delete(f"@holds/{hold}").status_code == 204
    state("open")
    settings(hold_minutes=0)
    assert citizen.post("@holds", wish()).status_code == 404


@pytest.mark.parametrize(
    "sent, errors",
    [
        ({}, {"type": "required", "start": "required"}),
        (wish(type="never"), {"type": "unknown"}),
        (wish(type=["cni"]), {"type": "unknown"}),
        (wish(start="soon"), {"start": "invalid_datetime"}),
        (wish(start="2026-11-24T09:00:00"), {"start": "no_offset"}),
        (wish(start=5), {"start": "invalid_datetime"}),
        (wish(counter="closed"), {"counter": "inactive"}),
        (wish(people=2), {"people": "out_of_bounds"}),
        (wish(people="many"), {"people": "wrong_type"}),
    ],
)
def test_what_is_wrong_is_told_field_by_field(citizen, sent, errors):
    assert wrong(citizen.post("@holds", sent)) == errors


@pytest.mark.parametrize("hold", [7, ["x"], {"a": 1}, True])
def test_a_hold_in_a_booking_is_a_text(citizen, hold):
    assert wrong(citizen.post("@appointments", booked("09:00", hold=hold))) == {"hold": "wrong_type"}


@pytest.mark.parametrize("hold", ["", None, "x" * 5000, "\ud800", "é", "hold-0"])
def test_any_other_text_is_a_hold_that_never_was(citizen, hold):
    citizen.book(booked("09:00", hold=hold))


@pytest.mark.parametrize("body", [b"{", b"[]", b"null", b"\xff", b'"x"'])
def test_what_is_no_object_is_wrong(citizen, body):
    headers = {"Content-Type": "application/json"}
    assert citizen.ask("POST", "@holds", data=body, headers=headers).status_code == 400


def test_slots_that_are_freed_are_for_staff_alone(citizen, nadia, settings):
    settings(freed_slot_minutes=30)
    made = citizen.book(booked("09:00", counter="guichet-standard"))
    citizen.post(f"@appointments/{made['reference']}/cancel?key={made['key']}")
    assert (places(citizen), places(nadia)) == (0, 1)
    refused(citizen.post("@appointments", booked("09:00", counter="guichet-standard")), "slot_taken")
    refused(citizen.post("@holds", wish()), "slot_taken")
    nadia.book(booked("09:00", counter="guichet-standard"))
