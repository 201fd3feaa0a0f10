"""Whatever is sent for whatever field is kept whole or refused; nothing else happens."""

from collective.rendezvous.restapi.errors import BadInput
from datetime import datetime
from plone import api
from plone.dexterity.utils import iterSchemata
from plone.restapi.interfaces import IDeserializeFromJson
from plone.restapi.interfaces import ISerializeToJson
from zope.component import getMultiAdapter
from zope.schema import getFields

import json


ROW = {
    "first_day": "2026-01-01",
    "last_day": "2026-01-01",
    "document": "x",
    "label": "x",
    "kind": "text",
    "choices": ["a"],
    "start": "08:00",
}
NASTY = [
    None,
    True,
    False,
    0,
    -1,
    1,
    10**400,
    0.5,
    1e300,
    float("inf"),
    float("nan"),
    "",
    " ",
    "x",
    "\x00",
    "\ud800",
    "\n",
    "9" * 6000,
    "24:00",
    "25:00",
    "-1:00",
    "2026-01-01",
    "2026-02-30",
    "9999-12-31",
    "0000-00-00",
    "2026-01-01T00:00",
    "9999-12-31T23:59:59-23:59",
    "0001-01-01T00:00:00+23:59",
    "2026-01-01T00:00:00+99:99",
    "2026-W01-1",
    "#123456",
    "FR",
    "Europe/Paris",
    "../../etc/passwd",
    "<script>",
    "passport",
    [],
    [None],
    [[]],
    [{}],
    [""],
    ["x"],
    [0],
    [True],
    [10**30],
    [0.0],
    ["passport"],
    ["passport", "passport"],
    ["2026-01-01"],
    [ROW],
    [{**ROW, "start": []}],
    [{**ROW, "choices": {}}],
    [{**ROW, "label": None}],
    [{**ROW, "kind": {}}],
    [ROW] * 2000,
    {},
    {"data": None},
    {"data": "x"},
    {"data": "x", "content-type": []},
    {"data": "x", "content-type": "text/html", "encoding": "nope"},
    {"token": "FR", "title": "France"},
    {"a": {"b": {}}},
]


def test_nothing_that_is_sent_makes_a_fault(manager, integration):
    api.user.create(username="rita", email="rita@example.org", password="secret-secret")
    section = api.content.create(manager, "RendezVousSection", id="rdv", title="Rendez-vous")
    kind = api.content.create(section, "AppointmentType", id="passport", title="Passeport", duration=20)
    counter = api.content.create(section, "Counter", id="desk", title="Accueil", capacity=1)
    agent = api.content.create(section, "Agent", id="rita", title="Rita", userid="rita", role="receptionist")
    hours = api.content.create(
        agent, "Availability", id="hours", days=[0], start="09:00", end="12:00", types=[kind.UID()]
    )
    leave = api.content.create(
        agent, "Unavailability", id="leave", start=datetime(2026, 1, 1), end=datetime(2026, 1, 2)
    )
    request = integration["request"]
    for obj in (section, kind, counter, agent, hours, leave):
        for name in getFields(next(iterSchemata(obj))):
            for value in NASTY:
                try:
                    getMultiAdapter((obj, request), IDeserializeFromJson)(data={name: value})
                except BadInput as refusal:
                    told = refusal.body(request)["errors"]
                    assert told and all(each["message"] and each["code"] for each in told), (name, value)
        json.dumps(getMultiAdapter((obj, request), ISerializeToJson)())
        obj.reindexObject()
    from collective.rendezvous.booking.office import office_of

    assert office_of(section).zone


def test_questions_in_the_address_make_no_fault(office, by):
    for session in (by(""), by("admin")):
        for query in (
            "version=99",
            "version=x",
            "expand=x",
            "fullobjects",
            "include_items=x",
            "b_size=x",
            "b_start=x",
        ):
            for path in ("/rdv", "/rdv/desk"):
                answer = session.get(f"{path}?{query}")
                assert answer.status_code in (200, 400), (query, answer.text)


def test_odd_things_to_add_make_no_fault(office, admin):
    counter = {"@type": "Counter", "capacity": 1}
    for title, status in (
        ("🗓", 201),
        ("???", 201),
        ("Edit", 201),
        ([1], 400),
        (5, 400),
        ("\ud800", 400),
        ("", 400),
    ):
        answer = admin.post("/rdv", data=json.dumps({**counter, "title": title}))
        assert answer.status_code == status, (title, answer.text)
    for extra in (
        {"UID": [1]},
        {"language": 5},
        {"translation_of": {}},
        {"id": None},
        {"id": ""},
        {"layout": [1]},
    ):
        answer = admin.post("/rdv", json={**counter, "title": "X", **extra})
        assert answer.status_code in (201, 400), (extra, answer.text)
    assert admin.post("/rdv/@workflow/").status_code == 400
    assert admin.post("/rdv/@workflow/open/open").status_code == 400
    assert admin.post("/rdv/@workflow/suspend", json={"comment": [1]}).status_code == 400
    assert admin.post("/rdv/@workflow/suspend", data="[" * 20000).status_code == 400
    assert admin.get("/rdv").json()["review_state"] == "open"
