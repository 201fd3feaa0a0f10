from collective.rendezvous.ledger.references import ALPHABET
from collective.rendezvous.ledger.references import id_of
from collective.rendezvous.ledger.references import new_id
from collective.rendezvous.ledger.references import new_key
from collective.rendezvous.ledger.references import reference_of
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

import pytest


@settings(deadline=None, derandomize=True, database=None)
@given(st.lists(st.integers(0, 2**50 - 1), min_size=2))
def test_a_reference_writes_its_id_and_keeps_its_order(ids):
    references = [reference_of(id) for id in ids]
    assert [id_of(reference) for reference in references] == ids
    assert sorted(references) == [reference_of(id) for id in sorted(ids)]


def test_references_have_nothing_that_is_misread():
    assert not set("0O1I") & set(ALPHABET)
    assert len(set(ALPHABET)) == 32
    assert list(ALPHABET) == sorted(ALPHABET)


NONE = ["", "K7QM2X9RT", "K7QM2X9RTAA", "k7qm2x9rta", "K7QM2X9RT0", "K7QM2X9RT ", "É" * 10, "\ud800" * 10]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_reference_has_no_id(text):
    assert id_of(text) is None


def test_ids_and_keys_are_new_each_time():
    assert len({new_id() for _ in range(1000)}) == 1000
    keys = {new_key() for _ in range(1000)}
    assert len(keys) == 1000
    assert {len(key) for key in keys} == {22}
