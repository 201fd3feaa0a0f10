from collections import Counter
from collective.rendezvous import demo
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.booking.office import office_of
from collective.rendezvous.ledger.verify import verify
from collective.rendezvous.scheduling.rules import Actor
from collective.rendezvous.scheduling.slots import Query
from datetime import timedelta
from plone import api

import transaction


def appointments(section):
    return list(ledger_of(section).between(0))


def differences(section, now):
    return list(verify(ledger_of(section), office_of(section).zone, now))


def test_the_town_is_set_up(section):
    told = office_of(section)
    assert told.state == "open"
    assert {kind.duration for kind in told.types.values()} == {15, 20, 30, 45}
    assert len(told.types) == 5
    assert sorted(counter.capacity for counter in told.counters.values()) == [1, 1, 1, 2]
    assert len({counter.address for counter in told.counters.values()}) == 2
    assert any(counter.unavailabilities for counter in told.counters.values())
    assert sorted(agent.role for agent in told.agents.values()) == ["administrator"] + ["receptionist"] * 3
    assert any(agent.unavailabilities for agent in told.agents.values())
    hours = [one for agent in told.agents.values() for one in agent.availabilities]
    assert {one.weeks for one in hours} == {"every", "even", "odd"}
    assert {one.audience for one in hours} == {"public", "staff"}
    assert any(one.counters for one in hours)
    assert told.closures


def test_it_is_busy_and_its_ledger_agrees(section, now):
    assert len(appointments(section)) > 300
    assert not differences(section, now)


def test_nobody_is_written_to(section):
    # Mails wait for the commit.
    waiting = [hook.__module__ for hook, _, _ in transaction.get().getAfterCommitHooks()]
    assert not [name for name in waiting if name.startswith("collective.rendezvous")]


def test_what_is_past_has_an_end_and_what_is_to_come_has_none(section, now):
    past = Counter(one.state for one in appointments(section) if one.start_at < now - timedelta(hours=2))
    coming = Counter(one.state for one in appointments(section) if one.start_at > now)
    assert set(past) == {"honoured", "no_show", "cancelled"}
    assert past["honoured"] > 100
    assert set(coming) <= {"confirmed", "cancelled", "arrived"}
    assert coming["confirmed"] > 100


def test_nothing_happened_after_now_or_out_of_order(section, now):
    for one in appointments(section):
        told = [change.when for change in one.history]
        assert told == sorted(told)
        assert one.created <= told[-1] <= now.timestamp()


def test_every_type_has_a_next_slot_and_citizens_see_four(section, now):
    desk = Desk(section, Actor("public"), now)
    assert len(desk.types()) == 4
    for kind in desk.types():
        assert desk.next_slots(Query(kind.uid, now.date(), now.date())), kind.id
    advice = next(kind for kind in office_of(section).types.values() if kind.audience == "staff")
    weeks = Query(advice.uid, now.date(), now.date() + timedelta(days=14), staff=True)
    assert any(day.slots for day in desk.slots(weeks))


def test_its_agents_can_log_in(section):
    users = api.portal.get_tool("acl_users")
    assert len(demo.LOGINS) == 4
    for login, password, _who in demo.LOGINS:
        assert users.authenticate(login, password, section.REQUEST)
        assert api.user.get(username=login).getProperty("fullname")
