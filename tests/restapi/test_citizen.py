from ..town import change
from .sending import association
from .sending import at
from .sending import booked
from .sending import of
from .sending import refused
from .sending import wrong

import transaction


def test_the_key_opens_an_appointment_to_its_citizen(citizen, people):
    made = citizen.book(association(comment="Bonjour"))
    for asker in (citizen, people("member")):
        answer = asker.get(of(made))
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-store"
        told = answer.json()
        assert told["reference"] == made["reference"]
        assert told["visitor"] == {
            "civility": "",
            "first_name": "Marie",
            "last_name": "Durand",
            "email": "marie.durand@example.org",
            "phone": "",
        }
        assert told["answers"] == {"Nom": "Les Amis"}
        assert told["comment"] == "Bonjour"
        assert not {"notes", "agent", "history", "key", "origin"} & set(told)
        assert made["key"] not in answer.text


def test_whoever_may_not_open_a_reference_is_told_always_the_same(citizen, people):
    made, other = citizen.book(booked("09:00")), citizen.book(booked("09:20"))
    told = set()
    for asker in (citizen, people("member")):
        for path in (
            of(made, key=""),
            of(made, key="x"),
            of(made, key=other["key"]),
            of(made, key="%00%FF%C3%A9"),
            of(made) + "&key=x",
            f"@appointments/{made['reference']}",
            f"@appointments/{made['reference'].lower()}?key={made['key']}",
            f"@appointments/2222222222?key={made['key']}",
            f"@appointments/%00?key={made['key']}",
            f"@appointments/%C3%A9%20+?key={made['key']}",
            f"@appointments/{made['reference']}/x?key={made['key']}",
        ):
            answer = asker.get(path)
            assert answer.status_code == 404, path
            told.add(answer.text)
        for action in ("cancel", "confirm", "what"):
            answer = asker.post(of(made, action, key="x"))
            assert answer.status_code == 404
            told.add(answer.text)
        answer = asker.patch(of(made, key="x"), {"start": at("10:00")})
        assert answer.status_code == 404
        told.add(answer.text)
    assert len(told) == 1
    assert made["reference"] not in told.pop()


def test_a_citizen_moves_by_the_rules_of_booking(citizen, nadia):
    made = citizen.book(booked("09:00", counter="annexe"))
    agent = nadia.get(f"@appointments/{made['reference']}").json()["agent"]["id"]
    answer = citizen.patch(of(made), {"start": at("10:00"), "notes": "x", "visitor": {"last_name": "Autre"}})
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert (told["start"], told["end"]) == (at("10:00"), at("10:20"))
    assert told["visitor"]["last_name"] == "Durand"
    full = nadia.get(f"@appointments/{made['reference']}").json()
    assert (full["agent"]["id"], full["notes"]) == (agent, "")
    assert full["history"][-1]["who"] == "citizen"
    assert {"field": "start", "before": at("09:00"), "after": at("10:00")} in full["history"][-1]["changes"]
    assert wrong(citizen.patch(of(made), {})) == {"start": "required"}
    assert wrong(citizen.patch(of(made), {"start": at("09:00"), "counter": "none"})) == {"counter": "unknown"}
    refused(citizen.patch(of(made), {"start": "2026-11-25T14:00:00+01:00"}), "outside_availability")


def test_a_move_to_a_taken_start_offers_others(citizen):
    citizen.book(booked("09:00", counter="guichet-standard"))
    made = citizen.book(booked("10:00", counter="guichet-standard"))
    told = refused(
        citizen.patch(of(made), {"start": at("09:00"), "counter": "guichet-standard"}), "slot_taken"
    )
    assert told["alternatives"][0] == at("09:20")
    assert citizen.get(of(made)).json()["start"] == at("10:00")


def test_a_citizen_cancels_once(citizen):
    made = citizen.book(booked("09:00"))
    assert citizen.get(of(made)).json()["actions"] == ["cancel"]
    told = citizen.post(of(made, "cancel")).json()
    assert (told["state"], told["actions"]) == ("cancelled", [])
    refused(citizen.post(of(made, "cancel")), "wrong_state")
    refused(citizen.patch(of(made), {"start": at("10:00")}), "wrong_state")
    refused(citizen.post(of(made, "confirm")), "wrong_state")
    assert citizen.get(of(made)).json()["state"] == "cancelled", "the key still opens it"
    citizen.book(booked("09:00"))


def test_it_can_be_too_late_to_cancel_or_move(citizen, nadia, hall):
    change(hall["cni"], cancel_notice_hours=3)
    transaction.commit()
    made = citizen.book(booked("09:00"))
    told = refused(citizen.post(of(made, "cancel")), "too_late_to_cancel")
    assert "3" in told["message"]
    refused(citizen.patch(of(made), {"start": at("10:00")}), "too_late_to_cancel")
    assert nadia.post(f"@appointments/{made['reference']}/cancel").status_code == 200


def test_what_has_begun_is_not_changed_by_its_citizen(citizen, clock):
    made = citizen.book(booked("09:00"))
    clock.passes(hours=2)
    refused(citizen.post(of(made, "cancel")), "wrong_state")
    refused(citizen.patch(of(made), {"start": at("10:00")}), "wrong_state")


def test_staffs_steps_are_not_the_citizens(citizen, people):
    made = citizen.book(booked("09:00"))
    for asker in (citizen, people("member")):
        for action in ("arrive", "honour", "no_show", "undo"):
            assert asker.post(of(made, action)).status_code in (401, 403)
        for action in ("expire", "book", "what", "%C3%A9"):
            assert asker.post(of(made, action)).status_code == 404
        assert asker.delete(of(made)).status_code in (401, 403)
    assert citizen.get(of(made)).json()["state"] == "confirmed"


def test_what_waits_for_its_mail_tells_no_key_and_lapses(citizen, nadia, hall, clock):
    made = citizen.book(booked("09:00", "doux", counter="guichet-standard"))
    assert made["state"] == "pending"
    assert "key" not in made
    assert "key=" not in made["manage_url"] + made["ics_url"]
    refused(citizen.post("@appointments", booked("09:00", counter="guichet-standard")), "slot_taken")
    clock.passes(minutes=31)
    assert nadia.get(f"@appointments/{made['reference']}").json()["state"] == "expired"
    assert [one["reference"] for one in nadia.get("@appointments?state=expired").json()["items"]] == [
        made["reference"]
    ]
    citizen.book(booked("09:00", counter="guichet-standard"))
    refused(nadia.post(f"@appointments/{made['reference']}/confirm"), "wrong_state")


def test_what_waits_is_confirmed_with_the_key_of_its_mail(citizen, hall):
    made = citizen.book(booked("09:00", "doux"))
    transaction.begin()
    key = key_of(hall, made["reference"])
    assert citizen.get(of(made, key=key)).json()["actions"] == ["confirm", "cancel"]
    told = citizen.post(of(made, "confirm", key=key))
    assert (told.status_code, told.json()["state"]) == (200, "confirmed")
    refused(citizen.post(of(made, "confirm", key=key)), "wrong_state")


def key_of(hall, reference):
    from collective.rendezvous.booking.office import ledger_of

    return ledger_of(hall).get(reference).key
