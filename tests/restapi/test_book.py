from ..town import change
from .sending import association
from .sending import at
from .sending import booked
from .sending import of
from .sending import refused
from .sending import visitor
from .sending import wrong
from collective.rendezvous.booking.errors import Busy

import pytest
import transaction


def test_a_citizen_books_and_gets_a_receipt_with_a_key(citizen, http):
    answer = citizen.post("@appointments", booked("09:00"))
    assert answer.status_code == 201, answer.text
    told = answer.json()
    assert answer.headers["Location"] == told["@id"]
    assert answer.headers["Cache-Control"] == "no-store"
    section = f"{http.url}/rendez-vous"
    reference, key = told["reference"], told["key"]
    assert len(reference) == 10 and len(key) >= 22
    assert told["@id"] == f"{section}/@appointments/{reference}"
    assert told["manage_url"] == f"{section}/@@appointment/{reference}?key={key}"
    assert told["ics_url"] == f"{section}/@@appointment/{reference}/ics?key={key}"
    assert told["state"] == "confirmed"
    assert (told["start"], told["end"], told["people"]) == (at("09:00"), at("09:20"), 1)
    assert told["type"] == {"id": "cni", "title": "Carte d'identité"}
    assert told["counter"]["id"] in ("guichet-standard", "annexe")
    assert set(told) == {
        *("@id", "reference", "state", "start", "end", "type", "counter", "people"),
        *("manage_url", "key", "ics_url"),
    }


def test_a_taken_start_is_refused_with_free_ones_instead(citizen):
    citizen.book(booked("09:00", counter="guichet-standard"))
    told = refused(citizen.post("@appointments", booked("09:00", counter="guichet-standard")), "slot_taken")
    assert [(one["code"], one["field"]) for one in told["findings"]] == [("slot_taken", "start")]
    assert told["alternatives"] == [at("09:20"), at("09:40"), at("10:00")]
    for start in told["alternatives"][:1]:
        citizen.book({**booked("09:00", counter="guichet-standard"), "start": start})


@pytest.mark.parametrize(
    "start, code",
    [
        ("2026-11-24T06:40:00+01:00", "in_the_past"),
        ("2026-11-25T09:05:00+01:00", "off_grid"),
        ("2026-11-25T14:00:00+01:00", "outside_availability"),
        ("2026-11-28T09:00:00+01:00", "outside_availability"),
        ("2026-12-25T09:00:00+01:00", "day_closed"),
        ("2027-06-01T09:00:00+02:00", "too_late"),
    ],
)
def test_a_start_that_is_not_on_offer_says_why(citizen, start, code):
    told = refused(citizen.post("@appointments", {**booked("09:00"), "start": start}), code)
    assert told["findings"][0]["code"] == code


