from ..town import change
from ..town import wish
from datetime import date
from datetime import timedelta

import pytest
import transaction


FIRST = "2026-11-24T09:00:00+01:00"


def test_a_month_of_slots(citizen):
    answer = citizen.get("@slots?type=cni")
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert (told["type"], told["from"], told["to"]) == ("cni", "2026-11-24", "2026-12-24")
    assert (told["timezone"], told["duration"]) == ("Europe/Paris", 20)
    first = told["days"][0]
    assert first["date"] == "2026-11-24"
    assert first["slots"][0] == {"start": FIRST, "end": "2026-11-24T09:20:00+01:00", "places": 2}
    assert [slot["start"][11:16] for slot in first["slots"]][:4] == ["09:00", "09:20", "09:40", "10:00"]
    assert {"date": "2026-11-28", "why": "none"} in told["empty"]
    days = [one["date"] for one in told["days"] + told["empty"]]
    assert sorted(days) == [(date(2026, 11, 24) + timedelta(day)).isoformat() for day in range(31)]


def test_closed_days_say_why_in_the_visitors_language(citizen):
    told = citizen.get("@slots?type=cni&from=2026-12-25&to=2026-12-25").json()
    assert told["days"] == []
    assert told["empty"] == [{"date": "2026-12-25", "why": "closed", "reason": "Noël"}]


def test_past_and_full_days_are_told_apart(citizen, hall, clock):
    change(hall["boss"].objectValues()[0], days=[4])
    change(hall["nadia"].objectValues()[0], days=[2], end="09:20")
    transaction.commit()
    citizen.book(wish("2026-11-25T09:00:00+01:00"))
    told = citizen.get("@slots?type=cni&from=2026-11-23&to=2026-11-25").json()
    assert [one["why"] for one in told["empty"]] == ["past", "none", "full"]


def test_the_length_and_the_places_are_those_for_the_people_and_counters_asked_for(citizen):
    told = citizen.get("@slots?type=asso&people=3&to=2026-11-24").json()
    assert told["duration"] == 30
    assert told["days"][0]["slots"][0]["end"] == "2026-11-24T09:30:00+01:00"
    for counters, places in (("counter=guichet-standard", 1), ("counter=annexe&counter=guichet-standard", 2)):
        told = citizen.get(f"@slots?type=cni&to=2026-11-24&{counters}").json()
        assert told["days"][0]["slots"][0]["places"] == places


def test_an_inactive_counter_or_agent_has_no_slots(citizen, nadia):
    assert citizen.get("@slots?type=cni&counter=closed").json()["days"] == []
    assert nadia.get("@slots?type=cni&agent=gone").json()["days"] == []
    assert nadia.get("@slots?type=cni&agent=nadia").json()["days"][0]["slots"][0]["places"] == 1


def test_staff_see_all_days_and_staff_types(nadia):
    told = nadia.get("@slots?type=mariage&from=2026-11-23&to=2026-11-23").json()
    assert told["days"][0]["date"] == "2026-11-23", "past ones too"


@pytest.mark.parametrize(
    "query, field, code",
    [
        ("", "type", "required"),
        ("type=", "type", "required"),
        ("type=none", "type", "unknown"),
        ("type=%00", "type", "unknown"),
        ("type=%FF", "type", "unknown"),
        ("type=%C3%A9t%C3%A9", "type", "unknown"),
        ("type=old", "type", "inactive"),
        ("type=mariage", "type", "unknown"),
        ("type=cni&type=logement", "type", "wrong_type"),
        ("type=cni&counter=none", "counter", "unknown"),
        ("type=cni&counter=annexe&counter=none", "counter", "unknown"),
        ("type=cni&people=0", "people", "out_of_bounds"),
        ("type=cni&people=2", "people", "out_of_bounds"),
        ("type=asso&people=6", "people", "out_of_bounds"),
        ("type=cni&people=-1", "people", "out_of_bounds"),
        ("type=cni&people=two", "people", "wrong_type"),
        ("type=cni&people=%C2%B2", "people", "wrong_type"),
        ("type=cni&people=1.0", "people", "wrong_type"),
        ("type=cni&people=" + "9" * 400, "people", "out_of_bounds"),
        ("type=cni&people=1&people=1", "people", "wrong_type"),
        ("type=cni&from=tomorrow", "from", "invalid_day"),
        ("type=cni&from=2026-02-29", "from", "invalid_day"),
        ("type=cni&from=20261124", "from", "invalid_day"),
        ("type=cni&from=2026-W48-2", "from", "invalid_day"),
        ("type=cni&from=9999-12-31", "from", "invalid_day"),
        ("type=cni&from=0001-01-01", "from", "invalid_day"),
        ("type=cni&to=2026-11-23", "to", "end_before_start"),
        ("type=cni&from=2026-12-02&to=2026-12-01", "to", "end_before_start"),
        ("type=cni&from=2026-12-01&to=2027-03-03", "to", "too_many_days"),
    ],
)
def test_a_wrong_query_is_told_beside_its_field(citizen, query, field, code):
    answer = citizen.get(f"@slots?{query}")
    assert answer.status_code == 400, answer.text
    told = answer.json()
    assert told["type"] == "BadRequest"
    assert [(one["field"], one["code"]) for one in told["errors"]] == [(field, code)]
    assert told["message"] == told["errors"][0]["message"]


