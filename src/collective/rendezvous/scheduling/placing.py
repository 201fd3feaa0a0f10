"""Which agent at which counter takes an appointment: the same answer every time."""

from .board import Board
from .matching import fewer
from .occupancy import NOTHING
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
    seats = board.seats(minute)
    places = board.places(minute)
    masks = [counters for _, counters in wants]

    def count(uid: str) -> int:
        return board.taken.get(uid, NOTHING).count

    pairs = sorted(
        (agent.uid != prefer, count(agent.uid), count(counter.uid), agent.id, counter.id, at, seat)
        for at, (agent, counters) in enumerate(wants)
        for seat, (counter, _) in enumerate(board.counters)
        if counters >> seat & 1
    )
    for *_, at, seat in pairs:
        if fewer(masks, seats, at, seat) >= places - 1:
            return Place(wants[at][0].uid, board.counters[seat][0].uid)
    return None
