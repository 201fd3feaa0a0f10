"""Which agent at which counter takes an appointment: the same answer every time."""

from .board import Board
from .matching import fewer
from .occupancy import NOTHING
from .office import Agent
from .office import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """The uids of the agent and of the counter that take an appointment."""

    agent: str
    counter: str


def choose(board: Board, minute: int, prefer: str | None = None) -> Place | None:
    """The pair that takes an appointment at that start, or None when there is no place.

    Of the pairs that leave all other places but one, the one whose agent has the fewest
    appointments of that day, then whose counter has, then the smaller ids. `prefer`: an agent
    (uid) that comes before all others, to keep who has the appointment when it moves.
    """
    wants = board.wants(minute)
    if not wants:
        return None
    masks = [counters for _, counters in wants]
    seats = board.seats(minute)
    places = board.together(minute, masks)
    agents = [(agent.uid != prefer, _count(board, agent), agent.id) for agent, _ in wants]
    counters = [(_count(board, counter), counter.id) for counter, _ in board.counters]
    pairs = sorted(
        (another, count, counters[seat][0], id, counters[seat][1], at, seat)
        for at, (another, count, id) in enumerate(agents)
        for seat in range(len(counters))
        if masks[at] >> seat & 1
    )
    for *_, at, seat in pairs:
        if fewer(masks, seats, at, seat) >= places - 1:
            return Place(wants[at][0].uid, board.counters[seat][0].uid)
    return None


def _count(board: Board, one: Agent | Counter) -> int:
    """How many appointments of the day an agent or counter has."""
    return board.taken.get(one.uid, NOTHING).count
