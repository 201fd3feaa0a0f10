"""How many agents find a seat at the same time: a bipartite matching with capacities."""

from collections.abc import Sequence


def largest(picky: Sequence[int], easy: int, seats: Sequence[int]) -> int:
    """The largest number of agents that can sit at once.

    `picky`: for each agent with a choice of counters these, as a mask of indexes into `seats`;
    `easy`: how many may sit anywhere, which fill what the others leave; `seats`: the free seats
    of each counter. Augmenting paths (Kuhn, 1955), unless those with the least choice can sit down
    first, each finding a seat that nobody before took.
    """
    sitting = len(picky)
    if sitting:
        rooms = {want: _room(want, seats) for want in set(picky)}
        picky = sorted(picky, key=rooms.__getitem__)
        if any(rooms[want] < turn for turn, want in enumerate(picky, 1)):
            sitting = _matched(picky, seats)
    return sitting + min(easy, sum(seats) - sitting) if easy else sitting


def _room(want: int, seats: Sequence[int]) -> int:
    """The free seats of the counters of a mask."""
    room = 0
    while want:
        counter = want & -want
        room += seats[counter.bit_length() - 1]
        want ^= counter
    return room


def fewer(wants: Sequence[int], seats: Sequence[int], agent: int, counter: int) -> int:
    """The largest number of the others that can still sit once this agent sits at this counter."""
    left = [free - (at == counter) for at, free in enumerate(seats)]
    return _matched([want for at, want in enumerate(wants) if at != agent], left)


def _matched(wants: Sequence[int], seats: Sequence[int]) -> int:
    sitting: dict[int, list[int]] = {1 << at: [] for at, free in enumerate(seats) if free}
    open_ = sum(sitting)

    def sit(agent: int, tried: int) -> int:
        """Seat an agent, moving others where needed: -1 when done, else the counters tried."""
        while choice := wants[agent] & open_ & ~tried:
            counter = choice & -choice
            tried |= counter
            here = sitting[counter]
            if len(here) < seats[counter.bit_length() - 1]:
                here.append(agent)
                return -1
            for at, other in enumerate(here):
                outcome = sit(other, tried)
                if outcome < 0:
                    here[at] = agent
                    return -1
                tried = outcome
        return tried

    return len([agent for agent in range(len(wants)) if sit(agent, 0) < 0])
