"""How many can begin at one time: agents, counters and their capacities, absences."""

from .asking import places
from .asking import starts
from .build import agent
from .build import appointment_type
from .build import away
from .build import booked
from .build import counter
from .build import hours
from .build import MONDAY
from .build import office
from .build import TUESDAY
from datetime import timedelta


def there(counters, *agents):
    return office(types=[appointment_type("passport", 30)], counters=counters, agents=list(agents))


def at_desks(name, *counters, start="9:00", end="10:00", **options):
    return agent(name, hours(start, end, counters=counters), **options)


# Places


def test_one_agent_and_one_counter_are_one_place():
    assert places(there([counter()], at_desks("anna"))) == {"9:00": 1, "9:30": 1}


def test_places_are_no_more_than_the_agents():
    assert places(there([counter(capacity=5)], at_desks("anna"), at_desks("bert")))["9:00"] == 2


def test_places_are_no_more_than_the_seats():
    agents = [at_desks("anna"), at_desks("bert"), at_desks("carl")]
    assert places(there([counter(capacity=2)], *agents))["9:00"] == 2
    assert places(there([counter("one"), counter("two")], *agents))["9:00"] == 2


def test_two_agents_who_share_the_only_counter_they_may_use_are_one_place():
    counters = [counter("one"), counter("two", capacity=4)]
    assert places(there(counters, at_desks("anna", "one"), at_desks("bert", "one")))["9:00"] == 1


def test_an_agent_at_any_counter_leaves_the_named_one_to_the_other():
    counters = [counter("one"), counter("two")]
    assert places(there(counters, at_desks("anna"), at_desks("bert", "one")))["9:00"] == 2


def test_places_need_a_chain_of_exchanges():
    counters = [counter("one"), counter("two"), counter("three")]
    agents = [at_desks("anna", "one", "two"), at_desks("bert", "one", "three"), at_desks("carl", "one")]
    assert places(there(counters, *agents))["9:00"] == 3


def test_hours_may_name_several_counters():
    counters = [counter("one"), counter("two"), counter("three")]
    assert places(there(counters, at_desks("anna", "two", "three")), counters=["one"]) == {}
    assert places(there(counters, at_desks("anna", "two", "three")), counters=["three"])["9:00"] == 1


def test_an_agent_counts_only_where_the_start_is_on_the_own_grid():
    counters = [counter(capacity=2)]
    both = there(counters, at_desks("anna"), at_desks("bert", start="9:15"))
    assert places(both) == {"9:00": 1, "9:15": 1, "9:30": 1}


def test_an_agent_who_has_an_appointment_is_one_place_less():
    both = there([counter(capacity=2)], at_desks("anna"), at_desks("bert"))
    taken = booked(("9:00", "9:30", "anna", "desk"))
    assert places(both, taken) == {"9:00": 1, "9:30": 2}


def test_a_counter_counts_the_most_appointments_at_one_minute():
    one = there([counter(capacity=2)], at_desks("anna"))
    apart = booked(("9:00", "9:10", "desk"), ("9:10", "9:20", "desk"), ("9:20", "9:30", "desk"))
    assert places(one, apart)["9:00"] == 1
    together = booked(("9:00", "9:10", "desk"), ("9:05", "9:20", "desk"))
    assert "9:00" not in places(one, together)


def test_a_full_counter_offers_no_slot():
    one = there([counter()], at_desks("anna"))
    assert starts(one, booked(("9:00", "9:30", "desk"))) == ["9:30"]


def test_a_counter_over_a_capacity_that_was_lowered_offers_no_slot():
    one = there([counter(capacity=1)], at_desks("anna"))
    taken = booked(("9:00", "9:30", "desk"), ("9:00", "9:30", "desk"), ("9:00", "9:30", "desk"))
    assert places(one, taken) == {"9:30": 1}


def test_a_counter_that_does_not_serve_the_type_offers_nothing():
    assert starts(there([counter(types=["wedding"])], at_desks("anna"))) == []


