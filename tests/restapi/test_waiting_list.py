"""The waiting list over HTTP."""

from .sending import booked
from .sending import of
from .sending import refused
from .sending import wrong
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.jobs.all import OFFERS
from collective.rendezvous.jobs.run import run
from tests.town import letters
from typing import Any

import pytest
import re
import transaction


def asked(email: str = "ines@example.org", **fields: Any) -> dict[str, Any]:
    wish = {"type": "cni", "email": email, "from": "2026-12-01", "to": "2026-12-04", "consent": True}
    return wish | fields


@pytest.fixture
def mailed(functional: Any, hall: Any) -> Any:
    """The keys that were mailed to an address since this was asked last."""
    portal = functional["portal"]
    portal.MailHost.reset()

    def mailed(email: str = "ines@example.org") -> list[str]:
        texts = [each.get_body(("plain",)).get_content() for each in letters(portal) if each["To"] == email]
        return [re.search(r"@@waiting-list/confirm\?key=(\S+)", text)[1] for text in texts]

    return mailed


def waiting(hall: Any) -> list[Any]:
    transaction.begin()
    ledger = ledger_of(hall)
    return list(ledger.waiting) if ledger is not None else []


def test_one_joins_confirms_and_leaves(hall, citizen, mailed):
    answer = citizen.post("@waiting-list", asked())
    assert (answer.status_code, list(answer.json())) == (202, ["message"])
    assert answer.headers["Cache-Control"] == "no-store"
    [key] = mailed()
    assert key not in answer.text
    confirmed = citizen.post(f"@waiting-list/confirm?key={key}")
    assert confirmed.status_code == 200
    assert confirmed.json() == {
        "type": {"id": "cni", "title": "Carte d'identité"},
        "from": "2026-12-01",
        "to": "2026-12-04",
        "people": 1,
    }
    assert citizen.post(f"@waiting-list/confirm?key={key}").status_code == 200, "twice is no harm"
    left = citizen.delete(f"@waiting-list?key={key}")
    assert (left.status_code, left.text) == (204, "")
    assert waiting(hall) == []
    assert citizen.delete(f"@waiting-list?key={key}").status_code == 404


def test_the_answer_is_the_same_whatever_is_known(hall, citizen, mailed):
    first = citizen.post("@waiting-list", asked())
    again = citizen.post("@waiting-list", asked())
    assert (again.status_code, again.text) == (first.status_code, first.text)
    for number in range(2, 5):
        full = citizen.post("@waiting-list", asked(to=f"2026-12-{10 + number}"))
        assert (full.status_code, full.text) == (first.status_code, first.text)
    assert len(mailed()) == 3
    assert len(waiting(hall)) == 3


def test_a_sixth_time_in_a_minute_is_too_often(citizen, clock):
    for number in range(5):
        assert citizen.post("@waiting-list", asked(f"v{number}@example.org")).status_code == 202
    answer = citizen.post("@waiting-list", asked("w@example.org"))
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert answer.json()["type"] == "TooManyRequests"
    clock.passes(minutes=1)
    assert citizen.post("@waiting-list", asked("w@example.org")).status_code == 202


@pytest.mark.parametrize(
    ("sent", "errors"),
    [
        ({}, {"type": "required", "email": "required", "from": "required", "to": "required"}),
        (asked(type="nothing"), {"type": "unknown"}),
        (asked(type="mariage"), {"type": "unknown"}),
        (asked(email="ines"), {"email": "invalid_email"}),
        (asked(email=["ines@example.org"]), {"email": "wrong_type"}),
        (asked(**{"from": 20261201}), {"from": "invalid_day"}),
        (asked(to="2026-11-30"), {"to": "end_before_start"}),
        (asked(to="2026-11-01"), {"to": "day_over"}),
        (asked(to="9999-12-31"), {"to": "day_too_far"}),
        (asked(counter="nowhere"), {"counter": "unknown"}),
        (asked(people=0), {"people": "out_of_bounds"}),
        (asked(people=True), {"people": "wrong_type"}),
        (asked(consent=1), {"consent": "required"}),
        (asked(counters=5), {"counter": "wrong_type"}),
        (asked(counters=[[1], {}]), {"counter": "unknown"}),
    ],
)
def test_what_is_wrong_is_told_field_by_field(citizen, mailed, sent, errors):
    expected = errors if sent else errors | {"consent": "required"}
    assert wrong(citizen.post("@waiting-list", sent)) == expected
    assert mailed() == []


@pytest.mark.parametrize("body", [b"[1]", b"null", b"{", b'"x"', b"\xff"])
def test_a_body_that_is_no_object_is_400(citizen, body):
    answer = citizen.post("@waiting-list", data=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400


def test_wrong_keys_are_not_found(citizen):
    for query in ("", "?key=", "?key=x", "?key=a&key=b", "?key=%C3%A9", "?key=%ff"):
        for method, path in (("POST", "confirm"), ("DELETE", "")):
            address = "@waiting-list/" + path if path else "@waiting-list"
            answer = citizen.ask(method, address + query)
            assert answer.status_code == 404, (method, address + query)
            assert answer.json()["type"] == "NotFound"


def test_other_paths_and_methods_are_none(citizen, nadia):
    for asker in (citizen, nadia):
        assert asker.post("@waiting-list/other", asked()).status_code == 404
        assert asker.post("@waiting-list/confirm/x?key=y").status_code == 404
        assert asker.delete("@waiting-list/confirm?key=x").status_code == 404
        assert asker.get("@waiting-list").status_code in (401, 404, 405)
        assert asker.ask("PATCH", "@waiting-list", json={}).status_code in (401, 404, 405)


def test_a_section_that_is_not_open_puts_nobody_on_its_list(citizen, state, mailed):
    state("suspend")
    answer = citizen.post("@waiting-list", asked())
    assert answer.status_code == 403
    assert answer.json()["code"] == "suspended"


def test_what_is_offered_is_booked_with_the_key(hall, citizen, mailed, functional, clock):
    after = "2026-12-01T00:00:00%2B01:00"
    while True:
        [slot] = citizen.get(f"@next-slots?type=cni&limit=1&after={after}").json()["items"]
        if not slot["start"].startswith("2026-12-01"):
            break
        made = citizen.book(booked("09:00") | {"start": slot["start"]})
    citizen.post("@waiting-list", asked(to="2026-12-01"))
    [key] = mailed()
    citizen.post(f"@waiting-list/confirm?key={key}")
    assert citizen.post(of(made, "cancel")).status_code == 200
    transaction.begin()
    assert run(functional["portal"], clock.now(), [OFFERS]) == {"offers": 1}
    wish = booked("09:00") | {"start": made["start"]}
    refused(citizen.post("@appointments", wish), "slot_taken")
    assert wrong(citizen.post("@appointments", wish | {"offer": 5})) == {"offer": "wrong_type"}
    citizen.book(wish | {"offer": key})
    assert waiting(hall) == []
