"""Whatever is wrong is told beside its field, and nothing of it is kept."""

import json
import pytest


BOUNDS = {
    ("section", "reminder_hours"): (0, 720),
    ("section", "retention_months"): (1, 120),
    ("section", "max_upcoming_per_email"): (0, 1000),
    ("section", "bookings_per_minute"): (0, 1000),
    ("section", "hold_minutes"): (0, 60),
    ("section", "pending_minutes"): (5, 1440),
    ("section", "freed_slot_minutes"): (0, 1440),
    ("type", "duration"): (5, 480),
    ("type", "step"): (5, 480),
    ("type", "buffer"): (0, 480),
    ("type", "min_notice_hours"): (0, 8760),
    ("type", "horizon_days"): (1, 1095),
    ("type", "cancel_notice_hours"): (0, 8760),
    ("type", "max_people"): (1, 100),
    ("type", "extra_minutes_per_person"): (0, 480),
    ("counter", "capacity"): (1, 500),
}
PATHS = {
    "section": "/rdv",
    "type": "/rdv/passport",
    "counter": "/rdv/desk",
    "agent": "/rdv/rita",
    "availability": "/rdv/rita/hours",
    "unavailability": "/rdv/rita/leave",
}


@pytest.fixture
def things(office, add):
    add("/rdv/rita", "Availability", id="hours", days=[0], start="09:00", end="12:00", types=["passport"])
    add("/rdv/rita", "Unavailability", id="leave", start="2026-12-01T09:00", end="2026-12-01T18:00")


def errors(answer):
    assert answer.status_code == 400, (answer.status_code, answer.text)
    told = answer.json()
    assert told["type"] == "BadRequest"
    assert told["message"]
    assert all(each["message"] for each in told["errors"])
    return [(each["field"], each["code"]) for each in told["errors"]]


def test_bounds_hold_on_both_sides(things, admin):
    for (kind, field), (least, most) in BOUNDS.items():
        path = PATHS[kind]
        for value in (least, most):
            assert admin.patch(path, json={field: value}).status_code == 204, (field, value)
            assert admin.get(path).json()[field] == value
        for value in (least - 1, most + 1, -1, 10**30):
            assert errors(admin.patch(path, json={field: value})) == [(field, "out_of_bounds")], (
                field,
                value,
            )
        assert admin.get(path).json()[field] == most
        for value in ("5", [5], {"a": 1}, True, 5.5):
            assert errors(admin.patch(path, json={field: value})) == [(field, "wrong_type")], (field, value)


