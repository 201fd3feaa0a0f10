"""Slots that a cancellation or a move freed, and that stay closed to the public for a while."""

from ..scheduling.minutes import span
from ..scheduling.minutes import stretches
from .instants import seconds
from .lane import FREED
from .seats import Seat
from .store import Ledger
from collections.abc import Iterable
from collections.abc import Mapping
from datetime import datetime


def close(
    ledger: Ledger,
    reference: str,
    left: Iterable[Seat],
    resources: Mapping[str, int],
    until: datetime,
    now: datetime,
    taken: Iterable[Seat] = (),
) -> list[Seat]:
    """Close the seats that an appointment has left, but for what it takes now; what was closed.

    `resources` as in :meth:`.store.Ledger.occupy`. Nobody who may book there is hindered: see
    :data:`.lane.FREED`.
    """
    closed = [
        Seat(seat.day, seat.uid, start, end)
        for seat in left
        for start, end in stretches(span(seat.start, seat.end) & ~_minutes(seat, taken))
    ]
    for seat in closed:
        lane = ledger.lane(seat, resources)
        lane.sweep(seconds(now))
        lane.put(seat.start, seat.end, f"{reference}/{seat.start}", seconds(until), FREED)
    return closed


def reopen(ledger: Ledger, taken: Iterable[Seat], agents: Iterable[str], now: datetime) -> None:
    """Open what is closed on the lanes of these agents where seats are taken now.

    Without its agent a slot is none; it is opened on its counter's lane as well.
    """
    known = frozenset(agents)
    for seat in taken:
        day = ledger.days.get(seat.day.toordinal())
        if day is None or seat.uid not in known or seat.uid not in day.lanes:
            continue
        for entry in day.lanes[seat.uid].entries:
            if entry.purpose == FREED and entry.start < seat.end and seat.start < entry.end:
                for lane in day.lanes.values():
                    lane.free(entry.reference, seconds(now))


def _minutes(seat: Seat, taken: Iterable[Seat]) -> int:
    mask = 0
    for other in taken:
        if (other.day, other.uid) == (seat.day, seat.uid):
            mask |= span(other.start, other.end)
    return mask
