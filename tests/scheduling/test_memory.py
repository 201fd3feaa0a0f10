"""What is remembered is what would be found."""

from .worlds import add
from .worlds import worlds
from collective.rendezvous.scheduling.memory import Memory
from collective.rendezvous.scheduling.occupancy import Stretches
from collective.rendezvous.scheduling.slots import slots
from copy import deepcopy
from dataclasses import replace
from hypothesis import given
from hypothesis import settings


some = settings(max_examples=settings.default.max_examples // 4)


@some
@given(worlds())
def test_a_memory_changes_no_answer_while_others_book_and_ask_differently(world):
    taken = deepcopy(world.taken)
    memory = world.office.memory
    queries = [world.query, replace(world.query, staff=not world.query.staff), world.query]
    for _ in range(3):
        for query in queries:
            found = slots(world.office, Stretches(taken), query, world.now, memory=memory)
            assert found == slots(world.office, Stretches(taken), query, world.now)
        offered = [(day.day, slot) for day in found for slot in day.slots]
        if not offered:
            return
        day, slot = offered[0]
        minute = slot.start.hour * 60 + slot.start.minute
        agent, counter = next(iter(world.office.agents)), next(iter(world.office.counters))
        add(taken, [(day, minute, min(1440, minute + 10))], agent, counter)


def test_it_asks_again_only_when_something_else_is_taken():
    asked = []

    def find():
        asked.append(1)
        return [(540, 1)]

    memory = Memory()
    assert memory.starts("monday", {}, find) == memory.starts("monday", {}, find) == [(540, 1)]
    assert len(asked) == 1
    memory.starts("tuesday", {}, find)
    memory.starts("monday", {"lea": 1}, find)
    assert len(asked) == 3


def test_it_forgets_rather_than_grow_without_end():
    memory = Memory()
    for number in range(2 * Memory.MOST):
        memory.starts(number, {}, list)
    assert len(memory._found) <= Memory.MOST
