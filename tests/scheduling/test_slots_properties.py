"""The engine against the naive oracle, on thousands of random offices."""

from . import oracle
from .worlds import worlds
from collective.rendezvous.scheduling.slots import slots
from hypothesis import given


def told(day):
    """A day as the engine tells it, in the words of the oracle; offsets and folds count."""
    return [(slot.start.isoformat(), slot.end.isoformat(), slot.places) for slot in day.slots]


def expected(day):
    return [(start.isoformat(), end.isoformat(), places) for start, end, places in day.slots]


@given(worlds())
def test_the_engine_tells_what_the_oracle_tells(world):
    days = slots(world.office, world.occupancy, world.query, world.now)
    naive = oracle.slots(world.office, world.taken, world.query, world.now)
    assert [day.day for day in days] == [day.day for day in naive]
    for day, truth in zip(days, naive, strict=True):
        assert told(day) == expected(truth)
        assert day.why == truth.why
        assert day.why != "closed" or day.reason in truth.reasons
