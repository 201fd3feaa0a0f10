"""Role by object by verb, over HTTP."""

import pytest


EVERYBODY = ("", "mona", "rita", "oscar", "ada", "mia", "admin")
STAFF = {"rita", "oscar", "ada", "mia", "admin"}
ADMINISTRATORS = {"ada", "mia", "admin"}
RITA = ADMINISTRATORS | {"rita"}


@pytest.fixture
def hours(office, add):
    add("/rdv/rita", "Availability", id="hours", days=[0], start="09:00", end="12:00", types=["passport"])
    add("/rdv/rita", "Unavailability", id="leave", start="2026-12-01T09:00", end="2026-12-01T18:00")
    add("/rdv/desk", "Unavailability", id="works", start="2026-12-01T09:00", end="2026-12-01T18:00")
    return office


def refused(answer, name):
    assert answer.status_code in ((401,) if not name else (401, 403)), (name, answer.status_code, answer.text)


def test_who_sees_what(hours, by):
    public = {"/rdv", "/rdv/passport", "/rdv/desk", "/rdv/guichet-standard"}
    staff = {"/rdv/rita", "/rdv/rita/hours", "/rdv/rita/leave", "/rdv/desk/works"}
    for path in public | staff:
        for name in EVERYBODY:
            answer = by(name).get(path)
            if path in public or name in STAFF:
                assert answer.status_code == 200, (path, name)
            else:
                refused(answer, name)


def test_a_section_in_preparation_shows_nothing(hours, by, admin):
    admin.post("/rdv/@workflow/prepare")
    for path in ("/rdv", "/rdv/passport", "/rdv/desk"):
        for name in EVERYBODY:
            answer = by(name).get(path)
            if name in STAFF:
                assert answer.status_code == 200, (path, name)
            else:
                refused(answer, name)
    found = by("").get("/@search").json()["items"]
    assert not [item for item in found if "/rdv" in item["@id"]]
    admin.post("/rdv/@workflow/suspend")
    assert by("").get("/rdv").status_code == by("").get("/rdv/passport").status_code == 200


def test_agents_stand_in_no_list_of_others(hours, by):
    hidden = {"Agent", "Availability", "Unavailability"}
    for name in EVERYBODY:
        items = by(name).get("/rdv").json()["items"]
        assert ("Agent" in {item["@type"] for item in items}) == (name in STAFF), name
        full = by(name).get("/rdv?fullobjects=1").json()["items"]
        assert ("Agent" in {item["@type"] for item in full}) == (name in STAFF), name
        found = (
            by(name)
            .get("/@search?portal_type=Agent&portal_type=Availability&portal_type=Unavailability")
            .json()
        )
        assert (found["items_total"] == 6) == (name in STAFF), (name, found["items_total"])
        found = by(name).get("/@search?path=/plone/rdv&b_size=100").json()
        kinds = {item["@type"] for item in found["items"]}
        assert bool(kinds & hidden) == (name in STAFF), name
        assert {"RendezVousSection", "AppointmentType", "Counter"} <= kinds
        desk = by(name).get("/rdv/desk").json()
        assert bool(desk["items"]) == (name in STAFF)


def test_who_adds_what(hours, by):
    bodies = {
        "/": ({"@type": "RendezVousSection", "title": "Other"}, {"mia", "admin"}),
        "/rdv": ({"@type": "AppointmentType", "title": "T", "duration": 10}, ADMINISTRATORS),
        "/rdv/": ({"@type": "Counter", "title": "C", "capacity": 1}, ADMINISTRATORS),
        "/rdv/rita": (
            {"@type": "Availability", "days": [1], "start": "09:00", "end": "10:00", "types": ["passport"]},
            RITA,
        ),
        "/rdv/rita/": (
            {"@type": "Unavailability", "start": "2026-12-03T09:00", "end": "2026-12-03T18:00"},
            RITA,
        ),
        "/rdv/desk": (
            {"@type": "Unavailability", "start": "2026-12-03T09:00", "end": "2026-12-03T18:00"},
            ADMINISTRATORS,
        ),
    }
    for path, (body, allowed) in bodies.items():
        for name in EVERYBODY:
            answer = by(name).post(path.rstrip("/") or "/", json=body)
            if name in allowed:
                assert answer.status_code == 201, (path, name, answer.text)
            else:
                refused(answer, name)


