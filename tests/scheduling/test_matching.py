"""The largest matching, against every way to seat the agents."""

from .oracle import matching
from collective.rendezvous.scheduling.matching import fewer
from collective.rendezvous.scheduling.matching import largest
from hypothesis import assume
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st


some = settings(max_examples=settings.default.max_examples // 3)


@st.composite
def tables(draw):
    """(choices, seats): for each agent a mask of counters, for each counter its free seats."""
    seats = draw(st.lists(st.integers(0, 3), min_size=1, max_size=5))
    choices = draw(st.lists(st.integers(0, (1 << len(seats)) - 1), max_size=6))
    return choices, seats


def brute_force(choices, seats):
    numbers = tuple(tuple(n for n in range(len(seats)) if choice >> n & 1) for choice in choices)
    return matching(numbers, tuple(seats))


@some
@given(tables())
def test_as_many_sit_as_can_in_any_way(table):
    choices, seats = table
    assert largest(choices, 0, seats) == brute_force(choices, seats)


@some
@given(tables(), st.integers(0, 4))
def test_those_who_may_sit_anywhere_fill_what_is_left(table, easy):
    choices, seats = table
    anywhere = (1 << len(seats)) - 1
    assert largest(choices, easy, seats) == brute_force([*choices, *[anywhere] * easy], seats)


@some
@given(tables(), st.data())
def test_what_is_left_when_one_has_sat_down_is_what_the_others_can_have(table, data):
    choices, seats = table
    able = [(a, c) for a, choice in enumerate(choices) for c, n in enumerate(seats) if n and choice >> c & 1]
    assume(able)
    agent, counter = data.draw(st.sampled_from(able))
    others = [choice for at, choice in enumerate(choices) if at != agent]
    left = [n - (at == counter) for at, n in enumerate(seats)]
    assert fewer(choices, seats, agent, counter) == brute_force(others, left)


def test_nobody_sits_where_there_is_no_seat():
    assert largest([], 0, []) == 0
    assert largest([], 3, []) == 0
    assert largest([1, 1], 2, [0]) == 0


def test_a_long_chain_of_exchanges_seats_everybody():
    choices = [0b11 << n for n in range(9)] + [0b1]
    assert largest(choices, 0, [1] * 10) == 10
