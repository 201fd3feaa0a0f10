"""Free time as starts that one can click on."""

from collections.abc import Iterator
from collective.rendezvous.scheduling.minutes import stretches


HOUR = 60
LEAST = 20
"""No piece is shorter than so many minutes, so that it can be read and pressed."""


def openings(free: int, need: int) -> Iterator[tuple[int, int]]:
    """The free stretches that hold `need` minutes, cut at whole hours: (start, end) of each piece."""
    for start, end in stretches(free):
        while end - start >= need:
            cut = (start // HOUR + 1) * HOUR
            if cut - start < LEAST:
                cut += HOUR
            if end - cut < max(need, LEAST):
                cut = end
            yield start, min(cut, end)
            start = cut
