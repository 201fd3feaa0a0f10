"""Wall-clock time and instants, minute by minute on every kind of day."""

from . import naive_day
from collective.rendezvous.scheduling.zone import at
from collective.rendezvous.scheduling.zone import end_of
from collective.rendezvous.scheduling.zone import missing
from collective.rendezvous.scheduling.zone import pieces
from datetime import date
from datetime import datetime
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest


DAY = 1440
PARIS, SANTIAGO, LORD_HOWE = (
    ZoneInfo(key) for key in ("Europe/Paris", "America/Santiago", "Australia/Lord_Howe")
)
DAYS = [
    (PARIS, date(2026, 3, 29), range(120, 180)),
    (PARIS, date(2026, 10, 25), ()),
    (PARIS, date(2026, 6, 15), ()),
    (SANTIAGO, date(2026, 9, 6), range(0, 60)),
    (SANTIAGO, date(2026, 4, 4), ()),
    (SANTIAGO, date(2026, 9, 5), ()),
    (LORD_HOWE, date(2026, 10, 4), range(120, 150)),
    (LORD_HOWE, date(2026, 4, 5), ()),
]
on_each_day = pytest.mark.parametrize(("zone", "day", "skipped"), DAYS)


@on_each_day
def test_missing_minutes_are_those_that_the_clocks_skip(zone, day, skipped):
    assert missing(zone, day) == sum(1 << minute for minute in skipped)
    assert set(range(DAY)) - naive_day.existing_minutes(zone, day) == set(skipped)


@on_each_day
def test_each_minute_of_a_day_is_told_as_the_oracle_tells_it(zone, day, skipped):
    for minute in [*range(0, DAY, 7), *range(0, 240), DAY, DAY + 30, 2 * DAY]:
        assert at(zone, day, minute).isoformat() == naive_day.moment(zone, day, minute).isoformat()


@on_each_day
def test_an_end_is_told_as_the_oracle_tells_it(zone, day, skipped):
    for minute in sorted(naive_day.existing_minutes(zone, day)):
        start = at(zone, day, minute)
        for length in (5, 30, 60, 90, 480):
            expected = naive_day.moment(zone, day, minute + length)
            assert end_of(start, length).isoformat() == expected.isoformat()


def test_a_missing_minute_is_told_as_the_first_existing_one():
    assert at(PARIS, date(2026, 3, 29), 150).isoformat() == "2026-03-29T03:00:00+02:00"
    assert at(SANTIAGO, date(2026, 9, 5), DAY).isoformat() == "2026-09-06T01:00:00-03:00"
    assert at(LORD_HOWE, date(2026, 10, 4), 121).isoformat() == "2026-10-04T02:30:00+11:00"


def test_an_end_stays_in_the_second_of_two_hours_when_the_start_lies_in_it():
    start = datetime(2026, 10, 25, 2, 10, tzinfo=PARIS, fold=1)
    assert end_of(start, 20).isoformat() == "2026-10-25T02:30:00+01:00"
    assert end_of(start, 60).isoformat() == "2026-10-25T03:10:00+01:00"
    assert end_of(start.replace(fold=0), 20).isoformat() == "2026-10-25T02:30:00+02:00"
    assert end_of(start.replace(fold=0), 60).isoformat() == "2026-10-25T03:10:00+01:00"


def test_a_stretch_is_cut_at_each_midnight():
    start = datetime(2026, 6, 15, 23, 30, tzinfo=PARIS)
    monday = date(2026, 6, 15)
    tuesday, wednesday = monday + timedelta(days=1), monday + timedelta(days=2)
    assert pieces(start, 20) == [(monday, 1410, 1430)]
    assert pieces(start, 30) == [(monday, 1410, 1440)]
    assert pieces(start, 31) == [(monday, 1410, 1440), (tuesday, 0, 1)]
    assert pieces(start, 30 + DAY + 10) == [(monday, 1410, 1440), (tuesday, 0, 1440), (wednesday, 0, 10)]


def test_a_stretch_is_cut_by_the_clock_on_the_wall_whatever_the_offsets():
    start = datetime(2026, 10, 25, 2, 30, tzinfo=PARIS, fold=1)
    assert pieces(start, 60) == [(date(2026, 10, 25), 150, 210)]


@on_each_day
def test_minutes_follow_each_other(zone, day, skipped):
    instants = [at(zone, day, minute).timestamp() for minute in range(DAY + 1)]
    assert instants == sorted(instants)