@pytest.mark.parametrize(
    "fields, field, code",
    [
        ({"type": None}, "type", "required"),
        ({"type": "none"}, "type", "unknown"),
        ({"type": "old"}, "type", "inactive"),
        ({"type": ["cni"]}, "type", "unknown"),
        ({"type": {}}, "type", "unknown"),
        ({"type": "\ud800"}, "type", "unknown"),
        ({"type": "cni\x00"}, "type", "unknown"),
        ({"start": None}, "start", "required"),
        ({"start": 5}, "start", "invalid_datetime"),
        ({"start": "soon"}, "start", "invalid_datetime"),
        ({"start": "2026-11-24"}, "start", "no_offset"),
        ({"start": "2026-11-24T09:00:00"}, "start", "no_offset"),
        ({"start": "2026-11-24T09:00:01+01:00"}, "start", "no_seconds"),
        ({"start": "9999-12-31T23:59:00-23:59"}, "start", "out_of_bounds"),
        ({"start": "0001-01-01T00:00:00+14:00"}, "start", "out_of_bounds"),
        ({"counter": "none"}, "counter", "unknown"),
        ({"counter": "closed"}, "counter", "inactive"),
        ({"counter": 7}, "counter", "unknown"),
        ({"people": 2}, "people", "out_of_bounds"),
        ({"people": 0}, "people", "out_of_bounds"),
        ({"people": "1"}, "people", "wrong_type"),
        ({"people": True}, "people", "wrong_type"),
        ({"people": 1.5}, "people", "wrong_type"),
        ({"consent": None}, "consent", "required"),
        ({"consent": "true"}, "consent", "required"),
        ({"consent": 1}, "consent", "required"),
        ({"visitor": visitor(first_name="")}, "first_name", "required"),
        ({"visitor": visitor(first_name="  ")}, "first_name", "required"),
        ({"visitor": visitor(last_name=None)}, "last_name", "required"),
        ({"visitor": visitor(last_name=5)}, "last_name", "wrong_type"),
        ({"visitor": visitor(last_name="x" * 201)}, "last_name", "too_long"),
        ({"visitor": visitor(last_name="a\nb")}, "last_name", "control_characters"),
        ({"visitor": visitor(last_name="\ud800")}, "last_name", "control_characters"),
        ({"visitor": visitor(last_name="http://x.example")}, "last_name", "address_in_name"),
        ({"visitor": visitor(first_name="WWW.x")}, "first_name", "address_in_name"),
        ({"visitor": visitor(email="nobody")}, "email", "invalid_email"),
        ({"visitor": visitor(email=None)}, "email", "required"),
        ({"visitor": visitor(email="a@b.fr,c@d.fr")}, "email", "invalid_email"),
        ({"visitor": visitor(email="x" * 250 + "@example.org")}, "email", "too_long"),
        ({"visitor": visitor(phone="0" * 51)}, "phone", "too_long"),
        ({"visitor": visitor(civility=["M."])}, "civility", "wrong_type"),
        ({"comment": "x" * 5001}, "comment", "too_long"),
        ({"comment": "\x07"}, "comment", "control_characters"),
        ({"answers": ["Nom"]}, "answers", "wrong_type"),
        ({"answers": {"Nom": "x"}}, "answers", "unknown_question"),
    ],
)
def test_a_wrong_field_is_told_by_its_name(citizen, fields, field, code):
    assert wrong(citizen.post("@appointments", {**booked("09:00"), **fields})) == {field: code}


def test_a_visitor_that_is_no_object_is_told(citizen):
    for sent in ([], "Marie", 5):
        told = wrong(citizen.post("@appointments", {**booked("09:00"), "visitor": sent}))
        assert told["visitor"] == "wrong_type"


def test_all_that_is_wrong_is_told_at_once(citizen):
    told = wrong(citizen.post("@appointments", {}))
    assert set(told) == {"type", "start", "first_name", "last_name", "email", "consent"}


@pytest.mark.parametrize(
    "answers, code",
    [
        ({}, "required"),
        ({"Nom": ""}, "required"),
        ({"Nom": None}, "required"),
        ({"Nom": 5}, "wrong_type"),
        ({"Nom": "x" * 5001}, "too_long"),
        ({"Nom": "x\ny"}, "control_characters"),
        ({"Nom": "x", "Sujet": "Autre"}, "unknown_choice"),
        ({"Nom": "x", "Sujet": ["Salle"]}, "unknown_choice"),
        ({"Nom": "x", "Âge": "12"}, "wrong_type"),
        ({"Nom": "x", "Âge": True}, "wrong_type"),
        ({"Nom": "x", "Âge": 10**30}, "out_of_bounds"),
        ({"Nom": "x", "Local ?": "yes"}, "wrong_type"),
        ({"Nom": "x", "Question ?": "yes"}, "unknown_question"),
    ],
)
def test_wrong_answers_are_told_with_their_question(citizen, answers, code):
    answer = citizen.post("@appointments", association(answers=answers))
    told = answer.json()["errors"][0]
    assert wrong(answer)["answers"] == code
    assert told["label"] in (list(answers)[-1:] or ["Nom"])


def test_an_infinite_number_is_refused(citizen):
    sent = b'{"type":"asso","people":1e999,"answers":{"Nom":"x","\xc3\x82ge":1e999}}'
    told = citizen.post("@appointments", data=sent, headers={"Content-Type": "application/json"})
    assert {"people", "answers"} <= set(wrong(told))


