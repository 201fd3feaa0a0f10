"""Until when an offer holds."""

from collective.rendezvous.booking.waiting.deadline import by_day
from collective.rendezvous.booking.waiting.deadline import deadline
from collective.rendezvous.booking.waiting.deadline import LONGEST
from collective.rendezvous.booking.waiting.deadline import SHORTEST
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from zoneinfo import ZoneInfo

import pytest


PARIS = ZoneInfo("Europe/Paris")


def paris(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


@pytest.mark.parametrize(
    ("now", "start", "notice", "until"),
    [
        ("2026-11-24 10:00", "2026-12-01 10:00", 0, "2026-11-24 12:00"),
        ("2026-11-24 10:00", "2026-11-24 16:00", 0, "2026-11-24 11:30"),
        ("2026-11-24 10:00", "2026-11-24 11:00", 0, "2026-11-24 10:30"),
        ("2026-11-24 10:00", "2026-11-24 10:30", 0, "2026-11-24 10:30"),
        ("2026-11-24 10:00", "2026-11-24 10:29", 0, None),
        ("2026-11-24 10:00", "2026-11-24 09:00", 0, None),
        ("2026-11-24 10:00", "2026-11-25 10:30", 24, "2026-11-24 10:30"),
        ("2026-11-24 10:00", "2026-11-25 10:29", 24, None),
        ("2026-11-24 20:30", "2026-12-01 10:00", 0, "2026-11-25 09:30"),
        ("2026-11-24 23:00", "2026-12-01 10:00", 0, "2026-11-25 10:00"),
        ("2026-11-25 03:00", "2026-12-01 10:00", 0, "2026-11-25 10:00"),
        ("2026-11-24 23:00", "2026-11-25 09:00", 0, "2026-11-25 09:00"),
        ("2026-11-24 19:00", "2026-12-01 10:00", 0, "2026-11-24 21:00"),
        ("2026-10-24 22:00", "2026-12-01 10:00", 0, "2026-10-25 10:00"),
        ("2026-03-28 22:00", "2026-12-01 10:00", 0, "2026-03-29 10:00"),
    ],
)
def test_an_offer_holds_for_a_while_of_the_day(now, start, notice, until):
    found = deadline(paris(now), paris(start), notice, PARIS)
    assert found == (paris(until) if until else None)


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(lambda it: it.replace(tzinfo=UTC))


@given(MOMENTS, st.integers(0, 60 * 24 * 40), st.integers(0, 100))
def test_an_offer_is_never_too_short_nor_later_than_one_may_book(now, minutes, notice):
    start = now + timedelta(minutes=minutes)
    found = deadline(now, start, notice, PARIS)
    if found is None:
        assert minutes < notice * 60 + SHORTEST
    else:
        assert found <= start - timedelta(hours=notice)
        assert found - now >= timedelta(minutes=SHORTEST - 1)


@given(MOMENTS, st.integers(SHORTEST, LONGEST))
def test_time_runs_by_day_alone(now, minutes):
    found = by_day(now, minutes, PARIS).astimezone(PARIS)
    assert 8 <= found.hour < 21 or (found.hour, found.minute) == (21, 0)
    assert found > now
