from .sending import at
from .sending import booked
from .sending import staffs
from .sending import visitor
from .sending import wrong

import pytest


@pytest.fixture
def four(nadia):
    """Durand and Élan tomorrow, Petit today, and one in a year."""
    people = (
        ("Durand", "09:00", "2026-11-25", "marie.durand@example.org", ""),
        ("Élan", "09:20", "2026-11-25", "elan@example.org", "+33 6 12 34 56 78"),
        ("Petit", "09:40", "2026-11-24", "p@example.org", ""),
    )
    made = []
    for name, hour, day, email, phone in people:
        sent = {**booked(hour), "start": at(hour, day), "visitor": visitor(name, email=email, phone=phone)}
        made.append(nadia.book({**sent, "agent": "nadia", "counter": "annexe"}))
    late = {**booked("09:00", "logement"), "start": "2027-11-24T09:00:00+01:00", "agent": "boss"}
    made.append(nadia.book({**late, "counter": "guichet-standard", "confirm": ["too_late"]}))
    return made


def names(answer):
    assert answer.status_code == 200, answer.text
    told = answer.json()
    return [one["visitor"]["last_name"] for one in told["items"]]


def test_the_next_30_days_in_order(nadia, four):
    answer = nadia.get("@appointments")
    assert names(answer) == ["Petit", "Durand", "Élan"]
    told = answer.json()
    assert told["items_total"] == 3
    one = told["items"][0]
    full = nadia.get(staffs(one)).json()
    assert one == {name: value for name, value in full.items() if name not in ("history", "actions")}
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "query, found",
    [
        ("from=2026-11-25", ["Durand", "Élan"]),
        ("from=2026-11-24&to=2026-11-24", ["Petit"]),
        ("from=2000-01-01&to=2100-01-01", ["Petit", "Durand", "Élan", "Durand"]),
        ("from=2000-01-01&to=2100-01-01&agent=boss", ["Durand"]),
        ("from=2000-01-01&to=2100-01-01&type=logement", ["Durand"]),
        ("from=2000-01-01&to=2100-01-01&type=logement&type=cni", ["Petit", "Durand", "Élan", "Durand"]),
        ("counter=annexe", ["Petit", "Durand", "Élan"]),
        ("counter=guichet-standard", []),
        ("agent=gone", []),
        ("type=old", []),
        ("state=cancelled", []),
        ("state=cancelled&state=confirmed", ["Petit", "Durand", "Élan"]),
        ("q=durand", ["Durand", "Durand"]),
        ("q=DUR&to=2026-12-31", ["Durand"]),
        ("q=elan", ["Élan"]),
        ("q=marie%20%C3%89l", ["Élan"]),
        ("q=0612", ["Élan"]),
        ("q=%2B33612", ["Élan"]),
        ("q=p@example.org", ["Petit"]),
        ("q=%25", []),
        ("q=%00", []),
        ("q=%FF", []),
        ("b_size=2", ["Petit", "Durand"]),
        ("b_size=2&b_start=2", ["Élan"]),
        ("b_start=999999999", []),
    ],
)
def test_what_is_asked_for_is_listed(nadia, four, query, found):
    assert names(nadia.get(f"@appointments?{query}")) == found


def test_a_whole_reference_is_found(nadia, four):
    assert names(nadia.get(f"@appointments?q={four[1]['reference']}")) == ["Élan"]
    assert names(nadia.get(f"@appointments?q={four[1]['reference'].lower()}")) == ["Élan"]


@pytest.mark.parametrize(
    "query, field",
    [
        ("from=x", "from"),
        ("to=2026-11-23", "to"),
        ("q=x&from=2026-12-02&to=2026-12-01", "to"),
        ("agent=none", "agent"),
        ("counter=none", "counter"),
        ("type=none", "type"),
        ("state=none", "state"),
        ("b_size=0", "b_size"),
        ("b_size=1001", "b_size"),
        ("b_size=x", "b_size"),
        ("b_start=-1", "b_start"),
        ("q=a&q=b", "q"),
    ],
)
def test_a_wrong_listing_is_told_beside_its_field(nadia, query, field):
    assert list(wrong(nadia.get(f"@appointments?{query}"))) == [field]


def test_the_pages_are_linked(nadia, four):
    told = nadia.get("@appointments?b_size=2&state=confirmed").json()
    assert told["items_total"] == 3
    assert "prev" not in told["batching"]
    after = nadia.http.get(told["batching"]["next"]).json()
    assert [one["visitor"]["last_name"] for one in after["items"]] == ["Élan"]
    assert "next" not in after["batching"]
    assert nadia.http.get(after["batching"]["prev"]).json()["items"] == told["items"]


def test_the_search_takes_the_same_in_its_body(nadia, four):
    search = "@appointments-search"
    assert names(nadia.post(search, {})) == ["Petit", "Durand", "Élan"]
    assert names(nadia.post(search)) == ["Petit", "Durand", "Élan"]
    assert names(nadia.post(search, {"q": "durand"})) == ["Durand", "Durand"]
    asked = {
        "from": "2026-11-24",
        "to": "2026-11-25",
        "state": ["confirmed"],
        "counter": "annexe",
        "agent": None,
    }
    answer = nadia.post(search, {**asked, "b_size": 2, "b_start": "0"})
    assert names(answer) == ["Petit", "Durand"]
    told = answer.json()
    assert told["items_total"] == 3
    assert "annexe" not in str(told["batching"]) + told["@id"]
    following = nadia.http.post(told["batching"]["next"], json=asked)
    assert names(following) == ["Élan"]
    for body, field in (
        ({"from": 5}, "from"),
        ({"from": {"a": 1}}, "from"),
        ({"q": ["a", "b"]}, "q"),
        ({"q": True}, "q"),
        ({"state": [[]]}, "state"),
        ({"b_size": 1.5}, "b_size"),
        ({"b_size": 10**30}, "b_size"),
        ({"type": "\ud800"}, "type"),
    ):
        assert list(wrong(nadia.post(search, body))) == [field]
    assert names(nadia.post(search, {"q": "\ud800\x00"})) == []
    assert nadia.get(search).status_code == 404
