"""A day as people see it, for the oracle: minute by minute, with loops, lists and sets.

Written from the words of the design alone, slow on purpose; it knows nothing of masks. What is
taken comes as plain lists: ``{day: {uid: [(start, end), …]}}``, minutes since midnight.
"""

from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from functools import lru_cache

import holidays


MINUTE = timedelta(minutes=1)
DAY = 24 * 60


# Clocks


def exists(zone, wall):
    """Whether the clocks of the zone ever show this naive time."""
    there_and_back = wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    return there_and_back.replace(tzinfo=None) == wall


@lru_cache(maxsize=1000)
def existing_minutes(zone, day):
    midnight = datetime.combine(day, time())
    return frozenset(minute for minute in range(DAY) if exists(zone, midnight + minute * MINUTE))


@lru_cache(maxsize=100_000)
def moment(zone, day, minute):
    """When that minute begins: of two the first; a missing one is told as the first that exists."""
    wall = datetime.combine(day, time()) + minute * MINUTE
    while not exists(zone, wall):
        wall += MINUTE
    return wall.replace(tzinfo=zone)


def elapsed(moment, hours):
    """So many hours later, by a clock that nobody ever changes."""
    return moment.astimezone(UTC) + timedelta(hours=hours)


# What is open, and what is taken


def week_number(day):
    """The ISO week: that of its Thursday, counted from the first Thursday of the year."""
    thursday = day + timedelta(days=3 - day.weekday())
    return (thursday.timetuple().tm_yday - 1) // 7 + 1


def applies(availability, day):
    if availability.weeks == "even" and week_number(day) % 2 != 0:
        return False
    if availability.weeks == "odd" and week_number(day) % 2 != 1:
        return False
    if availability.valid_from and day < availability.valid_from:
        return False
    if availability.valid_until and day > availability.valid_until:
        return False
    return day.weekday() in availability.days


def of_the_day(agent, day, staff):
    """The availabilities of the agent on that day, as far as they exist for the asker."""
    return [a for a in agent.availabilities if applies(a, day) and (staff or a.audience == "public")]


def minutes_of(availabilities, zone, day):
    covered = {minute for a in availabilities for minute in range(a.start, a.end)}
    return covered & existing_minutes(zone, day)


@lru_cache(maxsize=10_000)
def away(unavailabilities, day):
    """The minutes of the day of which a part lies in an unavailability."""
    midnight = datetime.combine(day, time())
    found = set()
    for each in unavailabilities:
        first = (each.start - midnight) // MINUTE
        last = -((midnight - each.end) // MINUTE)
        found.update(range(max(first, 0), min(last, DAY)))
    return frozenset(found)


@lru_cache(maxsize=100)
def public_holidays(country, subdivision, year, language):
    subdivision = {"67": "6AE", "68": "6AE"}.get(subdivision, subdivision)
    return holidays.country_holidays(country, subdiv=subdivision or None, years=year, language=language)


def holiday(office, day, language="fr"):
    if not office.holidays_country or day in office.holidays_worked:
        return None
    known = public_holidays(office.holidays_country, office.holidays_subdivision, day.year, language)
    return known.get(day)


def closed(office, day):
    """The closed minutes of the day."""
    if holiday(office, day):
        return set(range(DAY))
    of_day = [closure for closure in office.closures if closure.first_day <= day <= closure.last_day]
    return {minute for closure in of_day for minute in range(closure.start, closure.end)}


def reasons(office, day):
    """Every reason that a closed day may be told with."""
    name = holiday(office, day)
    if name:
        return {name}
    return {closure.reason for closure in office.closures if closure.first_day <= day <= closure.last_day}


def most_at_once(stretches, day, uid, minutes):
    """The largest number of appointments at one of the minutes."""
    there = stretches.get(day, {}).get(uid, ())
    return max(sum(1 for start, end in there if start <= minute < end) for minute in minutes) if there else 0


def count_of(stretches, day, uid):
    return len(stretches.get(day, {}).get(uid, ()))


def busy(stretches, day, uid):
    return {minute for start, end in stretches.get(day, {}).get(uid, ()) for minute in range(start, end)}
