"""What changes of the set-up leave behind, and what staff do about it."""

from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.errors import NothingFree
from collective.rendezvous.booking.errors import Stale
from collective.rendezvous.booking.errors import TooLateToCancel
from collective.rendezvous.booking.errors import WrongState
from collective.rendezvous.booking.opening import proposed_at
from datetime import date
from datetime import datetime
from datetime import timedelta
from plone import api
from tests.booking.conftest import NOW
from tests.town import agent
from tests.town import change
from tests.town import create
from tests.town import wish
from typing import Any

import pytest


def at(hour: str, day: int = 25) -> str:
    return f"2026-11-{day}T{hour}:00+01:00"


@pytest.fixture
def made(citizen: Desk) -> Any:
    """Tomorrow at ten."""
    return citizen.book(wish(at("10:00"))).appointment


def found(desk: Desk) -> list[tuple[str, list[str]]]:
    return [(each.appointment.reference, [one.code for one in each.findings]) for each in desk.stranded()]


def away(obj: Any, start: str = "2026-11-25 09:00", end: str = "2026-11-25 12:00") -> None:
    create(obj, "Unavailability", start=datetime.fromisoformat(start), end=datetime.fromisoformat(end))


def test_without_a_change_nothing_is_stranded(administrator: Desk, made: Any) -> None:
    assert found(administrator) == []


@pytest.mark.parametrize(
    "doing, told",
    [
        (
            lambda office: change(
                office, closures=[{"first_day": date(2026, 11, 25), "last_day": date(2026, 11, 25)}]
            ),
            "day_closed",
        ),
        (lambda office: away(office["guichet-standard"]), "counter_unavailable"),
        (
            lambda office: api.content.transition(office["guichet-standard"], "deactivate"),
            "counter_unavailable",
        ),
        (lambda office: change(office["nadia"].objectValues()[0], start="11:00"), "outside_availability"),
        (lambda office: away(office["nadia"]), "agent_unavailable"),
        (lambda office: api.content.transition(office["nadia"], "deactivate"), "agent_unavailable"),
        (lambda office: change(office["guichet-standard"], types=[]), "type_not_at_counter"),
        (lambda office: api.content.transition(office["cni"], "deactivate"), "type_not_by_agent"),
        (
            lambda office: change(
                office["nadia"].objectValues()[0],
                counters=[create(office, "Counter", "far", title="Far", capacity=1).UID()],
            ),
            "agent_not_at_counter",
        ),
    ],
)
def test_each_change_of_the_set_up_is_told_with_its_rule(
    office: Any, administrator: Desk, made: Any, doing: Any, told: str
) -> None:
    assert found(administrator) == []
    doing(office)
    assert found(administrator) == [(made.reference, [told])]


def test_the_section_is_told_again_once_all_is_as_before(office: Any, administrator: Desk, made: Any) -> None:
    away(office["nadia"])
    assert found(administrator)
    api.content.delete(office["nadia"].objectValues()[-1])
    assert found(administrator) == []


def test_a_counter_that_takes_fewer_is_told(office: Any, administrator: Desk, citizen: Desk) -> None:
    change(office["guichet-standard"], capacity=2)
    agent(office, "rose", office["cni"])
    made = [citizen.book(wish(at("10:00"))).appointment for _ in range(2)]
    later = citizen.book(wish(at("11:00"))).appointment
    change(office["guichet-standard"], capacity=1)
    assert found(administrator) == [(ref, ["counter_full"]) for ref in sorted(it.reference for it in made)]
    administrator.move_to_nearest(made[0].reference)
    assert found(administrator) == []
    assert later.start_at != made[0].start_at


def test_only_what_is_to_come_counts(office: Any, administrator: Desk, citizen: Desk) -> None:
    made = [citizen.book(wish(at(hour))).appointment for hour in ("09:00", "09:20", "09:40")]
    away(office["nadia"])
    citizen.cancel(made[0].reference, made[0].key)
    assert [ref for ref, _ in found(administrator)] == [made[1].reference, made[2].reference]
    begun = Desk(office, administrator.actor, made[1].start_at, commit=None)
    assert [ref for ref, _ in found(begun)] == [made[2].reference]


def test_a_pending_one_counts_until_it_lapses(office: Any, administrator: Desk, citizen: Desk) -> None:
    change(office["cni"], confirmation="email")
    citizen.book(wish(at("10:00")))
    away(office["nadia"])
    assert len(found(administrator)) == 1
    assert found(Desk(office, administrator.actor, NOW + timedelta(hours=1), commit=None)) == []


