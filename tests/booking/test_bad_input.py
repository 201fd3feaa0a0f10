"""What makes no sense is told field by field, and nothing is written."""

from collective.rendezvous.booking.errors import Invalid
from datetime import datetime
from tests.town import change
from tests.town import visitor
from tests.town import wish

import pytest


NINE = "2026-11-25T09:00:00+01:00"


def problems(desk, data):
    with pytest.raises(Invalid) as invalid:
        desk.book(data)
    assert len(desk.ledger.found(desk.ledger.starts(0))) == 0
    return {(error.field, error.code) for error in invalid.value.errors}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"type": None}, ("type", "required")),
        ({"type": "nothing"}, ("type", "unknown")),
        ({"type": ["cni"]}, ("type", "unknown")),
        ({"start": None}, ("start", "required")),
        ({"start": "tomorrow"}, ("start", "invalid_datetime")),
        ({"start": 5}, ("start", "invalid_datetime")),
        ({"start": "2026-11-25T09:00:00"}, ("start", "no_offset")),
        ({"start": "2026-11-25"}, ("start", "no_offset")),
        ({"start": datetime(2026, 11, 25, 9)}, ("start", "no_offset")),
        ({"start": "2026-11-25T09:00:30+01:00"}, ("start", "no_seconds")),
        ({"start": "2026-11-25T09:00:00+01:00:30"}, ("start", "no_seconds")),
        ({"start": "0001-01-01T00:00:00+14:00"}, ("start", "out_of_bounds")),
        ({"start": "9999-12-31T23:59:00-12:00"}, ("start", "out_of_bounds")),
        ({"counter": "nowhere"}, ("counter", "unknown")),
        ({"counter": {}}, ("counter", "unknown")),
        ({"people": 2}, ("people", "out_of_bounds")),
        ({"people": 0}, ("people", "out_of_bounds")),
        ({"people": True}, ("people", "wrong_type")),
        ({"people": "1"}, ("people", "wrong_type")),
        ({"consent": False}, ("consent", "required")),
        ({"consent": "true"}, ("consent", "required")),
        ({"visitor": None}, ("last_name", "required")),
        ({"visitor": []}, ("visitor", "wrong_type")),
        ({"visitor": visitor(first_name="  ")}, ("first_name", "required")),
        ({"visitor": visitor("x" * 201)}, ("last_name", "too_long")),
        ({"visitor": visitor("see http://x.fr")}, ("last_name", "address_in_name")),
        ({"visitor": visitor("WWW.x.fr")}, ("last_name", "address_in_name")),
        ({"visitor": visitor("a\nb")}, ("last_name", "control_characters")),
        ({"visitor": visitor("a\x00b")}, ("last_name", "control_characters")),
        ({"visitor": visitor("a\ud800b")}, ("last_name", "control_characters")),
        ({"visitor": visitor(7)}, ("last_name", "wrong_type")),
        ({"visitor": visitor(email="")}, ("email", "required")),
        ({"visitor": visitor(email="marie@nowhere")}, ("email", "invalid_email")),
        ({"visitor": visitor(email="marie durand@example.org")}, ("email", "invalid_email")),
        ({"visitor": visitor(email="a@example.org\nBcc: b@example.org")}, ("email", "control_characters")),
        ({"visitor": visitor(email="a,b@example.org")}, ("email", "invalid_email")),
        ({"visitor": visitor(email="a" * 250 + "@example.org")}, ("email", "too_long")),
        ({"visitor": visitor(phone="1" * 51)}, ("phone", "too_long")),
        ({"comment": "x" * 5001}, ("comment", "too_long")),
        ({"comment": "a\x07b"}, ("comment", "control_characters")),
        ({"answers": []}, ("answers", "wrong_type")),
        ({"answers": {"No such question": "1"}}, ("answers", "unknown_question")),
    ],
)
def test_a_wrong_value_is_told_beside_its_field(citizen, fields, expected):
    assert expected in problems(citizen, {**wish(NINE), **fields})


@pytest.mark.parametrize("visitors", [None, [], "x"])
def test_a_visitor_without_anything_lacks_all_that_is_required(citizen, visitors):
    told = problems(citizen, wish(NINE, visitor=visitors))
    assert {("first_name", "required"), ("last_name", "required"), ("email", "required")} <= told


def test_all_that_is_wrong_is_told_at_once(citizen):
    assert problems(citizen, {}) == {
        ("type", "required"),
        ("start", "required"),
        ("first_name", "required"),
        ("last_name", "required"),
        ("email", "required"),
        ("consent", "required"),
    }


@pytest.mark.parametrize("body", [None, [], "x", 5])
def test_what_is_no_object_is_told(citizen, body):
    assert ("", "wrong_type") in problems(citizen, body)


def test_texts_are_stored_whole_in_normal_form(citizen):
    booked = citizen.book(
        wish(NINE, visitor=visitor("Le\u0301vy"), comment="line\r\nline\t" + "x" * 4000)
    ).appointment
    assert booked.last_name == "Lévy"
    assert booked.comment.startswith("line\r\nline\t")
    assert len(booked.comment) == 4011


QUESTIONS = [
    {"label": "Text", "kind": "text", "choices": [], "required": True},
    {"label": "Area", "kind": "textarea", "choices": [], "required": False},
    {"label": "Choice", "kind": "choice", "choices": ["a", "b"], "required": False},
    {"label": "Yes", "kind": "yesno", "choices": [], "required": True},
    {"label": "Number", "kind": "number", "choices": [], "required": False},
]


@pytest.fixture
def asking(office):
    change(office["cni"], questions=QUESTIONS)


def test_answers_are_kept_by_their_questions(asking, citizen):
    answers = {"Text": "t", "Area": "a\nb", "Choice": "a", "Yes": False, "Number": 2.5}
    assert citizen.book(wish(NINE, answers=answers)).appointment.answers == answers


def test_what_is_not_answered_is_left_out(asking, citizen):
    answers = {"Text": "t", "Area": "", "Choice": None, "Yes": True}
    assert citizen.book(wish(NINE, answers=answers)).appointment.answers == {"Text": "t", "Yes": True}


def test_staff_may_leave_required_questions_open(asking, receptionist):
    assert receptionist.book(wish(NINE)).appointment.answers == {}


@pytest.mark.parametrize(
    ("label", "value", "code"),
    [
        ("Text", "a\nb", "control_characters"),
        ("Text", "", "required"),
        ("Text", 5, "wrong_type"),
        ("Area", "x" * 5001, "too_long"),
        ("Choice", "c", "unknown_choice"),
        ("Yes", "yes", "wrong_type"),
        ("Yes", None, "required"),
        ("Number", "5", "wrong_type"),
        ("Number", True, "wrong_type"),
        ("Number", float("nan"), "out_of_bounds"),
        ("Number", 10**400, "out_of_bounds"),
    ],
)
def test_a_wrong_answer_is_told_by_its_question(asking, citizen, label, value, code):
    with pytest.raises(Invalid) as invalid:
        citizen.book(wish(NINE, answers={"Text": "t", "Yes": True, label: value}))
    assert [(one.field, one.code, one.values["label"]) for one in invalid.value.errors] == [
        ("answers", code, label)
    ]
