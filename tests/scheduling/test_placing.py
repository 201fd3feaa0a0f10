"""Who takes an appointment: the same answer every time."""

from .asking import local
from .asking import places
from .asking import THE_DAY_BEFORE
from .build import agent
from .build import appointment_type
from .build import booked
from .build import counter
from .build import hours
from .build import office
from .build import TUESDAY
from collective.rendezvous.scheduling.judging import judge
from collective.rendezvous.scheduling.occupancy import EMPTY
from collective.rendezvous.scheduling.rules import Actor
from collective.rendezvous.scheduling.rules import Proposal


def there(counters, **agents):
    """there([…], anna=['one'], bert=[]): who may be at which counters, from 9:00 to 10:00."""
    return office(
        types=[appointment_type("passport", 30)],
        counters=counters,
        agents=[agent(name, hours("9:00", "10:00", counters=named)) for name, named in agents.items()],
    )


def placed(there, taken=EMPTY, actor="public", at="2026-06-15 09:00", **options):
    """('anna', 'desk'): who takes the appointment at 9:00, and where."""
    proposal = Proposal("uid-passport", local(at), **options)
    place = judge(proposal, there, taken, Actor(actor), THE_DAY_BEFORE).place
    return place and (place.agent.removeprefix("uid-"), place.counter.removeprefix("uid-"))


TWO = [counter("one", capacity=2), counter("two", capacity=2)]


def test_the_agent_with_the_fewest_appointments_of_the_day_takes_it():
    taken = booked(("14:00", "14:30", "anna"), ("15:00", "15:30", "anna"), ("14:00", "14:30", "bert"))
    assert placed(there(TWO, anna=[], bert=[]), taken) == ("bert", "one")


def test_appointments_of_other_days_do_not_count():
    taken = booked(("14:00", "14:30", "anna"), day=TUESDAY)
    assert placed(there(TWO, anna=[], bert=[]), taken) == ("anna", "one")


def test_then_the_counter_with_the_fewest_appointments_takes_it():
    taken = booked(("14:00", "14:30", "one"))
    assert placed(there(TWO, anna=[], bert=[]), taken) == ("anna", "two")


def test_agents_are_compared_before_counters():
    taken = booked(("14:00", "14:30", "anna"), ("15:00", "15:30", "two"), ("16:00", "16:30", "two"))
    assert placed(there(TWO, anna=[], bert=["two"]), taken) == ("bert", "two")


def test_then_the_smaller_ids_take_it():
    assert placed(there(TWO[::-1], bert=[], anna=[])) == ("anna", "one")


def test_ids_are_compared_and_not_uids():
    zoe = agent("zoe", hours("9:00", "10:00"))
    adam = agent("adam", hours("9:00", "10:00"))
    renamed = type(zoe)("uid-zoe", "aaa", "Zoe", availabilities=zoe.availabilities)
    both = office(types=[appointment_type("passport", 30)], counters=TWO, agents=[adam, renamed])
    assert placed(both) == ("zoe", "one")


ONE_SEAT_EACH = [counter("one"), counter("two")]


def test_whoever_can_sit_anywhere_leaves_the_counter_to_the_one_who_cannot():
    assert places(there(ONE_SEAT_EACH, anna=[], bert=["one"]))["9:00"] == 2
    assert placed(there(ONE_SEAT_EACH, anna=[], bert=["one"])) == ("anna", "two")


def test_a_pair_that_would_cost_a_second_place_waits_whatever_the_counts_are():
    taken = booked(("14:00", "14:30", "bert", "two"), ("15:00", "15:30", "two"))
    assert placed(there(ONE_SEAT_EACH, anna=[], bert=["one"]), taken) == ("anna", "two")


def test_of_two_who_share_the_only_counter_either_may_take_it():
    taken = booked(("14:00", "14:30", "anna"))
    assert placed(there(ONE_SEAT_EACH, anna=["one"], bert=["one"]), taken) == ("bert", "one")


def test_a_counter_that_is_asked_for_is_given():
    assert placed(there(TWO, anna=[], bert=["two"]), counter="uid-two") == ("anna", "two")
    assert placed(there(ONE_SEAT_EACH, anna=[], bert=["one"]), counter="uid-one") == ("anna", "one")


def test_an_agent_is_given_a_start_on_the_own_grid_only():
    late = agent("anna", hours("9:10", "10:00"))
    both = office(
        types=[appointment_type("passport", 20)],
        counters=TWO,
        agents=[late, agent("bert", hours("9:00", "10:00"))],
    )
    taken = booked(("14:00", "14:30", "bert"))
    assert placed(both, taken, at="2026-06-15 09:20") == ("bert", "one")
    assert placed(both, taken, actor="administrator", at="2026-06-15 09:20") == ("anna", "one")


def test_whoever_has_it_keeps_it_when_it_moves():
    taken = booked(("14:00", "14:30", "bert"))
    assert placed(there(TWO, anna=[], bert=[]), taken, prefer="uid-bert") == ("bert", "one")


def test_whoever_has_it_loses_it_where_not_free():
    taken = booked(("9:00", "9:30", "bert"))
    assert placed(there(TWO, anna=[], bert=[]), taken, prefer="uid-bert") == ("anna", "one")


def test_an_agent_who_is_named_takes_it_whoever_has_fewer():
    taken = booked(("14:00", "14:30", "bert"))
    assert placed(there(TWO, anna=[], bert=[]), taken, actor="administrator", agent="uid-bert") == (
        "bert",
        "one",
    )


def test_nobody_takes_what_is_taken():
    taken = booked(("9:00", "9:30", "anna"))
    assert placed(there(TWO, anna=[]), taken) is None
