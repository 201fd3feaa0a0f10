"""One answer fills a view of the planning, and tells cheaply that nothing has changed."""

from ..town import change
from ..town import create
from .people import PUBLIC
from .people import STAFF
from .sending import at
from .sending import booked
from .sending import of
from .sending import staffs
from .sending import visitor
from .sending import wrong
from datetime import date
from datetime import datetime
from plone import api

import pytest
import transaction


TODAY = "@planning?from=2026-11-24&to=2026-11-24"
TOMORROW = "2026-11-25"
THREE = "@planning?from=2026-11-24&to=2026-11-26"


def planning(asker, query=TODAY, **options):
    answer = asker.get(query, **options)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert answer.headers["ETag"] == f'"{told["version"]}"'
    return told


def unchanged(asker, told, query=TODAY):
    answer = asker.get(query, headers={"If-None-Match": f'"{told["version"]}"'})
    assert answer.status_code in (200, 304), answer.text
    assert answer.status_code == 200 or not answer.content
    return answer.status_code == 304


@pytest.mark.parametrize("name", PUBLIC)
def test_the_public_sees_none(people, name):
    answer = people(name).get("@planning")
    assert answer.status_code in (401, 403)
    assert set(answer.json()) <= {"type", "message"}
    assert people(name).ask("HEAD", "@planning").status_code in (401, 403)


@pytest.mark.parametrize("name", STAFF)
def test_all_staff_see_it(people, name):
    answer = people(name).get("@planning")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    head = people(name).ask("HEAD", "@planning")
    assert (head.status_code, head.content) == (200, b"")


def test_whoever_may_see_the_planning_sees_it(hall, people):
    hall.manage_permission("collective.rendezvous: View planning", ["Manager", "Member"], acquire=0)
    transaction.commit()
    assert people("member").get("@planning").status_code == 200


def test_appointments_are_told_in_their_short_form(citizen, nadia):
    made = citizen.book(booked("09:00", visitor=visitor(civility="Mme"), comment="Secret"))
    (told,) = planning(nadia)["appointments"]
    full = nadia.get(staffs(made)).json()
    names = {name: full["visitor"][name] for name in ("civility", "first_name", "last_name")}
    fields = ("@id", "reference", "state", "type", "counter", "agent", "start", "end", "people")
    assert told == {name: full[name] for name in fields} | {"visitor": names}


def test_all_states_of_the_days_are_told_in_order(citizen, nadia):
    tomorrow = citizen.book({**booked("09:00"), "start": at("09:00", TOMORROW)})
    later = citizen.book(booked("09:20"))
    first = citizen.book(booked("09:00"))
    citizen.post(of(later, "cancel"))
    told = planning(nadia)["appointments"]
    assert [(one["reference"], one["state"]) for one in told] == [
        (first["reference"], "confirmed"),
        (later["reference"], "cancelled"),
    ]
    assert len(planning(nadia, "@planning")["appointments"]) == 3, "30 days from today on"
    assert tomorrow["reference"] not in [one["reference"] for one in told]


def test_one_that_is_not_over_at_midnight_is_told_on_both_days(nadia):
    sent = {**booked("23:50"), "agent": "nadia", "counter": "annexe", "confirm": ["outside_availability"]}
    made = nadia.book(sent)
    for day, seen in (("2026-11-24", True), (TOMORROW, True), ("2026-11-26", False)):
        told = planning(nadia, f"@planning?from={day}&to={day}")["appointments"]
        assert [one["reference"] for one in told] == [made["reference"]] * seen


def test_what_is_behind_is_told_day_by_day(hall, nadia):
    create(hall["annexe"], "Unavailability", start=datetime(2026, 11, 1), end=datetime(2026, 11, 25, 9))
    create(
        hall["nadia"],
        "Unavailability",
        start=datetime(2026, 11, 24, 10),
        end=datetime(2026, 11, 24, 11),
        reason="Réunion",
    )
    change(
        hall,
        closures=[
            {"first_day": date(2026, 11, 20), "last_day": date(2026, 11, 24), "reason": "Travaux"},
            {
                "first_day": date(2026, 11, 25),
                "last_day": date(2026, 11, 25),
                "start": "14:00",
                "reason": "Fête",
            },
        ],
    )
    transaction.commit()
    told = planning(nadia, "@planning?from=2026-11-24&to=2026-11-25&agent=nadia&type=cni")
    assert [(one["agent"], one["start"], one["end"]) for one in told["availabilities"]] == [
        ("nadia", at("09:00"), at("12:00")),
        ("nadia", at("09:00", TOMORROW), at("12:00", TOMORROW)),
    ]
    one = told["availabilities"][0]
    assert (one["counters"], one["audience"]) == ([], "public")
    assert {"cni", "logement"} <= set(one["types"])
    assert told["unavailabilities"] == [
        {"counter": "annexe", "start": at("00:00"), "end": at("09:00", TOMORROW), "reason": ""},
        {"agent": "nadia", "start": at("10:00"), "end": at("11:00"), "reason": "Réunion"},
    ]
    assert told["closures"] == [
        {"first_day": "2026-11-24", "last_day": "2026-11-24", "reason": "Travaux"},
        {
            "first_day": TOMORROW,
            "last_day": TOMORROW,
            "reason": "Fête",
            "start": "14:00",
            "end": "24:00",
        },
    ]


