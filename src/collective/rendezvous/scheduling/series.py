"""The start grid of a type without steps: series that leave no minute between appointments."""

from .hours import WHOLE_DAY
from .minutes import comb
from .minutes import erode
from .office import DAY


ROUND = 5
"""A series begins at a multiple of so many minutes."""

UNEVEN = WHOLE_DAY ^ comb(0, DAY, ROUND)


def chained(fits: int, need: int) -> int:
    """The starts of the series of each free stretch, from the minutes at which `need` of them fit.

    Each series begins at the start of its stretch, rounded up, and goes on every `need` minutes. All
    stretches are walked at once, a step of their series at a time.
    """
    starts = fits & ~(fits << 1)
    uneven = starts & UNEVEN
    while uneven:
        starts ^= uneven
        starts |= (uneven << 1) & fits
        uneven = starts & UNEVEN
    if starts << need & fits:
        goes_on = erode(fits, need + 1)
        latest = starts
        while latest := (latest & goes_on) << need:
            starts |= latest
    return starts
