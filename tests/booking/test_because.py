"""A warning gives its reason in full."""

from collective.rendezvous.booking.because import explained
from collective.rendezvous.booking.messages import of_finding
from collective.rendezvous.scheduling.rules import Finding
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest


PARIS = ZoneInfo("Europe/Paris")
HOURS = ((540, 720), (810, 1020))


def told(start: str, end: str, hours: Any = HOURS) -> str:
    day = "2026-11-12T"
    details = {
        "agent": "Nadia Benali",
        "start": datetime.fromisoformat(day + start).replace(tzinfo=PARIS),
        "end": datetime.fromisoformat(day + end).replace(tzinfo=PARIS),
        "hours": hours,
    }
    return of_finding(Finding("outside_availability", "start", "warn", details), "en", staff=True)


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [
        ("17:30", "17:50", "the day ends at 17:00"),
        ("16:50", "17:10", "the day ends at 17:00"),
        ("08:00", "08:20", "the day begins at 9:00"),
        ("12:30", "12:50", "the hours are 9:00 to 12:00, 13:30 to 17:00"),
    ],
)
def test_the_hours_of_the_day_explain_it(start: str, end: str, why: str) -> None:
    assert why in told(start, end)
    assert "Nadia Benali is not available on" in told(start, end)


def test_a_day_without_hours_is_said_to_have_none() -> None:
    assert "no hours on that day" in told("09:00", "09:20", ())


def test_hours_until_midnight() -> None:
    assert "midnight" in told("20:00", "20:20", ((540, 600), (1260, 1440)))


def test_an_absence_tells_its_reason_where_it_has_one() -> None:
    assert explained({"away": "Training"}, "en")["away"] == " (Training)"
    assert explained({"away": ""}, "en")["away"] == explained({}, "en")["away"] == ""
