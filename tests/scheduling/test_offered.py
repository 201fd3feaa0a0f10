"""The minutes that were offered: each once, by what they could have been taken for."""

from .build import agent
from .build import appointment_type
from .build import away
from .build import closure
from .build import counter
from .build import hours
from .build import MONDAY
from .build import office
from .worlds import worlds
from collections import Counter
from collective.rendezvous.scheduling.holidays import closures_on
from collective.rendezvous.scheduling.hours import absent
from collective.rendezvous.scheduling.offered import offered
from collective.rendezvous.scheduling.zone import missing
from datetime import date
from hypothesis import given
from hypothesis import settings


PASSPORT, DESK = ("uid-passport",), ("uid-desk",)


def told(of, day=MONDAY):
    return [(one.types, one.counters, one.minutes) for one in offered(of, day)]


def test_a_morning_is_offered_once():
    assert told(office()) == [(PASSPORT, DESK, 180)]


def test_hours_of_one_agent_that_overlap_count_once_and_by_what_they_offer():
    of = office(
        types=[appointment_type(), appointment_type("card")],
        counters=[counter(types=["passport", "card"])],
        agents=[agent("anna", hours("9:00", "12:00"), hours("11:00", "13:00", types=["card"]))],
    )
    both = ("uid-card", "uid-passport")
    assert sorted(told(of)) == [(("uid-card",), DESK, 60), (both, DESK, 60), (PASSPORT, DESK, 120)]


def test_closures_and_absences_are_not_offered():
    of = office(
        counters=[counter(unavailabilities=(away("2026-06-15 11:30", "2026-06-15 13:00"),))],
        agents=[
            agent(
                "anna",
                hours("9:00", "12:00"),
                unavailabilities=(away("2026-06-15 09:00", "2026-06-15 09:30"),),
            )
        ],
        closures=(closure(MONDAY, start="10:00", end="10:15"),),
    )
    assert told(of) == [(PASSPORT, DESK, 180 - 30 - 15 - 30)]


def test_what_no_counter_receives_is_not_offered():
    assert told(office(counters=[counter(types=[])])) == []
    assert told(office(counters=[counter(active=False)])) == []
    assert told(office(agents=[agent("anna", hours("9:00", "12:00"), active=False)])) == []
    assert told(office(types=[appointment_type(active=False)])) == []


def test_the_hour_that_the_clocks_skip_is_not_offered():
    assert told(office(agents=[agent("anna", hours("1:00", "4:00"))]), date(2027, 3, 28)) == [
        (PASSPORT, DESK, 120)
    ]


def naive(of, day):
    """Minute by minute: agent, types and counters that go together then."""
    found = Counter()
    shut = closures_on(of, day).mask | missing(of.zone, day)
    for one in of.agents.values():
        gone = absent(one.unavailabilities, day)
        for minute in range(1440):
            if not one.active or (shut | gone) >> minute & 1:
                continue
            pairs = {
                (kind, place.uid)
                for each in one.availabilities
                if each.applies(day) and each.start <= minute < each.end
                for place in of.counters.values()
                if place.active
                and (not each.counters or place.uid in each.counters)
                and not absent(place.unavailabilities, day) >> minute & 1
                for kind in each.types & place.types
                if of.types[kind].active
            }
            if pairs:
                types, counters = (tuple(sorted(set(names))) for names in zip(*pairs, strict=True))
                found[one.uid, types, counters] += 1
    return found


@settings(max_examples=60)
@given(worlds())
def test_it_is_what_one_counts_minute_by_minute(world):
    day = world.query.first
    of = world.office
    assert Counter({(a, t, c): n for a, t, c, n in offered(of, day)}) == naive(of, day)
