from .build import NOW
from collective.rendezvous.ledger.answers import Answers
from collective.rendezvous.ledger.answers import KeyReused
from datetime import timedelta

import pytest


KEY = "0123456789abcdef"
DAY = timedelta(hours=24)


def remembering():
    answers = Answers()
    answers.remember(KEY, b"body", "K7QM2X9RTA", NOW, ("confirmed", 20))
    return answers


def test_the_same_request_finds_its_answer():
    answer = remembering().find(KEY, b"body", NOW + timedelta(hours=23))
    assert (answer.reference, answer.told) == ("K7QM2X9RTA", ("confirmed", 20))


def test_another_key_finds_none():
    assert remembering().find("f" * 16, b"body", NOW) is None


def test_the_same_key_with_another_request_is_an_error():
    with pytest.raises(KeyReused):
        remembering().find(KEY, b"another", NOW)


def test_after_a_day_a_key_is_new():
    answers = remembering()
    assert answers.find(KEY, b"body", NOW + DAY) is None
    assert answers.find(KEY, b"another", NOW + DAY) is None


def test_what_is_old_goes_when_its_cell_is_written(monkeypatch):
    monkeypatch.setattr("collective.rendezvous.ledger.cells.CELLS", 1)
    answers = remembering()
    answers.remember("f" * 16, b"", "B", NOW + timedelta(hours=1))
    assert answers.find(KEY, b"body", NOW) is not None
    answers.remember("e" * 16, b"", "C", NOW + DAY)
    assert [stored[3] for stored in answers.read(b"")] == ["B", "C"]


def test_neither_key_nor_request_is_stored():
    stored = repr([cell.value for tree in remembering().trees for cell in tree.values()])
    assert KEY not in stored
    assert "body" not in stored
