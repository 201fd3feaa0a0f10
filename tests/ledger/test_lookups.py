from collective.rendezvous.ledger.lookups import Lookup
from itertools import islice
from random import Random

import pytest


def test_rows_come_in_order_from_all_trees():
    rows = [(Random(n).randrange(50), n) for n in range(500)]
    lookup = Lookup()
    for row in rows:
        lookup.add(row)
    assert list(lookup) == sorted(rows)
    assert list(lookup.between((10,), (20,))) == sorted(row for row in rows if 10 <= row[0] < 20)


@pytest.mark.parametrize("exact", [False, True])
def test_texts_are_found_by_their_beginning(exact):
    lookup = Lookup(exact)
    texts = ["dupond jean", "dupont", "dupont jeanne", "dupré", "durand", "dupont\U0001f600"]
    for number, text in enumerate(texts):
        lookup.add((text, 5, number))
    assert sorted(row[0] for row in lookup.beginning("dupont")) == [
        "dupont",
        "dupont jeanne",
        "dupont\U0001f600",
    ]


def test_an_exact_look_up_reads_one_tree():
    lookup = Lookup(exact=True)
    for number in range(100):
        lookup.add(("a@exemple.fr", number, number))
        lookup.add((f"a{number}@exemple.fr", 1, number))
        lookup.add(("a@exemple.fr.example", 1, number))
    assert [row[-1] for row in lookup.at("a@exemple.fr")] == list(range(100))
    assert [row[-1] for row in lookup.at("a@exemple.fr", 90)] == list(range(90, 100))
    assert len([tree for tree in lookup.trees if any(row[0] == "a@exemple.fr" for row in tree)]) == 1


def test_rows_can_be_removed_and_added_again():
    lookup = Lookup()
    lookup.add((1, 2))
    lookup.add((1, 2))
    assert (1, 2) in lookup
    lookup.remove((1, 2))
    lookup.remove((1, 2))
    assert (1, 2) not in lookup
    assert list(lookup) == []


def test_the_first_rows_are_read_without_the_rest():
    lookup = Lookup()
    for id in range(10_000):
        lookup.add((id, id))
    assert list(islice(lookup.between((5,), (9_999,)), 2)) == [(5, 5), (6, 6)]


def test_a_broken_character_is_a_value_like_another():
    lookup = Lookup(exact=True)
    lookup.add(("\ud800", 1, 1))
    assert list(lookup.at("\ud800")) == [("\ud800", 1, 1)]