def test_what_staff_confirmed_is_stranded_by_something_else_only(office: Any, administrator: Desk) -> None:
    sent = {**wish(at("18:00")), "agent": "nadia", "confirm": ["outside_availability"]}
    made = administrator.book(sent).appointment
    assert made.accepted == ("outside_availability",)
    assert found(administrator) == []
    away(office["nadia"], end="2026-11-25 19:00")
    assert found(administrator) == [(made.reference, ["agent_unavailable"])]
    administrator.change(made.reference, {"start": at("10:00"), "confirm": ["agent_unavailable"]})
    assert (made.accepted, found(administrator)) == (("agent_unavailable",), [])
    api.content.transition(office["nadia"], "deactivate")
    assert found(administrator) == [(made.reference, ["agent_unavailable"])], "nobody confirmed that"


def test_it_goes_to_another_agent_at_the_same_time(office: Any, administrator: Desk, made: Any) -> None:
    agent(office, "rose", office["cni"])
    away(office["nadia"])
    start = made.start_at
    administrator.move_to_nearest(made.reference)
    assert (made.agent_uid, made.start_at) == (office["rose"].UID(), start)
    assert made.history[-1].who == "admin"
    assert found(administrator) == []


@pytest.mark.parametrize(
    "start, end, goes",
    [("09:50", "10:40", "10:40"), ("09:50", "12:00", "09:20"), ("09:20", "10:40", "10:40")],
)
def test_it_goes_to_the_nearest_time_before_or_after(
    office: Any, administrator: Desk, made: Any, start: str, end: str, goes: str
) -> None:
    away(office["nadia"], f"2026-11-25 {start}", f"2026-11-25 {end}")
    administrator.move_to_nearest(made.reference)
    assert made.start_at == datetime.fromisoformat(at(goes))


def test_it_stays_at_its_address_where_that_can_be(office: Any, administrator: Desk, made: Any) -> None:
    kinds = [office["cni"].UID()]
    change(office["guichet-standard"], address="1 place du Marché")
    create(office, "Counter", "far", title="Far", capacity=1, types=kinds, address="9 route Haute")
    away(office["guichet-standard"])
    neighbours = administrator.neighbours(made)
    assert {slot.start.day for slot in neighbours.alternatives()} == {26}
    administrator.move_to_nearest(made.reference)
    assert made.counter_uid == office["guichet-standard"].UID()
    api.content.transition(office["guichet-standard"], "deactivate")
    administrator.move_to_nearest(made.reference)
    assert made.counter_uid == office["far"].UID()


def test_where_nothing_is_free_it_stays(office: Any, administrator: Desk, made: Any) -> None:
    away(office["nadia"], "2026-11-01", "2027-11-01")
    with pytest.raises(NothingFree):
        administrator.move_to_nearest(made.reference)
    assert administrator.neighbours(made).alternatives() == []
    assert made.version == 1


def test_a_type_that_is_gone_has_no_other_time(office: Any, administrator: Desk, made: Any) -> None:
    api.content.transition(office["cni"], "deactivate")
    with pytest.raises(NothingFree):
        administrator.move_to_nearest(made.reference)
    assert administrator.neighbours(made).alternatives() == []
    assert administrator.propose([made.reference]).to_call == [made]


def test_a_type_of_staff_is_moved_as_staff_would(office: Any, administrator: Desk, made: Any) -> None:
    change(office["cni"], audience="staff")
    away(office["nadia"], end="2026-11-25 11:00")
    administrator.move_to_nearest(made.reference)
    assert made.start_at == datetime.fromisoformat(at("11:00"))
    assert administrator.propose([made.reference]).to_call == [made], "its citizen cannot choose"


def test_what_is_over_changed_or_unknown_is_not_moved(administrator: Desk, made: Any) -> None:
    with pytest.raises(Stale):
        administrator.move_to_nearest(made.reference, 99)
    administrator.transition(made.reference, "cancel")
    with pytest.raises(WrongState):
        administrator.move_to_nearest(made.reference)
    done = administrator.propose([made.reference, "NOTHING"])
    assert (done.written, done.to_call, done.left) == ([], [], [made.reference, "NOTHING"])


def test_other_dates_are_proposed_by_mail(office: Any, administrator: Desk, citizen: Desk, made: Any) -> None:
    sent = {**wish(at("11:00")), "visitor": {"first_name": "Jean", "last_name": "Petit"}}
    without = administrator.book(sent).appointment
    done = administrator.propose([made.reference, without.reference])
    assert (done.written, done.to_call, done.left) == ([made], [without], [])
    assert proposed_at(made) == int(NOW.timestamp())
    assert [change.action for change in made.history] == ["book", "propose"]
    assert proposed_at(without) is None


def test_a_proposal_lets_the_citizen_move_however_near_it_is(
    office: Any, administrator: Desk, citizen: Desk, made: Any
) -> None:
    change(office["cni"], cancel_notice_hours=48)
    with pytest.raises(TooLateToCancel):
        citizen.move(made.reference, {"start": at("11:00")}, made.key)
    administrator.propose([made.reference])
    citizen.move(made.reference, {"start": at("11:00")}, made.key)
    assert proposed_at(made) is None
    with pytest.raises(TooLateToCancel):
        citizen.cancel(made.reference, made.key)