def test_no_counter_no_slot():
    assert starts(there([], at_desks("anna"))) == []


def test_one_may_ask_for_one_counter():
    both = there(
        [counter("one"), counter("two")],
        at_desks("anna", "one"),
        at_desks("bert", "two", start="11:00", end="12:00"),
    )
    assert starts(both, counters=["one"]) == ["9:00", "9:30"]
    assert starts(both, counters=["two"]) == ["11:00", "11:30"]
    assert starts(both, counters=["one", "two"]) == ["9:00", "9:30", "11:00", "11:30"]
    assert starts(both, counters=[]) == []


def test_touching_hours_at_different_counters_serve_no_appointment_across_them():
    anna = agent("anna", hours("9:00", "9:45", counters=["one"]), hours("9:45", "10:30", counters=["two"]))
    one_desk_each = there([counter("one"), counter("two")], anna)
    assert starts(one_desk_each) == ["9:00", "10:00"]


def test_touching_hours_may_share_a_counter():
    anna = agent(
        "anna", hours("9:00", "9:45", counters=["one", "two"]), hours("9:45", "10:30", counters=["two"])
    )
    shared = there([counter("one"), counter("two")], anna)
    assert starts(shared) == ["9:00", "9:30", "10:00"]
    assert starts(shared, counters=["one"]) == ["9:00"]


def test_touching_hours_at_any_counter_go_on_at_a_named_one():
    anna = agent("anna", hours("9:00", "9:45"), hours("9:45", "10:30", counters=["two"]))
    any_first = there([counter("one"), counter("two")], anna)
    assert starts(any_first, counters=["two"]) == ["9:00", "9:30", "10:00"]


# Absences


def absent(start, end):
    return away(f"2026-06-{start}", f"2026-06-{end}")


def test_an_agent_is_not_received_by_while_away():
    anna = at_desks("anna", unavailabilities=(absent("15 09:00", "15 09:30"),))
    assert starts(there([counter()], anna)) == ["9:30"]


def test_an_absence_is_half_open():
    anna = at_desks("anna", unavailabilities=(absent("15 08:00", "15 09:00"), absent("15 10:00", "15 11:00")))
    assert starts(there([counter()], anna)) == ["9:00", "9:30"]


def test_an_absence_crosses_midnight():
    anna = agent(
        "anna",
        hours("0:00", "1:00"),
        hours("23:00", "24:00"),
        unavailabilities=(absent("15 23:30", "16 00:30"),),
    )
    night = there([counter()], anna)
    assert starts(night) == ["0:00", "0:30", "23:00"]
    assert starts(night, day=TUESDAY) == ["0:30", "23:00", "23:30"]


def test_an_absence_lasts_several_days():
    anna = at_desks("anna", unavailabilities=(absent("15 09:30", "18 09:30"),))
    week = there([counter()], anna)
    offered = [starts(week, day=MONDAY + timedelta(days=n)) for n in range(5)]
    assert offered == [["9:00"], [], [], ["9:30"], ["9:00", "9:30"]]


def test_a_counter_that_is_away_offers_nothing():
    desk = counter(unavailabilities=(absent("15 09:00", "15 09:30"),))
    assert starts(there([desk], at_desks("anna"))) == ["9:30"]


def test_the_absence_of_a_counter_does_not_move_the_grid():
    desk = counter(unavailabilities=(absent("15 09:00", "15 09:10"),))
    assert starts(there([desk], at_desks("anna"))) == ["9:30"]


def test_the_absence_of_one_counter_leaves_the_others():
    counters = [counter("one", unavailabilities=(absent("15 00:00", "16 00:00"),)), counter("two")]
    both = there(counters, at_desks("anna"), at_desks("bert"))
    assert places(both) == {"9:00": 1, "9:30": 1}
    assert places(both, day=TUESDAY) == {"9:00": 2, "9:30": 2}
