"""Appointments to come that today's set-up would refuse, over HTTP."""

from ..town import agent
from ..town import change
from ..town import create
from .people import PUBLIC
from .people import STAFF
from .sending import at
from .sending import booked
from .sending import staffs
from .sending import wrong
from datetime import date
from datetime import datetime
from plone import api

import pytest
import transaction


@pytest.fixture
def left(hall, nadia):
    """One of Nadia's at ten, who is away from ten to eleven."""
    made = nadia.book({**booked("10:00"), "agent": "nadia", "counter": "guichet-standard"})
    api.content.transition(hall["boss"], "deactivate")
    create(hall["nadia"], "Unavailability", start=datetime(2026, 11, 24, 10), end=datetime(2026, 11, 24, 11))
    transaction.commit()
    return made


@pytest.mark.parametrize("name", PUBLIC)
def test_the_public_sees_none(people, name):
    answer = people(name).get("@stranded")
    assert answer.status_code in (401, 403)
    assert set(answer.json()) <= {"type", "message"}
    assert people(name).ask("HEAD", "@stranded").status_code in (401, 403)


@pytest.mark.parametrize("name", STAFF)
def test_all_staff_see_them(people, name):
    answer = people(name).get("@stranded")
    assert (answer.status_code, answer.json()) == (200, {"items": [], "items_total": 0})
    assert answer.headers["Cache-Control"] == "no-store"
    head = people(name).ask("HEAD", "@stranded")
    assert (head.status_code, head.content) == (200, b"")


def test_whoever_may_see_the_planning_sees_them(hall, people):
    hall.manage_permission("collective.rendezvous: View planning", ["Manager", "Member"], acquire=0)
    transaction.commit()
    assert people("member").get("@stranded").status_code == 200


def test_each_is_told_with_the_rule_and_free_starts(nadia, left):
    told = nadia.get("@stranded").json()
    (item,) = told["items"]
    assert told["items_total"] == 1
    full = nadia.get(staffs(left)).json()
    assert item["appointment"] == {name: full[name] for name in full if name not in ("history", "actions")}
    (finding,) = item["findings"]
    assert (finding["code"], finding["field"]) == ("agent_unavailable", "agent")
    assert "Nadia" in finding["message"]
    assert item["alternatives"] == [at("11:00"), at("11:20"), at("11:40")]


def test_the_same_time_with_somebody_else_comes_first(hall, nadia, left):
    agent(hall, "rose", hall["cni"])
    transaction.commit()
    (item,) = nadia.get("@stranded").json()["items"]
    assert item["alternatives"][0] == at("10:00")


def test_its_name_is_told_where_a_public_holiday_closes_the_day(functional, hall, nadia):
    registry = functional["portal"].portal_registry
    registry["plone.available_languages"] = ["fr", "en"]
    registry["plone.use_request_negotiation"] = True
    change(hall, holidays_worked=[date(2026, 12, 25)])
    transaction.commit()
    nadia.book({**booked("10:00"), "start": at("10:00", "2026-12-25"), "agent": "nadia"})
    change(hall, holidays_worked=[])
    transaction.commit()
    (item,) = nadia.get("@stranded", headers={"Accept-Language": "fr"}).json()["items"]
    (finding,) = item["findings"]
    assert finding["code"] == "day_closed"
    assert "Noël" in finding["message"]


def test_they_are_told_in_pages(nadia, left):
    assert nadia.get("@stranded?b_start=1").json() == {"items": [], "items_total": 1}
    assert list(wrong(nadia.get("@stranded?b_size=0"))) == ["b_size"]


def test_nothing_is_written_by_asking(functional, nadia, left):
    size = functional["app"]._p_jar.db().getSize()
    nadia.get("@stranded")
    nadia.get("@planning")
    assert functional["app"]._p_jar.db().getSize() == size