def test_the_bounds_themselves_are_fine(citizen):
    assert citizen.get("@slots?type=cni&from=2026-12-01&to=2027-03-02").status_code == 200
    assert citizen.get("@slots?type=cni&to=2026-11-24").status_code == 200
    assert citizen.get("@slots?type=asso&people=5").status_code == 200


def test_the_public_may_not_ask_for_an_agent(citizen, people):
    for asker in (citizen, people("member")):
        for service in ("@slots", "@next-slots"):
            assert asker.get(f"{service}?type=cni&agent=nadia").status_code in (401, 403)
            assert asker.get(f"{service}?type=cni&agent=").status_code in (401, 403)


def test_an_unknown_agent_is_told_to_staff(nadia):
    answer = nadia.get("@slots?type=cni&agent=none")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "agent"


def starts(answer):
    assert answer.status_code == 200, answer.text
    return [one["start"] for one in answer.json()["items"]]


def test_the_next_slots(citizen):
    found = citizen.get("@next-slots?type=cni").json()["items"]
    assert found[0] == {"start": FIRST, "end": "2026-11-24T09:20:00+01:00", "places": 2}
    assert [one["start"][11:16] for one in found] == ["09:00", "09:20", "09:40"]
    assert len(starts(citizen.get("@next-slots?type=cni&limit=50"))) == 50
    assert starts(citizen.get("@next-slots?type=cni&limit=1&after=2026-11-25T09:20:00%2B01:00")) == [
        "2026-11-25T09:20:00+01:00"
    ]
    assert starts(citizen.get("@next-slots?type=cni&limit=1&after=2026-11-25T08:00:01Z")) == [
        "2026-11-25T09:20:00+01:00"
    ]
    assert starts(citizen.get("@next-slots?type=cni&limit=1&after=2020-01-01T00:00:00Z")) == [FIRST]
    assert starts(citizen.get("@next-slots?type=cni&after=2027-06-01T00:00:00Z")) == []


@pytest.mark.parametrize(
    "query, field",
    [
        ("type=cni&limit=0", "limit"),
        ("type=cni&limit=51", "limit"),
        ("type=cni&limit=many", "limit"),
        ("type=cni&after=2026-11-25T09:20:00", "after"),
        ("type=cni&after=soon", "after"),
        ("type=cni&after=2026-11-25", "after"),
        ("type=cni&after=9999-12-31T23:59:59-23:59", "after"),
        ("limit=3", "type"),
        ("type=cni&people=2", "people"),
        ("type=cni&counter=none", "counter"),
    ],
)
def test_wrong_next_slots_are_told_beside_their_field(citizen, query, field):
    answer = citizen.get(f"@next-slots?{query}")
    assert answer.status_code == 400, answer.text
    assert [one["field"] for one in answer.json()["errors"]] == [field]


def test_in_a_suspended_section_slots_are_told_all_the_same(citizen, state):
    state("suspend")
    assert citizen.get("@slots?type=cni").json()["days"]
    assert starts(citizen.get("@next-slots?type=cni"))


def test_nothing_is_below_these_services(citizen):
    for path in ("@slots/x?type=cni", "@next-slots/x?type=cni", "@appointment-types/cni"):
        assert citizen.get(path).status_code == 404