def test_answers_of_every_kind_are_kept(citizen, nadia):
    answers = {"Nom": "Les Amis", "Sujet": "Aide", "Âge": 12.5, "Local ?": False}
    made = citizen.book(association(people=3, answers=answers, comment="Bonjour\n<b>à vous</b>"))
    assert (made["people"], made["end"]) == (3, at("09:30"))
    told = nadia.get(f"@appointments/{made['reference']}").json()
    assert told["answers"] == answers
    assert told["comment"] == "Bonjour\n<b>à vous</b>"


def test_unknown_keys_and_those_of_staff_are_ignored(citizen, nadia):
    made = citizen.book(booked("09:00", agent="nadia", notes="x", confirm=["off_grid"], hold="abc", what={}))
    told = nadia.get(f"@appointments/{made['reference']}").json()
    assert (told["notes"], told["origin"]) == ("", "public")


def test_messages_speak_the_visitors_language(citizen):
    told = citizen.post("@appointments", {**booked("09:00"), "consent": False}).json()
    assert "Cochez la case" in told["message"]


def test_the_public_cannot_book_what_is_staffs(citizen, nadia):
    refused(citizen.post("@appointments", booked("09:00", "mariage")), "type_not_public")
    assert nadia.post("@appointments", booked("09:00", "mariage")).status_code == 201


def test_one_address_books_so_often_a_minute(citizen, nadia, hall, clock):
    change(hall, bookings_per_minute=2)
    transaction.commit()
    citizen.book(booked("09:00"))
    citizen.book(booked("09:20"))
    answer = citizen.post("@appointments", booked("09:40"))
    refused(answer, "too_many_requests", 429)
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    nadia.book(booked("09:40"))
    other = {"X-Forwarded-For": "198.51.100.7"}
    assert citizen.post("@appointments", booked("10:00"), headers=other).status_code == 429, "no spoofing"
    clock.passes(seconds=61)
    citizen.book(booked("10:00"))


def test_one_e_mail_has_so_many_appointments_to_come(citizen, hall):
    change(hall, max_upcoming_per_email=1)
    transaction.commit()
    citizen.book(booked("09:00"))
    again = booked("09:20", visitor=visitor(email=" MARIE.Durand@example.org "))
    told = refused(citizen.post("@appointments", again), "too_many_for_visitor")
    assert told["findings"][0]["field"] == "email"
    citizen.book(booked("09:20", "logement", counter="annexe"))


def test_a_suspended_section_takes_no_booking_but_lets_move_and_cancel(citizen, nadia, people, state):
    made = citizen.book(booked("09:00"))
    state("suspend")
    for asker in (citizen, people("member")):
        answer = asker.post("@appointments", booked("09:20"))
        refused(answer, "suspended", 403)
    assert citizen.patch(of(made), {"start": at("10:00")}).status_code == 200
    assert citizen.post(of(made, "cancel")).status_code == 200
    nadia.book(booked("09:20"))


def test_a_section_in_preparation_is_unseen(citizen, nadia, people, state):
    made = citizen.book(booked("09:00"))
    state("prepare")
    requests = (
        ("GET", "@appointment-types", None),
        ("GET", "@slots?type=cni", None),
        ("GET", "@next-slots?type=cni", None),
        ("POST", "@appointments", booked("09:20")),
        ("GET", of(made), None),
        ("PATCH", of(made), {"start": at("10:00")}),
        ("POST", of(made, "cancel"), None),
    )
    for method, path, sent in requests:
        assert citizen.ask(method, path, json=sent).status_code == 401, path
        assert people("member").ask(method, path, json=sent).status_code in (401, 403), path
        assert nadia.ask(method, path.partition("?key")[0], json=sent).status_code < 400, path


def test_where_too_many_write_at_once_one_tries_again(citizen, monkeypatch):
    def contended(*_arguments):
        raise Busy

    monkeypatch.setattr("collective.rendezvous.booking.desk.committing", contended)
    answer = citizen.post("@appointments", booked("09:00"))
    refused(answer, "busy", 503)
    assert int(answer.headers["Retry-After"]) > 0
