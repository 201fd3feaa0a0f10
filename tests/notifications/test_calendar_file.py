from collective.rendezvous.notifications.calendar_file import calendar_file
from collective.rendezvous.notifications.facts import Facts
from collective.rendezvous.notifications.facts import plain
from datetime import datetime
from icalendar import Calendar
from tests.notifications.invented import facts
from tests.notifications.invented import NOW
from tests.notifications.invented import PARIS
from tests.notifications.invented import TOWN
from typing import Any

import pytest


def published(made: Facts) -> bytes:
    return calendar_file(made, TOWN, NOW)


def event(made: Facts) -> Any:
    (found,) = Calendar.from_ical(published(made)).walk("VEVENT")
    return found


def test_the_file_is_published_with_a_lasting_uid() -> None:
    calendar = Calendar.from_ical(published(facts()))
    assert calendar["method"] == "PUBLISH"
    assert event(facts())["uid"] == "K7QM2X9RTA@section"
    assert event(facts())["sequence"] == 2


def test_no_line_is_longer_than_the_standard_allows() -> None:
    lines = published(facts()).split(b"\r\n")
    assert max(map(len, lines)) <= 75


def test_a_long_title_comes_back_whole() -> None:
    assert event(facts())["summary"] == facts().type


def test_hours_stand_in_their_zone_which_the_file_explains() -> None:
    made = facts(
        start=datetime(2026, 7, 1, 9, 0, tzinfo=PARIS), end=datetime(2026, 7, 1, 9, 20, tzinfo=PARIS)
    )
    calendar = Calendar.from_ical(published(made))
    (zone,) = calendar.walk("VTIMEZONE")
    assert zone["tzid"] == "Europe/Paris"
    assert event(made).decoded("dtstart") == made.start
    assert len(published(made)) < 5000


@pytest.mark.parametrize(
    ("state", "status"), [("confirmed", "CONFIRMED"), ("pending", "TENTATIVE"), ("cancelled", "CANCELLED")]
)
def test_the_state_is_told(state: str, status: str) -> None:
    assert event(facts(state=state))["status"] == status


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p>Un</p><p>Deux <b>trois</b></p>", "Un\nDeux trois"),
        ("<ul><li>Un</li><li>Deux</li></ul>", "Un\nDeux"),
        ("Un<br/>Deux", "Un\nDeux"),
        ("<p>&lt;b&gt; &amp; cie</p>", "<b> & cie"),
    ],
)
def test_instructions_become_plain_text(html: str, text: str) -> None:
    assert plain(html) == text
