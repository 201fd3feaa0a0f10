"""Sets of minutes as integers, against sets of Python."""

from collective.rendezvous.scheduling.minutes import bits
from collective.rendezvous.scheduling.minutes import erode
from collective.rendezvous.scheduling.minutes import span
from collective.rendezvous.scheduling.minutes import stretches
from collective.rendezvous.scheduling.occupancy import taken
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st


DAY = 1440
SHORT = 300
"""The property tests look at days of five hours, to be quick: a mask knows no end."""

few = settings(max_examples=settings.default.max_examples // 20)

minute_sets = st.sets(st.integers(0, SHORT - 1)) | st.builds(
    lambda pairs: {minute for start, length in pairs for minute in range(start, min(start + length, SHORT))},
    st.lists(st.tuples(st.integers(0, SHORT - 1), st.integers(1, 90)), max_size=6),
)


def mask(minutes):
    return sum(1 << minute for minute in minutes)


def minutes(mask):
    return {minute for minute in range(mask.bit_length()) if mask >> minute & 1}


def test_a_span_holds_its_start_and_not_its_end():
    assert minutes(span(540, 543)) == {540, 541, 542}


def test_a_span_that_ends_before_it_starts_is_empty():
    assert span(543, 540) == span(540, 540) == 0


def test_a_whole_day_has_1440_minutes():
    assert len(minutes(span(0, DAY))) == DAY


@few
@given(minute_sets)
def test_bits_are_the_minutes_in_order(there):
    assert list(bits(mask(there))) == sorted(there)


@few
@given(minute_sets, st.integers(1, 120))
def test_erosion_leaves_the_minutes_at_which_so_many_can_start(there, length):
    able = {minute for minute in there if all(minute + n in there for n in range(length))}
    assert minutes(erode(mask(there), length)) == able


@few
@given(minute_sets)
def test_stretches_are_the_longest_runs_in_order(there):
    found = list(stretches(mask(there)))
    assert {minute for start, end in found for minute in range(start, end)} == there
    assert all(start < end for start, end in found)
    assert all(end < start for (_, end), (start, _) in zip(found, found[1:], strict=False))


appointments = st.lists(
    st.tuples(st.integers(0, SHORT - 1), st.integers(1, 120)).map(
        lambda pair: (pair[0], min(sum(pair), SHORT))
    ),
    max_size=12,
)


@few
@given(appointments)
def test_what_is_taken_counts_the_appointments_at_each_minute(pairs):
    found = taken(pairs)
    assert found.count == len(pairs)
    for capacity in range(1, len(pairs) + 2):
        expected = {m for m in range(SHORT) if sum(start <= m < end for start, end in pairs) >= capacity}
        assert minutes(found.busy(capacity)) == expected


@few
@given(appointments, st.integers(0, SHORT - 1), st.integers(1, 200))
def test_the_peak_is_the_most_appointments_at_one_minute(pairs, start, length):
    most = max(sum(s <= m < e for s, e in pairs) for m in range(start, start + length))
    assert taken(pairs).peak(span(start, start + length)) == most


def test_what_is_taken_by_nobody_is_nothing():
    assert taken([]).levels == ()
    assert taken([]).busy(1) == 0
