from .sending import at
from .sending import booked
from .sending import of
from .sending import refused
from .sending import staffs
from .sending import visitor
from .sending import wrong

import pytest
import transaction


def test_staff_book_without_consent_and_see_all_of_it(nadia):
    sent = {
        "type": "cni",
        "start": at("09:05"),
        "agent": "nadia",
        "counter": "annexe",
        "notes": "par téléphone",
        "visitor": {"first_name": "Paul", "last_name": "Petit", "phone": "01 23 45 67 89"},
    }
    answer = nadia.post("@appointments", sent)
    assert answer.status_code == 201, answer.text
    told = answer.json()
    assert answer.headers["Location"] == told["@id"]
    assert told["agent"] == {"id": "nadia", "title": "Nadia"}
    assert told["counter"] == {"id": "annexe", "title": "Annexe"}
    assert (told["origin"], told["notes"]) == ("staff", "par téléphone")
    assert told["visitor"]["phone"] == "01 23 45 67 89"
    assert told["created"] == "2026-11-24T07:00:00+01:00"
    assert told["actions"] == ["cancel", "arrive", "honour", "no_show"]
    assert told["history"] == [
        {"when": "2026-11-24T07:00:00+01:00", "who": "nadia", "action": "book", "changes": []}
    ]
    assert "key" not in told
    assert told["manage_url"].endswith(f"/@@appointment/{told['reference']}")
    one = nadia.get(staffs(told)).json()
    assert one == {name: value for name, value in told.items() if name != "manage_url"}


def test_required_questions_are_optional_for_staff(nadia):
    nadia.book(booked("09:00", "asso", consent=False, visitor={"first_name": "A", "last_name": "B"}))


def test_a_warning_waits_for_its_confirmation(nadia, people):
    sent = booked("14:00", agent="nadia")
    told = refused(nadia.post("@appointments", sent), "needs_confirmation")
    assert [(one["code"], one["field"]) for one in told["warnings"]] == [("outside_availability", "start")]
    assert "Nadia" in told["warnings"][0]["message"]
    nadia.book({**sent, "confirm": ["outside_availability"]})
    colleague = {**sent, "agent": "boss", "confirm": ["outside_availability"]}
    refused(nadia.post("@appointments", colleague), "outside_availability")
    people("boss").book(colleague)
    refused(
        nadia.post("@appointments", booked("14:00", confirm=["outside_availability"])), "outside_availability"
    )
    assert wrong(nadia.post("@appointments", {**sent, "confirm": "all"})) == {"confirm": "wrong_type"}


def test_a_refusal_wins_over_warnings(nadia):
    nadia.book(booked("14:00", agent="nadia", confirm=["outside_availability"]))
    told = refused(nadia.post("@appointments", booked("14:00", agent="nadia")), "agent_busy")
    assert told["findings"][0]["field"] == "agent"


def test_nobody_double_books_what_was_named(people, nadia):
    busy, full = booked("09:00", agent="nadia"), booked("09:00", agent="boss", counter="guichet-standard")
    nadia.book(booked("09:00", agent="nadia", counter="guichet-standard"))
    for asker in (nadia, people("boss"), people("site"), people("manager")):
        refused(asker.post("@appointments", busy), "agent_busy")
        refused(asker.post("@appointments", full), "counter_full")


@pytest.mark.parametrize(
    "fields, field, code",
    [
        ({"agent": "none"}, "agent", "unknown"),
        ({"agent": "gone"}, "agent", "inactive"),
        ({"agent": ["nadia"]}, "agent", "unknown"),
        ({"notes": "x" * 5001}, "notes", "too_long"),
        ({"notes": 5}, "notes", "wrong_type"),
        ({"confirm": {}}, "confirm", "wrong_type"),
        ({"confirm": [5]}, "confirm", "wrong_type"),
    ],
)
def test_what_staff_send_is_checked_as_well(nadia, fields, field, code):
    made = nadia.book(booked("10:00"))
    assert wrong(nadia.post("@appointments", {**booked("09:00"), **fields})) == {field: code}
    assert wrong(nadia.patch(staffs(made), fields)) == {field: code}


def test_staff_change_one_field_and_the_others_stay(nadia, citizen):
    made = citizen.book(booked("09:00"))
    told = nadia.patch(staffs(made), {"visitor": {"phone": "06"}, "notes": "rappeler"}).json()
    assert told["visitor"]["phone"] == "06"
    assert told["visitor"]["last_name"] == "Durand"
    last = told["history"][-1]
    assert (last["who"], last["action"]) == ("nadia", "change")
    assert {"field": "phone", "before": "", "after": "06"} in last["changes"]
    told = nadia.patch(staffs(made), {"start": at("10:10"), "agent": "nadia", "type": "logement"}).json()
    assert (told["start"], told["end"], told["type"]["id"]) == (at("10:10"), at("10:40"), "logement")
    assert nadia.patch(staffs(made), {"what": 5}).status_code == 200
    refused(nadia.patch(staffs(made), {"start": at("14:00")}), "needs_confirmation")
    assert nadia.patch(staffs(made), {"comment": "x" * 5001}).status_code == 400


