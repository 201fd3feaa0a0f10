"""Appointments that share time stand side by side."""

from collections.abc import Sequence
from typing import NamedTuple


class Lane(NamedTuple):
    """The place of an item among `lanes` side by side, counted from 0."""

    lane: int
    lanes: int


def lanes(stretches: Sequence[tuple[int, int]]) -> list[Lane]:
    """The places of stretches [start, end) that come in order of start.

    Those that touch by overlapping, directly or through others, share a width; each takes the
    first lane that is free.
    """
    places: list[Lane] = []
    ends: list[int] = []
    group: list[int] = []
    for start, end in stretches:
        if ends and start >= max(ends):
            places += [Lane(lane, len(ends)) for lane in group]
            ends, group = [], []
        lane = next((at for at, busy in enumerate(ends) if busy <= start), len(ends))
        ends[lane : lane + 1] = [end]
        group.append(lane)
    return places + [Lane(lane, len(ends)) for lane in group]