def test_inactive_agents_offer_nothing(nadia):
    agents = {one["agent"] for one in planning(nadia)["availabilities"]}
    assert agents == {"nadia", "boss"}


@pytest.mark.parametrize("language, name", [("fr", "Noël"), ("en", "Christmas Day")])
def test_public_holidays_are_named_in_the_language_of_the_asker(functional, hall, nadia, language, name):
    registry = functional["portal"].portal_registry
    registry["plone.available_languages"] = ["fr", "en"]
    registry["plone.use_request_negotiation"] = True
    transaction.commit()
    query = "@planning?from=2026-12-25&to=2026-12-25"
    told = planning(nadia, query, headers={"Accept-Language": language})
    assert told["closures"] == [{"first_day": "2026-12-25", "last_day": "2026-12-25", "reason": name}]


@pytest.mark.parametrize(
    "query, found",
    [
        ("", 3),
        ("&agent=boss", 1),
        ("&agent=boss&agent=nadia", 3),
        ("&type=logement", 1),
        ("&counter=annexe", 2),
        ("&counter=annexe&type=logement", 0),
    ],
)
def test_it_is_narrowed(nadia, query, found):
    for hour, type, agent, counter in (
        ("09:00", "cni", "nadia", "annexe"),
        ("09:00", "cni", "boss", "annexe"),
        ("10:00", "logement", "nadia", "guichet-standard"),
    ):
        nadia.book({**booked(hour, type), "agent": agent, "counter": counter})
    assert len(planning(nadia, f"{TODAY}{query}")["appointments"]) == found


@pytest.mark.parametrize(
    "query, field",
    [
        ("from=2026-11-24&to=2027-02-24", "to"),
        ("from=2026-11-24&to=2026-11-23", "to"),
        ("from=x", "from"),
        ("agent=none", "agent"),
        ("counter=none", "counter"),
        ("type=none", "type"),
    ],
)
def test_what_cannot_be_asked_is_told_beside_its_field(nadia, query, field):
    assert list(wrong(nadia.get(f"@planning?{query}"))) == [field]


def test_92_days_are_no_too_many(nadia):
    planning(nadia, "@planning?from=2026-11-24&to=2027-02-23")


def test_nothing_new_is_told_without_a_body(citizen, nadia):
    citizen.book(booked("09:00"))
    told = planning(nadia)
    assert unchanged(nadia, told)
    assert planning(nadia) == told
    citizen.book({**booked("09:00"), "start": at("09:00", "2026-11-26")})
    assert unchanged(nadia, told), "another day"
    assert not unchanged(nadia, told, THREE), "another question"
    assert not unchanged(nadia, told, f"{TODAY}&agent=nadia")


def test_whatever_happens_to_an_appointment_changes_the_version(citizen, nadia):
    seen = [planning(nadia)["version"]]

    def now(what):
        version = planning(nadia)["version"]
        assert version not in seen, what
        seen.append(version)

    made = citizen.book(booked("09:00"))
    now("booked")
    nadia.patch(staffs(made), {"visitor": {"last_name": "Petit"}})
    now("changed")
    citizen.patch(of(made), {"start": at("10:00")})
    now("moved")
    for step in ("arrive", "honour", "undo", "undo"):
        assert nadia.post(staffs(made, step)).status_code == 200
        now(step)
    assert nadia.patch(staffs(made), {"start": at("10:00", TOMORROW)}).status_code == 200
    assert planning(nadia)["version"] == seen[0], "nothing is there, as before"
    assert nadia.patch(staffs(made), {"start": at("10:00")}).status_code == 200
    now("moved back")
    citizen.post(of(made, "cancel"))
    now("cancelled")
    assert nadia.delete(staffs(made)).status_code == 204
    assert planning(nadia)["version"] == seen[0]


def test_whatever_is_set_up_changes_the_version(hall, nadia):
    seen = [planning(nadia)["version"]]
    for step in (
        lambda: change(hall["nadia"].objectValues()[0], end="11:00"),
        lambda: create(
            hall["nadia"], "Unavailability", start=datetime(2026, 11, 24), end=datetime(2026, 11, 25)
        ),
        lambda: change(hall["cni"], title="Identité"),
        lambda: change(hall, closures=[{"first_day": date(2026, 11, 24), "last_day": date(2026, 11, 24)}]),
        lambda: api.content.rename(hall["annexe"], "annexe-2"),
        lambda: api.content.transition(hall["boss"], "deactivate"),
    ):
        step()
        transaction.commit()
        version = planning(nadia)["version"]
        assert version not in seen
        seen.append(version)


def test_a_pending_one_that_lapses_changes_the_version(citizen, nadia, clock):
    citizen.book(booked("09:00", "doux"))
    told = planning(nadia)
    assert told["appointments"][0]["state"] == "pending"
    clock.passes(minutes=29)
    assert unchanged(nadia, told)
    clock.passes(minutes=2)
    assert not unchanged(nadia, told)
    assert planning(nadia)["appointments"][0]["state"] == "expired"
