from collective.rendezvous.content.checks import check
from plone import api

import pytest


BASE = {"days": [0], "start": "11:00", "end": "14:00", "counters": []}


def codes(section, obj=None, **data):
    found = check(
        "Availability", {**BASE, "types": [section["passport"].UID()], **data}, section["rita"], obj
    )
    return [(each.field, each.code) for each in found]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ({}, [("counters", "overlap")]),
        ({"start": "12:00"}, []),
        ({"days": [1]}, []),
        ({"start": "11:59", "end": "12:00"}, [("counters", "overlap")]),
    ],
)
def test_hours_of_one_agent_with_other_counters_do_not_overlap(section, data, found):
    assert codes(section, **data) == found


def test_with_the_same_counters_they_may(section):
    assert codes(section, counters=[section["desk"].UID()]) == []


def test_a_counter_that_is_gone_is_none(section):
    api.content.delete(section["desk"])
    assert codes(section) == []


def test_other_agents_do_not_count(section):
    other = api.content.create(
        section, "Agent", id="oscar", title="Oscar", userid="oscar", role="receptionist"
    )
    assert check("Availability", {**BASE, "types": [section["passport"].UID()]}, other) == []


def test_hours_do_not_overlap_with_themselves(section):
    hours = section["rita"]["hours"]
    assert codes(section, obj=hours) == []


def test_an_account_that_is_gone_is_looked_up_only_when_it_changes(section):
    rita = section["rita"]
    api.user.delete(username="rita")
    assert api.content.get_state(rita) == "inactive"
    assert check("Agent", {"title": "R"}, section, rita) == []
    assert [p.code for p in check("Agent", {"userid": "nobody"}, section, rita)] == ["unknown"]
