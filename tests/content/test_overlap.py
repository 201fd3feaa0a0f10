from collective.rendezvous.content.checks.overlap import overlapping
from collective.rendezvous.scheduling.office import Availability
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st


DAYS = st.dates(date(2020, 1, 1), date(2021, 3, 1))


@st.composite
def hours(draw):
    first = draw(st.none() | DAYS)
    last = draw(st.none() | DAYS.map(lambda day: max(day, first or day)))
    start = draw(st.integers(0, 5))
    return Availability(
        uid="",
        days=draw(st.frozensets(st.integers(0, 6), min_size=1, max_size=3)),
        start=start,
        end=start + draw(st.integers(1, 3)),
        types=frozenset(),
        valid_from=first,
        valid_until=last,
        weeks=draw(st.sampled_from(["every", "even", "odd"])),
    )


@given(hours(), hours())
def test_overlap_is_what_walking_over_all_days_says(one, other):
    days = (date(2018, 1, 1) + timedelta(n) for n in range(2000))
    minutes = set(range(one.start, one.end)) & set(range(other.start, other.end))
    naive = bool(minutes) and any(one.applies(day) and other.applies(day) for day in days)
    assert overlapping(one, other) == overlapping(other, one) == naive


def test_the_two_odd_weeks_at_the_end_of_a_long_year_are_no_even_one():
    """2026 has 53 weeks: 52, then 53 and 1."""
    even = Availability("", frozenset({0}), 0, 60, frozenset(), weeks="even")
    odd = Availability(
        "", frozenset({0}), 0, 60, frozenset(), valid_from=date(2026, 12, 28), valid_until=date(2027, 1, 4)
    )
    assert not overlapping(even, odd)


def test_the_last_days_of_the_calendar_are_no_trouble():
    late = Availability("", frozenset(range(7)), 0, 60, frozenset(), valid_from=date(9999, 12, 30))
    early = Availability("", frozenset(range(7)), 0, 60, frozenset(), valid_until=date(1, 1, 2))
    assert overlapping(late, late)
    assert overlapping(early, early)
    assert not overlapping(late, early)
