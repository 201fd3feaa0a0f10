"""The quick look at what stands never overlooks what the closer one finds."""

from .worlds import worlds
from collective.rendezvous.scheduling.fits import Fits
from collective.rendezvous.scheduling.stranded import broken_by_setup
from collective.rendezvous.scheduling.stranded import Standing
from collective.rendezvous.scheduling.zone import at
from hypothesis import given


@given(worlds())
def test_what_fits_breaks_no_rule_and_what_breaks_none_fits_but_across_midnight(world):
    office = world.office
    fits = Fits(office)
    for (day, minute), kind in zip(world.moments, [*office.types.values()] * 6, strict=False):
        start = at(office.zone, day, minute)
        for length in (kind.duration, 5):
            it = Standing(kind.uid, world.agent, world.counter, start, length, kind.buffer)
            broken = broken_by_setup(it, office)
            fit = fits.fit(kind.uid, world.agent, world.counter, start, length + kind.buffer)
            across = start.hour * 60 + start.minute + length + kind.buffer > 1440
            assert fit == (not broken) or (not fit and across)
