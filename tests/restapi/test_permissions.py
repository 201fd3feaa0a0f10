"""Who may ask what: every service for every kind of asker."""

from .people import PUBLIC
from .people import STAFF
from .sending import at
from .sending import booked
from .sending import of
from .sending import staffs

import pytest


DENIED = {401, 403}

FOR_ALL = {
    "types": ("GET", "@appointment-types", None, 200),
    "slots": ("GET", "@slots?type=cni", None, 200),
    "next slots": ("GET", "@next-slots?type=cni", None, 200),
    "book": ("POST", "@appointments", booked("11:00"), 201),
    "keep": ("POST", "@holds", {"type": "cni", "start": at("11:20")}, 201),
    "give back": ("DELETE", "@holds/never", None, 204),
    "resend links": ("POST", "@resend-links", {"email": "marie.durand@example.org"}, 202),
    "join the waiting list": (
        "POST",
        "@waiting-list",
        {
            "type": "cni",
            "email": "ines@example.org",
            "from": "2026-12-01",
            "to": "2026-12-04",
            "consent": True,
        },
        202,
    ),
    "leave it without a key": ("DELETE", "@waiting-list", None, 404),
    "confirm without a key": ("POST", "@waiting-list/confirm", None, 404),
}

FOR_STAFF = {
    "slots of an agent": ("GET", "@slots?type=cni&agent=nadia", None, 200),
    "next slots of an agent": ("GET", "@next-slots?type=cni&agent=nadia", None, 200),
    "list": ("GET", "@appointments", None, 200),
    "list, head": ("HEAD", "@appointments", None, 200),
    "search": ("POST", "@appointments-search", {"q": "Durand"}, 200),
}

ON_ONE_FOR_STAFF = {
    "arrive": ("POST", "arrive", None, 200),
    "no_show": ("POST", "no_show", None, 200),
    "undo": ("POST", "undo", None, 200),
    "honour": ("POST", "honour", None, 200),
    "delete": ("DELETE", "", None, 204),
}


@pytest.mark.parametrize("name", PUBLIC)
def test_the_public(people, name):
    asker = people(name)
    for method, path, sent, status in FOR_ALL.values():
        assert asker.ask(method, path, json=sent).status_code == status, path
    for method, path, sent, _status in FOR_STAFF.values():
        assert asker.ask(method, path, json=sent).status_code in DENIED, path
    made = asker.book(booked("09:00"))
    for method, action, sent, _status in ON_ONE_FOR_STAFF.values():
        assert asker.ask(method, of(made, action), json=sent).status_code in DENIED, action
        assert asker.ask(method, staffs(made, action), json=sent).status_code in DENIED, action
    for method, action, sent in (
        ("GET", "", None),
        ("HEAD", "", None),
        ("PATCH", "", {"start": at("10:00")}),
        ("POST", "cancel", None),
        ("POST", "confirm", None),
    ):
        assert asker.ask(method, staffs(made, action), json=sent).status_code == 404, action
    assert asker.get(of(made)).json()["state"] == "confirmed"
    assert asker.patch(of(made), {"start": at("10:00")}).status_code == 200
    assert asker.post(of(made, "cancel")).status_code == 200


@pytest.mark.parametrize("name", STAFF)
def test_staff(people, name):
    asker = people(name)
    for method, path, sent, status in {**FOR_ALL, **FOR_STAFF}.values():
        assert asker.ask(method, path, json=sent).status_code == status, path
    made = asker.book(booked("09:00"))
    assert made["origin"] == "staff", "staff are always staff"
    assert "key" not in made
    assert asker.get(of(made, key="x")).json()["history"], "with or without a key"
    assert asker.patch(staffs(made), {"start": at("10:05"), "notes": "x"}).status_code == 200
    for method, action, sent, status in ON_ONE_FOR_STAFF.values():
        answer = asker.ask(method, staffs(made, action), json=sent)
        if action == "undo":
            assert answer.json()["state"] == "arrived"
        assert answer.status_code == status, action
    other = asker.book(booked("10:00"))
    assert asker.post(staffs(other, "cancel")).json()["state"] == "cancelled"


def test_an_inactive_agent_is_the_public(people):
    gone = people("gone")
    assert gone.get("@appointments").status_code in DENIED
    assert "key" in gone.book(booked("09:00"))
    made = people("citizen").book(booked("09:20"))
    assert gone.get(staffs(made)).status_code == 404


def test_whoever_only_sees_the_planning_changes_nothing(hall, people):
    import transaction

    hall.manage_permission("collective.rendezvous: View planning", ["Manager", "Member"], acquire=0)
    transaction.commit()
    made = people("citizen").book(booked("09:00"))
    member = people("member")
    assert member.get("@appointments").json()["items_total"] == 1
    told = member.get(staffs(made)).json()
    assert (told["agent"]["id"], told["actions"]) == ("boss", [])
    assert member.post(staffs(made, "arrive")).status_code in DENIED
    assert member.patch(staffs(made), {"notes": "x"}).status_code == 404
    assert member.delete(staffs(made)).status_code in DENIED
    assert "key" in member.book(booked("09:20")), "and books as the public"


def test_other_methods_are_no_services(citizen, nadia):
    for asker in (citizen, nadia):
        for method, path in (
            ("PUT", "@appointments"),
            ("POST", "@slots"),
            ("DELETE", "@slots"),
            ("PATCH", "@appointment-types"),
            ("OPTIONS", "@appointments"),
        ):
            assert asker.ask(method, path, json={}).status_code in (401, 404, 405), (method, path)


def test_in_preparation_nothing_is_there_for_the_public(people, state):
    state("prepare")
    for name in PUBLIC:
        for path, sent in (
            ("@holds", {"type": "cni", "start": at("11:20")}),
            ("@resend-links", {"email": "marie.durand@example.org"}),
        ):
            assert people(name).post(path, sent).status_code in DENIED, path
        assert people(name).delete("@holds/never").status_code in DENIED