def test_who_changes_and_deletes_what(hours, by, add):
    changes = {
        "/rdv": ({"reminder_hours": 5}, ADMINISTRATORS),
        "/rdv/passport": ({"buffer": 5}, ADMINISTRATORS),
        "/rdv/desk": ({"capacity": 5}, ADMINISTRATORS),
        "/rdv/rita": ({"role": "administrator"}, ADMINISTRATORS),
        "/rdv/rita/hours": ({"weeks": "odd"}, RITA),
        "/rdv/rita/leave": ({"reason": "Congé"}, RITA),
        "/rdv/desk/works": ({"reason": "Travaux"}, ADMINISTRATORS),
    }
    order = ("", "mona", "oscar", "rita", "ada", "mia", "admin")
    for path, (body, allowed) in changes.items():
        for name in order:
            answer = by(name).patch(path, json=body)
            if name in allowed:
                assert answer.status_code == 204, (path, name, answer.text)
            else:
                refused(answer, name)
        by("admin").patch("/rdv/rita", json={"role": "receptionist"})
    for name in EVERYBODY:
        for path, allowed in (("/rdv/rita/h", RITA), ("/rdv/oscar/h", ADMINISTRATORS | {"oscar"})):
            parent = path[:-2]
            add(parent, "Availability", id="h", days=[2], start="09:00", end="10:00", types=["passport"])
            answer = by(name).delete(path)
            if name in allowed:
                assert answer.status_code == 204, (path, name)
            else:
                refused(answer, name)
                by("admin").delete(path)
        for path in ("/rdv/passport", "/rdv/desk", "/rdv/oscar"):
            if name not in ADMINISTRATORS:
                refused(by(name).delete(path), name)


def test_who_moves_things_through_the_workflow(hours, by):
    for path, there, back in (
        ("/rdv", "suspend", "open"),
        ("/rdv/passport", "deactivate", "activate"),
        ("/rdv/desk", "deactivate", "activate"),
        ("/rdv/oscar", "deactivate", "activate"),
    ):
        for name in EVERYBODY:
            session = by(name)
            answer = session.post(f"{path}/@workflow/{there}")
            if name in ADMINISTRATORS:
                assert answer.status_code == 200, (path, name, answer.text)
                assert session.post(f"{path}/@workflow/{there}").status_code == 400
                assert session.post(f"{path}/@workflow/nonsense").status_code == 400
                assert session.post(f"{path}/@workflow/{back}", data="{").status_code == 400
                assert session.post(f"{path}/@workflow/{back}").status_code == 200
            else:
                refused(answer, name)


def test_an_inactive_agent_has_no_rights_by_that(hours, by, admin):
    rita = by("rita")
    assert rita.patch("/rdv/rita/hours", json={"weeks": "odd"}).status_code == 204
    admin.post("/rdv/rita/@workflow/deactivate")
    refused(rita.patch("/rdv/rita/hours", json={"weeks": "even"}), "rita")
    refused(rita.get("/rdv/rita"), "rita")
    found = rita.get("/@search?portal_type=Agent").json()["items"]
    assert found == []
    admin.post("/rdv/rita/@workflow/activate")
    assert len(rita.get("/@search?portal_type=Agent").json()["items"]) == 3


def test_an_inactive_type_is_for_staff(hours, by, admin):
    admin.post("/rdv/passport/@workflow/deactivate")
    refused(by("").get("/rdv/passport"), "")
    assert "passport" not in [item["@id"].split("/")[-1] for item in by("").get("/rdv").json()["items"]]
    assert by("rita").get("/rdv/passport").status_code == 200


def test_a_removed_or_changed_agent_loses_the_rights(hours, by, admin):
    admin.patch("/rdv/rita", json={"userid": "mona"})
    refused(by("rita").get("/rdv/rita"), "rita")
    assert by("mona").patch("/rdv/rita/hours", json={"weeks": "odd"}).status_code == 204
    assert by("mona").get("/@search?portal_type=Agent").json()["items_total"] == 3
    admin.delete("/rdv/rita")
    refused(by("mona").get("/rdv/oscar"), "mona")
    assert by("mona").get("/@search?portal_type=Agent").json()["items_total"] == 0


def test_whoever_made_a_section_keeps_no_rights_by_that(town, by, admin, add):
    add("/", "RendezVousSection", session=by("mia"), id="hers", title="Hers")
    from plone import api

    import transaction

    with api.env.adopt_roles(["Manager"]):
        api.user.revoke_roles(username="mia", roles=["Site Administrator"])
    transaction.commit()
    refused(by("mia").get("/hers"), "mia")
    refused(by("mia").patch("/hers", json={"title": "Mine"}), "mia")