WRONG = [
    ("section", {"title": ""}, "title", "required"),
    ("section", {"title": "  "}, "title", "required"),
    ("section", {"title": None}, "title", "required"),
    ("section", {"title": 5}, "title", "wrong_type"),
    ("section", {"title": ["a"]}, "title", "wrong_type"),
    ("section", {"title": "a\nb"}, "title", "unknown"),
    ("section", {"title": "a\x00b"}, "title", "control_characters"),
    ("section", {"title": "a\ud800b"}, "title", "control_characters"),
    ("section", {"title": "a" * 256}, "title", "too_long"),
    ("section", {"intro": 5}, "intro", "wrong_type"),
    ("section", {"intro": {"data": [1]}}, "intro", "wrong_type"),
    ("section", {"intro": {"data": "a", "content-type": "text/x-html-safe"}}, "intro", "wrong_type"),
    ("section", {"contact_email": "nobody"}, "contact_email", "invalid_email"),
    ("section", {"contact_email": []}, "contact_email", "wrong_type"),
    ("section", {"timezone": "Mars/Olympus"}, "timezone", "unknown"),
    ("section", {"timezone": ""}, "timezone", "required"),
    ("section", {"timezone": ["Europe/Paris"]}, "timezone", "wrong_type"),
    ("section", {"day_start": "8:00"}, "day_start", "invalid_time"),
    ("section", {"day_start": "24:00"}, "day_start", "invalid_time"),
    ("section", {"day_start": 800}, "day_start", "wrong_type"),
    ("section", {"day_end": "24:01"}, "day_end", "invalid_time"),
    ("section", {"day_end": "08:00"}, "day_end", "end_before_start"),
    ("section", {"day_start": "19:00"}, "day_end", "end_before_start"),
    ("section", {"holidays_country": "XX"}, "holidays_country", "unknown"),
    ("section", {"holidays_country": 5}, "holidays_country", "unknown"),
    ("section", {"holidays_subdivision": "99"}, "holidays_subdivision", "unknown"),
    ("section", {"holidays_country": "", "holidays_subdivision": "67"}, "holidays_subdivision", "unknown"),
    ("section", {"holidays_country": "DE", "holidays_subdivision": "67"}, "holidays_subdivision", "unknown"),
    ("section", {"holidays_worked": "2026-12-25"}, "holidays_worked", "wrong_type"),
    ("section", {"holidays_worked": [5]}, "holidays_worked", "invalid_date"),
    ("section", {"holidays_worked": ["20261225"]}, "holidays_worked", "invalid_date"),
    ("section", {"holidays_worked": ["2026-13-25"]}, "holidays_worked", "invalid_date"),
    ("section", {"closures": {}}, "closures", "wrong_type"),
    ("section", {"closures": ["x"]}, "closures", "wrong_type"),
    ("section", {"closures": [{}]}, "closures", "required"),
    (
        "section",
        {"closures": [{"first_day": "2026-12-02", "last_day": "2026-12-01"}]},
        "closures",
        "end_before_start",
    ),
    (
        "section",
        {
            "closures": [
                {"first_day": "2026-12-01", "last_day": "2026-12-01", "start": "12:00", "end": "12:00"}
            ]
        },
        "closures",
        "end_before_start",
    ),
    ("section", {"closures": [{"first_day": 5, "last_day": "2026-12-01"}]}, "closures", "invalid_date"),
    ("section", {"notify_agents": "yes"}, "notify_agents", "wrong_type"),
    ("section", {"notify_agents": 1}, "notify_agents", "wrong_type"),
    ("section", {"mail_confirmed_body": 5}, "mail_confirmed_body", "wrong_type"),
    ("type", {"duration": None}, "duration", "required"),
    ("type", {"audience": "everybody"}, "audience", "unknown"),
    ("type", {"audience": True}, "audience", "wrong_type"),
    ("type", {"confirmation": {}}, "confirmation", "wrong_type"),
    ("type", {"color": "red"}, "color", "invalid_color"),
    ("type", {"color": "#12345"}, "color", "invalid_color"),
    (
        "type",
        {"questions": [{"label": "A", "kind": "text"}, {"label": "A", "kind": "text"}]},
        "questions",
        "duplicate",
    ),
    ("type", {"questions": [{"label": "A", "kind": "essay"}]}, "questions", "unknown"),
    ("type", {"questions": [{"label": "A", "kind": "choice"}]}, "questions", "required"),
    ("type", {"questions": [{"label": "A", "kind": "text", "required": "no"}]}, "questions", "wrong_type"),
    ("type", {"questions": [{"label": "A", "kind": "choice", "choices": [5]}]}, "questions", "wrong_type"),
    ("type", {"questions": [{"kind": "text"}]}, "questions", "required"),
    ("type", {"documents": [{"note": "x"}]}, "documents", "required"),
    ("type", {"documents": [5]}, "documents", "wrong_type"),
    ("counter", {"capacity": None}, "capacity", "required"),
    ("counter", {"types": ["nothing"]}, "types", "unknown"),
    ("counter", {"types": "passport"}, "types", "wrong_type"),
    ("counter", {"types": [["passport"]]}, "types", "wrong_type"),
    ("counter", {"types": ["desk"]}, "types", "unknown"),
    ("agent", {"userid": "nobody"}, "userid", "unknown"),
    ("agent", {"userid": "oscar"}, "userid", "duplicate"),
    ("agent", {"userid": 5}, "userid", "unknown"),
    ("agent", {"userid": {"a": 1}}, "userid", "wrong_type"),
    ("agent", {"userid": None}, "userid", "required"),
    ("agent", {"role": "king"}, "role", "unknown"),
    ("agent", {"role": None}, "role", "required"),
    ("agent", {"email": "x@"}, "email", "invalid_email"),
    ("availability", {"days": []}, "days", "required"),
    ("availability", {"days": [7]}, "days", "unknown"),
    ("availability", {"days": [True]}, "days", "wrong_type"),
    ("availability", {"days": 3}, "days", "wrong_type"),
    ("availability", {"types": []}, "types", "required"),
    ("availability", {"types": ["nothing"]}, "types", "unknown"),
    ("availability", {"counters": ["passport"]}, "counters", "unknown"),
    ("availability", {"end": "09:00"}, "end", "end_before_start"),
    ("availability", {"start": "12:00"}, "end", "end_before_start"),
    ("availability", {"start": None}, "start", "required"),
    (
        "availability",
        {"valid_from": "2026-02-02", "valid_until": "2026-02-01"},
        "valid_until",
        "end_before_start",
    ),
    ("availability", {"valid_from": 20260202}, "valid_from", "invalid_date"),
    ("availability", {"weeks": "some"}, "weeks", "unknown"),
    ("unavailability", {"start": "2026-12-02"}, "start", "invalid_datetime"),
    ("unavailability", {"start": 5}, "start", "invalid_datetime"),
    ("unavailability", {"start": "0001-01-01T00:00:00+14:00"}, "start", "invalid_datetime"),
    ("unavailability", {"end": "2026-12-01T09:00"}, "end", "end_before_start"),
    ("unavailability", {"end": None}, "end", "required"),
]


