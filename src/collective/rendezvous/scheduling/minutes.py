"""Sets of minutes as integers: bit m stands for minute m of a wall-clock day.

Union, intersection and subtraction are ``|``, ``&`` and ``& ~``.
"""

from collections.abc import Iterator
from functools import cache


def span(start: int, end: int) -> int:
    """The minutes of [start, end), nothing when it ends before it starts."""
    return (1 << end) - (1 << start) if end > start else 0


def erode(mask: int, length: int) -> int:
    """The minutes at which `length` minutes, all in the mask, can start.

    Erosion of a binary image by a line, by doubling shifts: log2(length) steps.
    """
    for step in _doublings(length):
        mask &= mask >> step
    return mask


@cache
def _doublings(length: int) -> tuple[int, ...]:
    """Shifts, each at most what went before and 1, that are `length` - 1 together."""
    steps, done = [], 1
    while done < length:
        steps.append(min(done, length - done))
        done += steps[-1]
    return tuple(steps)


def bits(mask: int) -> Iterator[int]:
    """The minutes of the mask, in order."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def stretches(mask: int) -> Iterator[tuple[int, int]]:
    """The uninterrupted stretches [start, end) of the mask, in order."""
    while mask:
        start = (mask & -mask).bit_length() - 1
        carried = mask + (1 << start)
        end = (carried & -carried).bit_length() - 1
        yield start, end
        mask &= carried


def comb(start: int, end: int, step: int) -> int:
    """The minutes start, start + step, start + 2 × step, … before `end`."""
    mask = 0
    for minute in range(start, end, step):
        mask |= 1 << minute
    return mask
