"""A naive answer to what `scheduling.judging` answers to staff who name agent and counter."""

from .naive_day import away
from .naive_day import busy
from .naive_day import closed
from .naive_day import DAY
from .naive_day import elapsed
from .naive_day import minutes_of
from .naive_day import most_at_once
from .naive_day import of_the_day
from .oracle import occupied
from datetime import timedelta
from datetime import UTC


def by_day(first_day, minutes):
    """(day, its minutes) of minutes that may go on after midnight."""
    days = {}
    for minute in minutes:
        days.setdefault(first_day + timedelta(days=minute // DAY), set()).add(minute % DAY)
    return days.items()


def codes(office, stretches, proposal, now):
    """The codes, in order, that staff must be told of a proposal that names its agent and counter."""
    zone, type_ = office.zone, office.types[proposal.type]
    agent, counter = office.agents[proposal.agent], office.counters[proposal.counter]
    start = proposal.start.astimezone(UTC)
    first_day = proposal.start.astimezone(zone).date()
    clock = proposal.start.astimezone(zone)
    first = clock.hour * 60 + clock.minute
    told = []

    if start < now:
        told.append("in_the_past")
    elif start < elapsed(now, type_.min_notice_hours):
        told.append("too_soon")
    if first_day > now.astimezone(zone).date() + timedelta(days=type_.horizon_days):
        told.append("too_late")

    seen = set()
    length = occupied(type_, proposal.people)
    for day, minutes in by_day(first_day, range(first, first + length)):
        here = of_the_day(agent, day, staff=True)
        offering = [a for a in here if type_.uid in a.types and type_.active]
        allowing = [a for a in offering if not a.counters or counter.uid in a.counters]
        if minutes & closed(office, day):
            seen.add("day_closed")
        if not counter.active or minutes & away(counter.unavailabilities, day):
            seen.add("counter_unavailable")
        if not minutes <= minutes_of(here, zone, day):
            seen.add("outside_availability")
        if not agent.active or minutes & away(agent.unavailabilities, day):
            seen.add("agent_unavailable")
        if minutes & busy(stretches, day, agent.uid):
            seen.add("agent_busy")
        if most_at_once(stretches, day, counter.uid, minutes) >= counter.capacity:
            seen.add("counter_full")
        if not minutes <= minutes_of(offering, zone, day):
            seen.add("type_not_by_agent")
        if not minutes <= minutes_of(allowing, zone, day):
            seen.add("agent_not_at_counter")
    if type_.uid not in counter.types:
        seen.add("type_not_at_counter")
    if "outside_availability" in seen:
        seen.discard("type_not_by_agent")
        seen.discard("agent_not_at_counter")
    if "type_not_by_agent" in seen:
        seen.discard("agent_not_at_counter")

    order = (
        "day_closed",
        "counter_unavailable",
        "outside_availability",
        "agent_unavailable",
        "agent_busy",
        "counter_full",
        "type_not_at_counter",
        "type_not_by_agent",
        "agent_not_at_counter",
    )
    told += [code for code in order if code in seen]
    if office.max_upcoming_per_email and proposal.upcoming >= office.max_upcoming_per_email:
        told.append("too_many_for_visitor")
    return told
