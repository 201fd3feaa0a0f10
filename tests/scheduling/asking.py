"""Questions to the engine in few words, with answers that a person can read."""

from .build import clock
from .build import MONDAY
from collective.rendezvous.scheduling.occupancy import EMPTY
from collective.rendezvous.scheduling.slots import Query
from collective.rendezvous.scheduling.slots import slots
from datetime import datetime
from datetime import UTC
from zoneinfo import ZoneInfo


THE_DAY_BEFORE = datetime(2026, 6, 14, 10, tzinfo=UTC)
"""Noon in Paris, on the day before MONDAY."""


def local(text, zone="Europe/Paris"):
    """local('2026-06-15 09:00'): that moment there; of two the first."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def query(day=MONDAY, last=None, type="passport", counters=None, agents=None, **options):
    def uids(names):
        return None if names is None else frozenset(f"uid-{name}" for name in names)

    return Query(
        type=f"uid-{type}",
        first=day,
        last=last or day,
        counters=uids(counters),
        agents=uids(agents),
        **options,
    )


def days(office, occupancy=EMPTY, now=THE_DAY_BEFORE, **options):
    return slots(office, occupancy, query(**options), now)


def day(office, occupancy=EMPTY, now=THE_DAY_BEFORE, **options):
    (only,) = days(office, occupancy, now, **options)
    return only


def starts(office, occupancy=EMPTY, now=THE_DAY_BEFORE, **options):
    """['9:00', '9:20', …], by the clock on the wall."""
    only = day(office, occupancy, now, **options)
    return [clock(slot.start.hour * 60 + slot.start.minute) for slot in only.slots]


def places(office, occupancy=EMPTY, now=THE_DAY_BEFORE, **options):
    """{'9:00': 2, …}."""
    only = day(office, occupancy, now, **options)
    return {clock(slot.start.hour * 60 + slot.start.minute): slot.places for slot in only.slots}


def stretches(office, occupancy=EMPTY, now=THE_DAY_BEFORE, **options):
    """['01:30+01:00/03:00+02:00', …]: start and end with their offsets."""
    only = day(office, occupancy, now, **options)
    return [f"{spoken(slot.start)}/{spoken(slot.end)}" for slot in only.slots]


def spoken(moment):
    return moment.strftime("%H:%M") + moment.isoformat()[19:]


def why(office, occupancy=EMPTY, now=THE_DAY_BEFORE, **options):
    return day(office, occupancy, now, **options).why
