"""What is no request at all: an error of the sender's, never one of ours."""

from .sending import booked
from .sending import staffs
from .sending import wrong

import json
import pytest
import requests


JSON = "application/json"
FORM = "application/x-www-form-urlencoded"

BODIES = {
    "a list": (JSON, b"[1]"),
    "a text": (JSON, b'"x"'),
    "null": (JSON, b"null"),
    "a number": (JSON, b"5"),
    "half an object": (JSON, b'{"type": '),
    "not UTF-8": (JSON, b'{"type": "\xff"}'),
    "NaN": (JSON, b'{"people": NaN}'),
    "Infinity": (JSON, b'{"people": -Infinity}'),
    "too many digits": (JSON, b'{"people": ' + b"9" * 5000 + b"}"),
    "deep lists": (JSON, b"[" * 20_000),
    "deep objects": (JSON, b'{"a":' * 200 + b"1" + b"}" * 200),
    "deeper objects": (JSON, b'{"a":' * 100_000),
    "a form": (FORM, b"type=cni"),
    "a form with conversions": (FORM, b"people:int=many"),
    "a form in no charset": (FORM + "; charset=none", b"type=cni"),
    "a multipart form without boundary": ("multipart/form-data", b"x"),
    "a broken multipart form": ("multipart/form-data; boundary=x", b"--x\r\nfoo"),
    "broken XML": ("text/xml", b"<a"),
    "a NUL": (JSON, b"\x00"),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_that_is_no_object_is_a_bad_request(nadia, name):
    made = nadia.book(booked("09:00"))
    kind, body = BODIES[name]
    for method, path in (
        ("POST", "@appointments"),
        ("PATCH", staffs(made)),
        ("POST", "@appointments-search"),
        ("POST", "@holds"),
        ("POST", "@resend-links"),
    ):
        answer = nadia.ask(method, path, data=body, headers={"Content-Type": kind})
        assert answer.status_code == 400, (path, answer.text)
        assert answer.json()["type"] == "BadRequest"


def test_it_is_one_too_where_another_addon_reads_the_body_first(citizen):
    from plone.restapi.deserializer import json_body
    from zope.component import getGlobalSiteManager
    from zope.traversing.interfaces import IBeforeTraverseEvent

    def look(event):
        if event.request.method == "POST":
            json_body(event.request)

    registry = getGlobalSiteManager()
    registry.registerHandler(look, (IBeforeTraverseEvent,))
    try:
        for name in ("a list", "half an object", "not UTF-8", "deep lists"):
            kind, body = BODIES[name]
            answer = citizen.post("@appointments", data=body, headers={"Content-Type": kind})
            assert wrong(answer) == {"": "malformed_json"}
    finally:
        registry.unregisterHandler(look, (IBeforeTraverseEvent,))


def test_a_body_over_a_megabyte_is_refused(nadia, citizen):
    body = json.dumps({"comment": "x" * 1_100_000})
    for asker in (nadia, citizen):
        for kind in (JSON, FORM):
            answer = asker.post("@appointments", data=body, headers={"Content-Type": kind})
            assert answer.status_code in (400, 413)


def test_a_body_needs_no_content_type(citizen, http):
    body = json.dumps(booked("09:00"))
    assert citizen.post("@appointments", data=body).status_code == 201


def test_steps_need_no_body(nadia):
    made = nadia.book(booked("09:00"))
    assert nadia.post(staffs(made, "arrive"), data=b"", headers={"Content-Type": FORM}).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "people:int=many",
        "x:json={",
        "x:date=x",
        "type:utf-16=a",
        "from:record=3&to.x:record:int=z",
        "a.b:records=1&a.c=1&a=1&a.b:record=1",
        "type:none=cni",
        "type:list=cni&type:tuple=cni",
        "=&==&&;",
        "%00=%00",
        "%FF=%FF",
        "type=cni&" + "&".join(f"x{number}=" for number in range(2000)),
        "BODY={}",
        "LANGUAGE=xx&key=&key=",
    ],
)
def test_no_query_is_an_error_of_the_server(citizen, nadia, query):
    for asker in (citizen, nadia):
        for path in (
            "@slots",
            "@next-slots",
            "@appointments",
            "@appointments/2222222222",
            "@appointment-types",
        ):
            assert asker.get(f"{path}?{query}").status_code < 500, path
    assert citizen.post(f"@appointments?{query}", {}).status_code < 500


def test_a_programs_error_elsewhere_is_still_told_as_one(http, hall, monkeypatch):
    def broken(self):
        raise ValueError("broken")

    monkeypatch.setattr("collective.rendezvous.restapi.section.slots.Slots.reply", broken)
    assert requests.get(f"{http.url}/rendez-vous/@slots", headers=http.headers).status_code == 500
