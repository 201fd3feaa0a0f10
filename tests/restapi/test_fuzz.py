"""Whatever is sent: never an error of the server, and nothing booked that was not asked for."""

from .sending import association
from .sending import DAY
from .sending import staffs
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as some
from urllib.parse import quote_from_bytes
from urllib.parse import urlencode

import json


FUZZ = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

TEXTS = some.one_of(
    some.text(alphabet=some.characters(codec=None), max_size=20),
    some.sampled_from(
        ["", "cni", "asso", "old", "annexe", "nadia", "\x00", "\ud800", "2026-11-24", f"{DAY}T09:00:00+01:00",
         "2026-11-24T25:00", "9999-12-31T23:59:00Z", "Nom", "Âge", "confirmed", "-1", "1e9", "true", "null"]
    ),
)  # fmt: skip
LEAVES = some.one_of(
    some.none(), some.booleans(), some.integers(), some.floats(allow_nan=False), TEXTS, some.just(10**400)
)
VALUES = some.recursive(
    LEAVES,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
KEYS = some.sampled_from(
    [
        *("type", "start", "counter", "agent", "people", "visitor", "answers", "comment", "notes", "consent"),
        *("confirm", "first_name", "email", "hold", "from", "to", "q", "state", "b_start", "b_size"),
        *("limit", "after", "key"),
    ]
)
VISITORS = some.dictionaries(
    some.sampled_from(["civility", "first_name", "last_name", "email", "phone"]), VALUES, max_size=5
)
BODIES = some.dictionaries(KEYS, VALUES, max_size=6)
JSON = {"Content-Type": "application/json"}


def sent(body):
    return json.dumps(body).encode("utf-8", "surrogatepass")


def fine(answer, *allowed):
    assert answer.status_code in allowed, (answer.status_code, answer.text[:500])
    return answer


@FUZZ
@given(body=BODIES)
def test_any_object_booked_by_the_public(citizen, body):
    fine(citizen.post("@appointments", data=sent(body), headers=JSON), 400, 409)


@FUZZ
@given(parts=BODIES, visitor=VISITORS)
def test_any_object_booked_by_staff(nadia, parts, visitor):
    body = {**association("09:00"), **parts}
    body["visitor"] = {**body["visitor"], **visitor} if isinstance(body["visitor"], dict) else body["visitor"]
    fine(nadia.post("@appointments", data=sent(body), headers=JSON), 201, 400, 409)


@FUZZ
@given(body=BODIES)
def test_any_object_that_changes_an_appointment(nadia, body):
    made = nadia.get("@appointments").json()["items"] or [nadia.book(association("09:00"))]
    fine(nadia.patch(staffs(made[0]), data=sent(body), headers=JSON), 200, 400, 409)


@FUZZ
@given(body=BODIES)
def test_any_object_searched_for(nadia, body):
    fine(nadia.post("@appointments-search", data=sent(body), headers=JSON), 200, 400)


@FUZZ
@given(body=BODIES, start=some.sampled_from([f"{DAY}T09:00:00+01:00", f"{DAY}T11:40:00+01:00"]))
def test_any_object_that_keeps_a_slot_or_asks_for_links(citizen, body, start):
    fine(citizen.post("@holds", data=sent(body), headers=JSON), 201, 400, 409, 429)
    body = {**body, "type": "cni", "start": start}
    answer = fine(citizen.post("@holds", data=sent(body), headers=JSON), 201, 400, 409, 429)
    if answer.status_code == 201:
        citizen.delete(f"@holds/{answer.json()['hold']}")
    fine(citizen.post("@resend-links", data=sent(body), headers=JSON), 202, 400)


@FUZZ
@given(hold=some.text(max_size=20), more=some.text(max_size=5))
def test_any_hold_given_back(citizen, hold, more):
    path = "/".join(quote_from_bytes(part.encode(), safe="") for part in (hold, more) if part)
    assert citizen.delete(f"@holds/{path}").status_code < 500


@FUZZ
@given(raw=some.binary(max_size=60))
def test_any_bytes(citizen, raw):
    fine(citizen.post("@appointments", data=raw, headers=JSON), 400)


@FUZZ
@given(
    service=some.sampled_from(["@slots", "@next-slots", "@appointments", "@appointment-types"]),
    pairs=some.lists(some.tuples(KEYS, TEXTS), max_size=6),
)
def test_any_query(nadia, service, pairs):
    query = urlencode([(name, value.encode("utf-8", "surrogatepass")) for name, value in pairs])
    fine(nadia.get(f"{service}?{query}"), 200, 400)


@FUZZ
@given(name=some.text(max_size=20), key=some.binary(max_size=20), action=some.text(max_size=10))
def test_any_reference_and_key(citizen, name, key, action):
    path = "@appointments/" + "/".join(quote_from_bytes(part.encode(), safe="") for part in (name, action))
    assert citizen.post(f"{path}?key={quote_from_bytes(key)}").status_code < 500
    assert citizen.get(f"{path}?key={quote_from_bytes(key)}").status_code < 500
