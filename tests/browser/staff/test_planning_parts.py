"""The pure parts of the planning: side by side, free time in pieces, who is there."""

from collective.rendezvous.browser.staff.planning.lanes import lanes
from collective.rendezvous.browser.staff.planning.openings import openings
from collective.rendezvous.browser.staff.planning.presence import full
from collective.rendezvous.scheduling.minutes import span
from hypothesis import given
from hypothesis import strategies as st


STRETCHES = st.lists(st.tuples(st.integers(0, 1400), st.integers(1, 200)), max_size=12).map(
    lambda pairs: sorted((start, start + length) for start, length in pairs)
)


def test_what_does_not_overlap_has_the_whole_width() -> None:
    assert lanes([(540, 560), (560, 580), (600, 620)]) == [(0, 1)] * 3


def test_what_overlaps_stands_side_by_side_and_a_lane_is_used_again() -> None:
    assert lanes([(540, 560), (540, 570), (560, 580), (600, 620)]) == [(0, 2), (1, 2), (0, 2), (0, 1)]


@given(STRETCHES)
def test_nothing_covers_anything_else(stretches: list[tuple[int, int]]) -> None:
    places = lanes(stretches)
    assert len(places) == len(stretches)
    for at, (start, end) in enumerate(stretches):
        assert 0 <= places[at].lane < places[at].lanes
        for other in range(at):
            if stretches[other][1] > start and end > stretches[other][0]:
                assert places[other].lanes == places[at].lanes
                assert places[other].lane != places[at].lane


def test_free_time_is_cut_at_hours() -> None:
    assert list(openings(span(540, 720), 20)) == [(540, 600), (600, 660), (660, 720)]


def test_no_piece_is_too_small_to_press_or_to_hold_an_appointment() -> None:
    assert list(openings(span(590, 700), 20)) == [(590, 660), (660, 700)]
    assert list(openings(span(540, 555), 20)) == []
    assert list(openings(span(540, 610), 20)) == [(540, 610)]


@given(STRETCHES, st.integers(5, 120))
def test_the_pieces_lie_in_the_free_time(stretches: list[tuple[int, int]], need: int) -> None:
    free = full(stretches, 1)
    seen = 0
    for start, end in openings(free, need):
        assert span(start, end) & ~free == 0
        assert span(start, start + need) & ~free == 0
        assert span(start, end) & seen == 0
        seen |= span(start, end)


@given(STRETCHES, st.integers(1, 4))
def test_a_counter_is_full_where_as_many_overlap_as_it_holds(
    stretches: list[tuple[int, int]], capacity: int
) -> None:
    mask = full(stretches, capacity)
    for minute in range(0, 1600, 7):
        there = sum(start <= minute < end for start, end in stretches)
        assert bool(mask >> minute & 1) == (there >= capacity)
