"""What `_p_resolveConflict` makes of two writers that began from the same lane."""

from collective.rendezvous.ledger.lane import Lane
from ZODB.POSException import ConflictError

import pytest


F = (540, 560, "Z/540", 100, 3)
A, B, C, H = (540, 560, "A"), (560, 580, "B"), (600, 620, "C"), (640, 660, "H", 100, 1)


def merge(old, theirs, ours, capacities=(1, 1, 1)):
    lanes = zip(capacities, (old, theirs, ours), strict=True)
    states = [(capacity, tuple(entries)) for capacity, entries in lanes]
    return Lane(1)._p_resolveConflict(*states)


def test_two_that_fit_are_both_kept():
    assert merge([C], [A, C], [B, C]) == (1, (A, B, C))


def test_two_that_overlap_conflict():
    with pytest.raises(ConflictError):
        merge([], [A], [(550, 570, "B")])


def test_two_at_the_same_time_fit_a_counter_for_two():
    assert merge([], [A], [(540, 560, "B")], (2, 2, 2)) == (2, (A, (540, 560, "B")))


def test_the_third_does_not():
    with pytest.raises(ConflictError):
        merge([A], [A, (540, 560, "B")], [A, (550, 570, "C")], (2, 2, 2))


def test_one_frees_and_the_other_takes_elsewhere():
    assert merge([A, C], [C], [A, B, C]) == (1, (B, C))
    assert merge([A, C], [A, B, C], [C]) == (1, (B, C))


def test_both_free_the_same():
    assert merge([A, C], [C], [C]) == (1, (C,))


def test_both_sweep_what_has_lapsed():
    assert merge([H], [A], [B]) == (1, (A, B))


def test_one_swept_and_took_the_place_the_other_did_not_sweep():
    assert merge([H], [A, H], [(640, 660, "B")]) == (1, (A, (640, 660, "B")))


def test_one_took_a_place_that_the_other_still_counts_as_taken():
    with pytest.raises(ConflictError):
        merge([A], [A, H], [A, (650, 670, "B")])


def test_confirmed_by_one_and_swept_by_the_other_is_a_conflict():
    with pytest.raises(ConflictError):
        merge([H], [H[:3]], [A])
    with pytest.raises(ConflictError):
        merge([H], [A], [H[:3]])


def test_moved_by_both_is_a_conflict():
    with pytest.raises(ConflictError):
        merge([A], [(600, 620, "A")], [(700, 720, "A")])


def test_moved_by_one_and_freed_by_the_other_is_a_conflict():
    with pytest.raises(ConflictError):
        merge([A], [], [(700, 720, "A")])


def test_one_moves_away_and_the_other_does_something_else():
    assert merge([A], [A, B], [(700, 720, "A")]) == (1, (B, (700, 720, "A")))


@pytest.mark.parametrize("capacities", [(2, 2, 1), (2, 1, 2), (1, 2, 1), (1, 1, 2)])
def test_the_smaller_capacity_wins(capacities):
    assert merge([], [A], [B], capacities) == (1, (A, B))
    with pytest.raises(ConflictError):
        merge([], [A], [(550, 570, "B")], capacities)


def test_a_capacity_that_both_raised_holds():
    assert merge([A], [A, (540, 560, "B")], [A, C], (1, 2, 2))[0] == 2


def test_a_lane_that_is_over_its_capacity_still_merges_elsewhere():
    over = [A, (540, 560, "X")]
    assert merge(over, [*over, B], [*over, C]) == (1, (A, (540, 560, "X"), B, C))
    assert merge(over, [*over, B], [A]) == (1, (A, B))
    with pytest.raises(ConflictError):
        merge(over, [*over, B], [*over, (550, 555, "Y")])


def test_confirming_on_a_lane_that_is_over_its_capacity_merges():
    over = [A, (540, 560, "X", 100, 0)]
    assert merge(over, [*over, B], [A, (540, 560, "X")]) == (1, (A, (540, 560, "X"), B))


def test_what_is_closed_stands_in_nobodys_way():
    assert merge([], [F], [A]) == (1, (A, F))
    assert merge([], [A], [F]) == (1, (A, F))


def test_two_that_overlap_where_it_was_closed_conflict():
    with pytest.raises(ConflictError):
        merge([F], [F, A], [F, (550, 570, "B")])
