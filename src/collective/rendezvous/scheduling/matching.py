"""How many agents find a seat at the same time: a bipartite matching with capacities."""

from collections.abc import Sequence


def largest(picky: Sequence[int], easy: int, seats: Sequence[int]) -> int:
    """The largest number of agents that can sit at once.

    `picky`: for each agent with a choice of counters these, as a mask of indexes into `seats`;
    `easy`: how many may sit anywhere, which fill what the others leave; `seats`: the free seats
    of each counter. Augmenting paths (Kuhn, 1955), unless each has at least as many seats to
    choose from as there are agents (Hall, 1935).
    """
    total = sum(seats)
    room = min((sum(free for at, free in enumerate(seats) if want >> at & 1) for want in picky), default=0)
    sitting = len(picky) if room >= len(picky) else _matched(picky, seats)
    return sitting + min(easy, total - sitting)


def fewer(wants: Sequence[int], seats: Sequence[int], agent: int, counter: int) -> int:
    """The largest number of the others that can still sit once this agent sits at this counter."""
    left = [free - (at == counter) for at, free in enumerate(seats)]
    return _matched([want for at, want in enumerate(wants) if at != agent], left)


def _matched(wants: Sequence[int], seats: Sequence[int]) -> int:
    sitting: list[list[int]] = [[] for _ in seats]

    def sit(agent: int, tried: int) -> int:
        """Seat an agent, moving others where needed: -1 when done, else the counters tried."""
        for counter, free in enumerate(seats):
            bit = 1 << counter
            if not free or not wants[agent] & bit or tried & bit:
                continue
            tried |= bit
            if len(sitting[counter]) < free:
                sitting[counter].append(agent)
                return -1
            for at, other in enumerate(sitting[counter]):
                outcome = sit(other, tried)
                if outcome < 0:
                    sitting[counter][at] = agent
                    return -1
                tried = outcome
        return tried

    return sum(sit(agent, 0) < 0 for agent in range(len(wants)))
