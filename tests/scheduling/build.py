"""Small offices in few words, for examples that read as sentences."""

from collective.rendezvous.scheduling.occupancy import Stretches
from collective.rendezvous.scheduling.office import Agent
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.office import Availability
from collective.rendezvous.scheduling.office import Closure
from collective.rendezvous.scheduling.office import Counter
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.scheduling.office import Unavailability
from datetime import date
from datetime import datetime
from itertools import count
from types import MappingProxyType


MONDAY = date(2026, 6, 15)
TUESDAY = date(2026, 6, 16)
EVERY_DAY = frozenset(range(7))

numbers = count()


def minute(clock):
    """'9:20' -> 560; '24:00' -> 1440."""
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def clock(minute):
    """560 -> '9:20'."""
    return f"{minute // 60}:{minute % 60:02d}"


def appointment_type(name="passport", duration=20, **options):
    return AppointmentType(f"uid-{name}", name, name.title(), duration, **options)


def counter(name="desk", capacity=1, types=("passport",), **options):
    types = frozenset(f"uid-{each}" for each in types)
    return Counter(f"uid-{name}", name, name.title(), capacity, types, **options)


def hours(start, end, types=("passport",), counters=(), days=EVERY_DAY, **options):
    """hours('9:00', '12:00'): an availability on every day of the week."""
    return Availability(
        uid=f"uid-hours-{next(numbers)}",
        days=frozenset(days),
        start=minute(start),
        end=minute(end),
        types=frozenset(f"uid-{each}" for each in types),
        counters=frozenset(f"uid-{each}" for each in counters),
        **options,
    )


def agent(name="anna", *availabilities, **options):
    return Agent(f"uid-{name}", name, name.title(), name, availabilities=availabilities, **options)


def away(start, end, reason=""):
    """away('2026-06-15 10:00', '2026-06-15 11:00')."""
    return Unavailability(datetime.fromisoformat(start), datetime.fromisoformat(end), reason)


def closure(first_day, last_day=None, start="0:00", end="24:00", reason=""):
    last_day = last_day or first_day
    return Closure(first_day, last_day, minute(start), minute(end), reason)


def office(types=None, counters=None, agents=None, timezone="Europe/Paris", **options):
    """One type of 20 minutes, one counter and Anna from 9:00 to 12:00, where nothing else is said."""
    return Office(
        uid="uid-office",
        timezone=timezone,
        types=by_uid([appointment_type()] if types is None else types),
        counters=by_uid([counter()] if counters is None else counters),
        agents=by_uid([agent("anna", hours("9:00", "12:00"))] if agents is None else agents),
        **options,
    )


def by_uid(things):
    return MappingProxyType({each.uid: each for each in things})


def booked(*appointments, day=MONDAY):
    """booked(('9:00', '9:20', 'anna', 'desk')): an occupancy with these on one day."""
    taken = {}
    for start, end, *names in appointments:
        for name in names:
            taken.setdefault(f"uid-{name}", []).append((minute(start), minute(end)))
    return Stretches({day: taken})