def test_staff_take_steps_and_take_them_back(nadia, citizen):
    made = citizen.book(booked("09:00"))
    for action, state in (
        ("arrive", "arrived"),
        ("honour", "honoured"),
        ("undo", "arrived"),
        ("undo", "confirmed"),
    ):
        answer = nadia.post(staffs(made, action))
        assert (answer.status_code, answer.json()["state"]) == (200, state)
    refused(nadia.post(staffs(made, "undo")), "wrong_state")
    refused(nadia.post(staffs(made, "confirm")), "wrong_state")
    for action in ("expire", "book", "change", "what", "%00", "ARRIVE"):
        assert nadia.post(staffs(made, action)).status_code == 404, action
    assert nadia.post(staffs(made, "no_show")).json()["actions"] == ["undo"]


def test_undo_needs_the_place_back(nadia, citizen):
    made = nadia.book(booked("09:00", agent="nadia", counter="guichet-standard"))
    nadia.post(staffs(made, "cancel"))
    nadia.book(booked("09:00", agent="nadia", counter="guichet-standard"))
    told = refused(nadia.post(staffs(made, "undo")), "slot_taken")
    assert told["message"] == "Personne n'est libre le mardi 24 novembre à 9\xa0h\xa000."


def test_staff_erase_for_good(nadia, citizen):
    made = citizen.book(booked("09:00", counter="guichet-standard"))
    answer = nadia.delete(staffs(made))
    assert (answer.status_code, answer.content) == (204, b"")
    for answer in (nadia.get(staffs(made)), citizen.get(of(made)), nadia.delete(staffs(made))):
        assert answer.status_code == 404
    citizen.book(booked("09:00", counter="guichet-standard"))


def test_unknown_references_are_404_for_staff(nadia):
    for reference in ("2222222222", "x", "%00", "%C3%A9", "a" * 300):
        for method in ("GET", "PATCH", "DELETE"):
            assert nadia.ask(method, f"@appointments/{reference}", json={}).status_code == 404
        assert nadia.post(f"@appointments/{reference}/arrive").status_code == 404
    assert nadia.post("@appointments/2222222222").status_code == 404
    assert nadia.patch("@appointments", {}).status_code == 404
    assert nadia.delete("@appointments").status_code == 404


def test_a_tag_tells_versions_apart(nadia, citizen):
    made = citizen.book(booked("09:00"))
    answer = nadia.get(staffs(made))
    tag = answer.headers["ETag"]
    assert tag.startswith('"') and tag.endswith('"')
    unchanged = nadia.get(staffs(made), headers={"If-None-Match": tag})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert nadia.get(staffs(made), headers={"If-None-Match": '"x"'}).status_code == 200
    changed = nadia.patch(staffs(made), {"notes": "1"}, headers={"If-Match": tag})
    assert changed.status_code == 200
    stale = {"If-Match": tag}
    for answer in (
        nadia.patch(staffs(made), {"notes": "2"}, headers=stale),
        nadia.post(staffs(made, "arrive"), headers=stale),
        nadia.delete(staffs(made), headers=stale),
        nadia.delete(staffs(made), headers={"If-Match": "nonsense"}),
        nadia.delete(staffs(made), headers={"If-Match": '"' + made["reference"] + '."'}),
    ):
        refused(answer, "changed_meanwhile", 412)
    assert nadia.get(staffs(made), headers={"If-None-Match": tag}).status_code == 200
    assert (
        nadia.post(staffs(made, "arrive"), headers={"If-Match": changed.headers["ETag"]}).status_code == 200
    )
    assert nadia.post(staffs(made, "honour"), headers={"If-Match": "*"}).status_code == 200
    tag = nadia.get(staffs(made)).headers["ETag"]
    assert nadia.delete(staffs(made), headers={"If-Match": f'"a", W/{tag}'}).status_code == 204


def test_what_a_deleted_thing_was_called_is_still_told(nadia, people, hall, clock):
    made = nadia.book(booked("09:00", agent="nadia", counter="annexe"))
    clock.passes(days=1)
    hall.manage_delObjects(["nadia", "annexe", "cni"])
    transaction.commit()
    told = people("boss").get(staffs(made)).json()
    assert told["agent"] == {"id": None, "title": "Nadia"}
    assert told["counter"] == {"id": None, "title": "Annexe"}
    assert told["type"] == {"id": None, "title": "Carte d'identité"}


def test_a_name_full_of_markup_is_told_as_it_is(nadia):
    made = nadia.book(booked("09:00", visitor=visitor(last_name="<script>alert(1)</script>")))
    answer = nadia.get(staffs(made))
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json()["visitor"]["last_name"] == "<script>alert(1)</script>"


def test_a_page_of_another_site_does_nothing_with_the_cookie_of_staff(nadia, citizen, http):
    made = citizen.book(booked("09:00"))
    name, password = nadia.http.auth
    form = {"__ac_name": name, "__ac_password": password, "buttons.login": "Log in"}
    http.post("/login", data=form, headers={"Accept": "text/html"})
    assert "__ac" in http.cookies
    arrive, crossing = staffs(made, "arrive"), {"Sec-Fetch-Site": "cross-site"}
    assert citizen.post(arrive, headers=crossing).status_code in (401, 403)
    assert citizen.post(arrive, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200
    assert nadia.post(staffs(made, "undo"), headers=crossing).status_code == 200, "a program with a password"
