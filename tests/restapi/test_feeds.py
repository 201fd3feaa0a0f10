"""Calendar feeds: opened by their secret alone, renewed by whom they belong to."""

from ..town import change
from .sending import at
from .sending import booked
from .sending import staffs
from icalendar import Calendar
from plone import api
from typing import Any
from urllib.parse import parse_qs
from urllib.parse import urlsplit

import pytest
import requests
import transaction


@pytest.fixture
def boss(people: Any) -> Any:
    return people("boss")


@pytest.fixture
def url(boss: Any) -> str:
    return str(boss.get("nadia").json()["feed_url"])


def fetched(url: str, **headers: str) -> requests.Response:
    """What a calendar program gets: it says nothing of JSON, and is not logged in."""
    with requests.Session() as session:
        session.trust_env = False
        return session.get(url, headers={"Accept": "text/calendar", **headers}, timeout=60)


def events(url: str) -> list[Any]:
    answer = fetched(url)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert max(len(line) for line in answer.content.split(b"\r\n")) <= 75
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def test_a_feed_tells_type_and_reference_and_names_nobody(boss: Any, url: str) -> None:
    made = boss.book(booked("10:00", agent="nadia", comment="Fauteuil", notes="Interprète"))
    (event,) = events(url)
    assert str(event["summary"]) == "Carte d'identité"
    assert made["reference"] in event["description"]
    assert event["dtstart"].dt.isoformat() == at("10:00")
    assert event["dtend"].dt.isoformat() == at("10:20")
    text = fetched(url).text
    for secret in ("Durand", "Marie", "example.org", "Fauteuil", "Interprète"):
        assert secret not in text, secret


def test_visitors_are_named_where_the_section_allows_it(boss: Any, url: str, hall: Any) -> None:
    change(hall, feed_personal_data=True)
    transaction.commit()
    boss.book(booked("10:00", agent="nadia", comment="Fauteuil", notes="Interprète"))
    (event,) = events(url)
    assert str(event["summary"]) == "Carte d'identité: Marie Durand"
    assert "Fauteuil" in event["description"]
    assert "Interprète" not in fetched(url).text


def test_each_agent_and_each_counter_has_its_own(boss: Any, url: str) -> None:
    boss.book(booked("10:00", agent="nadia", counter="annexe"))
    boss.book(booked("10:00", agent="boss", counter="guichet-standard"))
    urls = [boss.get(name).json()["feed_url"] for name in ("nadia", "boss", "annexe", "guichet-standard")]
    assert len(set(urls)) == 4
    assert [len(events(each)) for each in urls] == [1, 1, 1, 1]
    assert str(events(urls[0])[0]["location"]) == "Annexe"


def test_a_program_that_asks_again_is_told_that_nothing_changed(boss: Any, url: str, hall: Any) -> None:
    made = boss.book(booked("10:00", agent="nadia"))
    tag = fetched(url).headers["ETag"]
    again = fetched(url, **{"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    boss.patch(staffs(made), {"start": at("10:20"), "confirm": ["off_grid"]})
    moved = fetched(url, **{"If-None-Match": tag})
    assert moved.status_code == 200
    change(hall["nadia"], title="Nadia Benali")
    transaction.commit()
    assert fetched(url, **{"If-None-Match": moved.headers["ETag"]}).status_code == 200


def test_what_is_cancelled_or_too_long_ago_is_not_in_it(boss: Any, url: str, clock: Any) -> None:
    gone = boss.book(booked("10:00", agent="nadia"))
    boss.book(booked("10:20", agent="nadia"))
    boss.post(staffs(gone, "cancel"))
    assert len(events(url)) == 1
    clock.passes(days=31)
    assert events(url) == []


def test_a_wrong_secret_finds_nothing(boss: Any, url: str, hall: Any, people: Any) -> None:
    base = url.partition("?")[0]
    answers = [
        fetched(each)
        for each in (
            base,
            f"{base}?token=",
            f"{base}?token=x",
            f"{url}x",
            f"{base}?token=%FF%00",
            f"{base}?token=a&token=b",
        )
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert fetched(boss.get("gone").json()["feed_url"]).status_code == 404, "not active any more"
    hall.portal_workflow.doActionFor(hall, "prepare")
    transaction.commit()
    assert fetched(url).status_code == 200
    assert fetched(f"{url}x").status_code == 404


def test_a_new_secret_ends_the_old_one(boss: Any, people: Any, url: str) -> None:
    renewed = people("nadia").post("nadia/@renew-feed").json()["feed_url"]
    assert renewed != url
    assert fetched(url).status_code == 404
    assert fetched(renewed).status_code == 200
    assert boss.get("nadia").json()["feed_url"] == renewed
    assert boss.post("nadia/@renew-feed").status_code == 200
    assert fetched(renewed).status_code == 404
    assert boss.post("annexe/@renew-feed").status_code == 200


def test_only_ones_own_is_renewed_unless_one_sets_the_section_up(people: Any) -> None:
    for who in ("citizen", "member", "gone"):
        for name in ("nadia", "annexe"):
            assert people(who).post(f"{name}/@renew-feed").status_code in (401, 403), (who, name)
    for name in ("boss", "annexe"):
        assert people("nadia").post(f"{name}/@renew-feed").status_code in (401, 403)
    assert people("gone").post("gone/@renew-feed").status_code in (401, 403)


def test_staff_alone_are_told_the_address(people: Any) -> None:
    assert people("nadia").get("annexe").json()["feed_url"]
    assert "feed_url" not in people("citizen").get("annexe").json()
    assert "feed_url" not in people("member").get("annexe").json()


def test_no_secret_travels_with_content(hall: Any, functional: Any, boss: Any, url: str) -> None:
    from collective.rendezvous.booking.feeds import feed_token
    from plone.restapi.interfaces import ISerializeToJson
    from zope.component import getMultiAdapter

    import json

    secret = parse_qs(urlsplit(url).query)["token"][0]
    with api.env.adopt_roles(["Manager"]):
        copied = api.content.copy(hall, hall.__parent__, "copy")
        beside = api.content.copy(hall["annexe"], hall, "annexe-2")
        transaction.commit()
        assert feed_token(copied, copied["nadia"].UID()) not in ("", secret)
        assert feed_token(hall, beside.UID()) not in ("", feed_token(hall, hall["annexe"].UID()))
        told = getMultiAdapter((hall["nadia"], functional["request"]), ISerializeToJson)()
    assert secret not in json.dumps(told, default=str)
    assert fetched(url.replace("/rendez-vous/", "/copy/")).status_code == 404


def test_a_secret_goes_with_what_is_removed(hall: Any, boss: Any) -> None:
    address = boss.get("annexe").json()["feed_url"]
    assert boss.delete("annexe").status_code == 204
    assert fetched(address).status_code == 404


def test_looking_writes_nothing(hall: Any, boss: Any, url: str) -> None:
    transaction.begin()
    before = hall._p_jar.db().lastTransaction()
    boss.get("nadia")
    events(url)
    boss.get("@statistics")
    boss.get("@appointments-export")
    transaction.begin()
    assert hall._p_jar.db().lastTransaction() == before
