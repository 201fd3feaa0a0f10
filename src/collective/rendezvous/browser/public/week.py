"""A week of slots as the page shows it: a column a day, morning and afternoon."""

from collections.abc import Sequence
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.scheduling.slots import Day
from collective.rendezvous.scheduling.slots import Query
from collective.rendezvous.scheduling.slots import Slot
from dataclasses import dataclass
from datetime import date
from datetime import timedelta


NOON = 12
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Column:
    """One day: its slots, or why it has none ("past", "full", "closed" with its reason, "later", "none")."""

    day: date
    morning: tuple[Slot, ...]
    afternoon: tuple[Slot, ...]
    why: str
    reason: str


@dataclass(frozen=True)
class Week:
    """The columns from Monday on, and the Mondays of the weeks before and after that can be shown."""

    columns: tuple[Column, ...]
    previous: date | None
    next: date | None


def monday(day: date) -> date:
    """Return the first day of a day's week."""
    return day - timedelta(days=day.weekday())


def open_weekdays(office: Office, type_uid: str, counters: frozenset[str] | None) -> frozenset[int]:
    """Return the days of the week (0 = Monday) on which somebody ever receives the public for this type.

    `counters` are those of the place, None for any.
    """
    return frozenset(
        weekday
        for agent in office.agents.values()
        if agent.active
        for hours in agent.availabilities
        if hours.audience == "public" and type_uid in hours.types
        if counters is None or not hours.counters or not counters.isdisjoint(hours.counters)
        for weekday in hours.days
    )


def last_day(type: AppointmentType, today: date) -> date:
    """Return the last day that is open to booking."""
    return today + timedelta(days=type.horizon_days)


def week(office: Office, query: Query, days: Sequence[Day], today: date) -> Week:
    """Return the week that the query asked for; weekdays on which nobody ever receives are left out."""
    type = office.types[query.type]
    weekdays = open_weekdays(office, query.type, query.counters)
    last = last_day(type, today)
    first = days[0].day
    return Week(
        columns=tuple(_column(day, last) for day in days if day.slots or day.day.weekday() in weekdays),
        previous=first - WEEK if first > today else None,
        next=first + WEEK if first + WEEK <= last else None,
    )


def _column(day: Day, last: date) -> Column:
    why = "later" if day.why == "none" and day.day > last else day.why or ""
    return Column(
        day=day.day,
        morning=tuple(slot for slot in day.slots if slot.start.hour < NOON),
        afternoon=tuple(slot for slot in day.slots if slot.start.hour >= NOON),
        why=why,
        reason=day.reason,
    )
