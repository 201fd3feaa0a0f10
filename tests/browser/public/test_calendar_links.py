"""The links that put an appointment into a calendar on the web."""

from collections.abc import Callable
from collective.rendezvous.addresses import manage_url
from collective.rendezvous.notifications.calendar_links import google
from collective.rendezvous.notifications.calendar_links import outlook
from datetime import datetime
from lxml.html import fromstring
from tests.notifications.invented import facts
from tests.notifications.invented import PARIS
from typing import Any
from urllib.parse import parse_qs
from urllib.parse import urlsplit

import pytest


def asked(url: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}


def test_google_is_told_when_where_and_what_for() -> None:
    query = asked(google(facts()))
    assert query["action"] == "TEMPLATE"
    assert query["text"] == facts().type
    assert query["dates"] == "20261112T092000/20261112T094000"
    assert query["ctz"] == "Europe/Paris"
    assert query["location"] == facts().address
    assert "K7QM2X9RTA" in query["details"]
    assert "- Photo" in query["details"]


def test_outlook_is_told_the_same() -> None:
    query = asked(outlook(facts()))
    assert query["rru"] == "addevent"
    assert query["subject"] == facts().type
    assert (query["startdt"], query["enddt"]) == ("2026-11-12T09:20:00+01:00", "2026-11-12T09:40:00+01:00")
    assert query["location"] == facts().address
    assert "K7QM2X9RTA" in query["body"]


@pytest.mark.parametrize("link", [google, outlook])
def test_no_calendar_on_the_web_learns_the_key_or_the_name(link: Callable[..., str]) -> None:
    url = link(facts(type="a&b=c#d\r\nX: y", instructions="x" * 50_000))
    for secret in ("key=abc", "appointment", "In%C3%A8s", "Garnier", "\n"):
        assert secret not in url
    assert len(url) < 4000
    assert asked(url).keys() <= asked(link(facts())).keys()


@pytest.mark.parametrize("link", [google, outlook])
def test_an_hour_of_summer_keeps_its_own(link: Callable[..., str]) -> None:
    start = datetime(2026, 7, 1, 9, 0, tzinfo=PARIS)
    url = link(facts(start=start, end=start.replace(minute=20)))
    assert "20260701T090000" in url or "2026-07-01T09%3A00%3A00%2B02%3A00" in url


@pytest.mark.parametrize("more", [{}, {"booked": "1"}])
def test_both_pages_link_to_them_and_tell_nobody_where_one_comes_from(
    citizen: Any, book: Callable[..., Any], more: dict[str, str]
) -> None:
    mine = book("2026-11-12T09:20:00+01:00")
    citizen.open(manage_url(citizen.home, mine.reference, mine.key, **more))
    links = [
        link
        for link in fromstring(citizen.contents).iter("a")
        if urlsplit(link.get("href", "")).hostname in ("calendar.google.com", "outlook.live.com")
    ]
    assert [link.text_content() for link in links] == ["Google Agenda", "Outlook"]
    for link in links:
        assert link.get("rel") == "noreferrer noopener"
        assert mine.key not in link.get("href")
        assert "Durand" not in link.get("href")


def test_what_is_cancelled_goes_into_no_calendar(citizen: Any, desk: Any, book: Callable[..., Any]) -> None:
    mine = book("2026-11-12T09:20:00+01:00")
    desk.cancel(mine.reference, mine.key)
    citizen.open(manage_url(citizen.home, mine.reference, mine.key))
    assert "calendar.google.com" not in citizen.contents