def test_what_is_wrong_is_told_beside_its_field(things, admin):
    for kind, body, field, code in WRONG:
        before = admin.get(PATHS[kind]).json()
        told = errors(
            admin.patch(PATHS[kind], data=json.dumps(body), headers={"Content-Type": "application/json"})
        )
        assert told == [(field, code)], body
        assert admin.get(PATHS[kind]).json()["modified"] == before["modified"]


REQUIRED = {
    "RendezVousSection": ("/", {"title"}),
    "AppointmentType": ("/rdv", {"title", "duration"}),
    "Counter": ("/rdv", {"title", "capacity"}),
    "Agent": ("/rdv", {"title", "userid", "role"}),
    "Availability": ("/rdv/rita", {"days", "start", "end", "types"}),
    "Unavailability": ("/rdv/rita", {"start", "end"}),
}


def test_what_is_required_is_asked_for_all_at_once(office, admin):
    for kind, (path, names) in REQUIRED.items():
        told = errors(admin.post(path, json={"@type": kind}))
        assert set(told) == {(name, "required") for name in names}, kind


BODIES = [
    "{",
    "[]",
    "5",
    '"x"',
    "nul",
    "\xff",
    "[" * 100000,
    '{"a":' * 50000,
    '{"duration": 1e400}',
    '{"duration": NaN}',
]
BODIES += ['{"duration": ' + "9" * 5000 + "}", '{"@type": [1]}', '{"@type": {}}', '{"@type": 5}']


def test_bodies_that_are_no_json_object_are_refused(things, admin):
    for body in BODIES:
        for method in ("POST", "PATCH"):
            if method == "PATCH" and "@type" in body:
                continue
            for path in ("/rdv", "/rdv/passport", "/rdv/rita"):
                answer = admin.request(
                    method, path, data=body.encode("latin-1"), headers={"Content-Type": "application/json"}
                )
                assert (
                    answer.status_code in (400, 204) if "duration" in body else answer.status_code == 400
                ), (
                    method,
                    path,
                    body[:30],
                    answer.text[:300],
                )


def test_ids_that_cannot_be_are_refused(office, admin):
    for id, code in (
        ("desk", "duplicate"),
        (5, "invalid"),
        (["x"], "invalid"),
        ("a/b", "invalid"),
        ("_x", "invalid"),
    ):
        body = {"@type": "Counter", "id": id, "title": "X", "capacity": 1}
        assert errors(admin.post("/rdv", json=body)) == [("id", code)], id
    for id in ("index_html", "title", "view", "@@view", "a" * 101, "..", "é"):
        body = {"@type": "Counter", "id": id, "title": "X", "capacity": 1}
        assert errors(admin.post("/rdv", json=body))[0][0] == "id", id


def test_a_body_over_a_mebibyte_is_refused(office, admin):
    answer = admin.patch("/rdv", json={"description": "x" * 1_100_000})
    assert answer.status_code in (400, 413)


def test_null_is_the_default(things, admin):
    admin.patch(
        "/rdv", json={"reminder_hours": 3, "holidays_country": "DE", "closures": None, "timezone": "UTC"}
    )
    names = ("reminder_hours", "holidays_country", "timezone", "description", "mail_confirmed_body", "intro")
    assert admin.patch("/rdv", json=dict.fromkeys(names)).status_code == 204
    told = admin.get("/rdv").json()
    assert [told[name] for name in names] == [48, "FR", "Europe/Paris", "", "", None]
    admin.patch("/rdv/rita/hours", json={"valid_from": "2026-01-01", "counters": ["desk"]})
    admin.patch("/rdv/rita/hours", json={"valid_from": None, "counters": None})
    told = admin.get("/rdv/rita/hours").json()
    assert (told["valid_from"], told["counters"]) == (None, [])


def test_unknown_keys_are_ignored(office, admin):
    assert (
        admin.patch("/rdv", json={"nonsense": {"a": [1]}, "id": "other", "portal_type": 5}).status_code == 204
    )
    assert admin.get("/rdv").json()["id"] == "rdv"


def test_what_does_not_belong_there_is_refused(office, admin):
    assert admin.post("/rdv", json={"@type": "Document", "title": "X"}).status_code == 403
    assert admin.post("/", json={"@type": "Counter", "title": "X", "capacity": 1}).status_code == 403
    assert admin.post("/rdv", json={"@type": "Nothing"}).status_code == 403


def test_messages_are_in_the_visitor_s_language(office, admin):
    told = admin.patch("/rdv/desk", json={"capacity": 0}).json()
    assert told["errors"][0]["message"] == told["message"]
