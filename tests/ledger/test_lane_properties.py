"""Lanes against lists that are walked minute by minute."""

from collective.rendezvous.ledger.lane import FREED
from collective.rendezvous.ledger.lane import Full
from collective.rendezvous.ledger.lane import Lane
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from ZODB.POSException import ConflictError


examples = settings(max_examples=150, deadline=None, derandomize=True, database=None)

stretches = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], sum(pair)))
untils = st.none() | st.integers(1, 20)
takes = st.tuples(st.just("take"), stretches, st.sampled_from("ABCDEFGH"), untils)
closes = st.tuples(st.just("close"), stretches, st.sampled_from("XYZ"), st.integers(1, 20))
frees = st.tuples(st.just("free"), stretches, st.sampled_from("ABCDEFGH"), untils)
capacities = st.tuples(st.just("capacity"), st.integers(1, 3))
steps = st.lists(st.one_of(takes, takes, takes, closes, frees, capacities), max_size=14)


class Naive:
    """A lane as a dict: reference -> (start, end, until); X, Y and Z are closed, not taken."""

    def __init__(self, capacity, entries=()):
        self.capacity = capacity
        self.entries = dict(entries)

    def sweep(self, now):
        self.entries = {r: e for r, e in self.entries.items() if e[2] is None or e[2] > now}

    def at(self, minute):
        return {r for r, (start, end, _) in self.entries.items() if r < "X" and start <= minute < end}

    def take(self, start, end, reference, now, until):
        self.sweep(now)
        for minute in range(start, end):
            here = self.at(minute)
            if reference not in here and len(here) >= self.capacity:
                raise Full
        self.entries[reference] = (start, end, until)

    def put(self, start, end, reference, until, purpose):
        self.entries[reference] = (start, end, until)

    def free(self, reference, now):
        if reference in self.entries:
            self.sweep(now)
            self.entries.pop(reference, None)


def play(lane, naive, steps, clock):
    """The same steps on both, at times that go on."""
    for now, step in enumerate(steps, clock):
        if step[0] == "capacity":
            lane.capacity = naive.capacity = step[1]
            continue
        _, (start, end), reference, until = step
        until = until and until + now
        outcomes = []
        for each in (lane, naive):
            try:
                if step[0] == "take":
                    each.take(start, end, reference, now, until)
                elif step[0] == "close":
                    each.put(start, end, reference, until, FREED)
                else:
                    each.free(reference, now)
                outcomes.append("done")
            except Full:
                outcomes.append("full")
        assert outcomes[0] == outcomes[1]
        live = {e.reference: (e.start, e.end, e.until) for e in lane.live(now)}
        naive_live = {r: e for r, e in naive.entries.items() if e[2] is None or e[2] > now}
        assert live == naive_live
        for taken, there in (
            (lane.taken(now), list(live.values())),
            (lane.taken(now, freed=False), [e for r, e in live.items() if r < "X"]),
        ):
            assert taken.count == len(there)
            for minute in range(45):
                depth = sum(start <= minute < end for start, end, _ in there)
                assert sum(level >> minute & 1 for level in taken.levels) == depth


@examples
@given(st.integers(1, 3), steps)
def test_a_lane_is_a_list_that_is_walked_minute_by_minute(capacity, steps):
    play(Lane(capacity), Naive(capacity), steps, 100)


@examples
@given(st.integers(1, 3), steps, steps, steps, st.integers(0, 10))
def test_a_merge_is_as_if_one_had_come_after_the_other(capacity, before, theirs, ours, later):
    """What merges is what ours would have made after theirs, and nothing that was added is overfull."""
    base = Lane(capacity)
    play(base, Naive(capacity), before, 100)
    old = base.__getstate__()
    states = []
    for steps, clock in ((theirs, 120), (ours, 120 + later)):
        lane = Lane(1)
        lane.__setstate__(old)
        naive = Naive(lane.capacity, {e.reference: (e.start, e.end, e.until) for e in lane.entries})
        play(lane, naive, steps, clock)
        states.append(lane.__getstate__())
    try:
        merged = Lane(1)
        merged.__setstate__(base._p_resolveConflict(old, *states))
    except ConflictError:
        return
    was, their, our = ({entry[2]: entry for entry in state[1]} for state in (old, *states))
    now = {entry[2]: entry for entry in merged.__getstate__()[1]}
    assert merged.capacity == min(states[0][0], states[1][0])
    for reference in was.keys() | their.keys() | our.keys():
        changed = our if our.get(reference) != was.get(reference) else their
        assert now.get(reference) == changed.get(reference)
    for reference, entry in our.items():
        if reference >= "X":
            continue
        held = range(*was[reference][:2]) if reference in was else range(0)
        for minute in set(range(*entry[:2])) - set(held) if entry != was.get(reference) else ():
            there = [r for r, (start, end, *_) in now.items() if r < "X" and start <= minute < end]
            assert len(there) <= merged.capacity
