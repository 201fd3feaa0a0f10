"""Who is there on a day, and for how long in a week."""

from .holidays import closures_on
from .hours import absent
from .minutes import span
from .office import Agent
from .office import DAY
from .office import Office
from datetime import date
from datetime import timedelta


def hours_on(agent: Agent, day: date) -> int:
    """The minutes of the day that the agent's availabilities cover, whoever may book them."""
    mask = 0
    for one in agent.availabilities:
        if one.applies(day):
            mask |= span(one.start, one.end)
    return mask


def minutes_in_week(agent: Agent, day: date) -> int:
    """How many minutes the availabilities cover in the week (Monday to Sunday) of that day."""
    monday = day - timedelta(days=day.weekday())
    return sum(hours_on(agent, monday + timedelta(days=number)).bit_count() for number in range(7))


def present(office: Office, agent: Agent, day: date) -> int:
    """The minutes of the day in which an active agent is there: hours, less absences and closures."""
    if not agent.active:
        return 0
    return hours_on(agent, day) & ~absent(agent.unavailabilities, day) & ~closures_on(office, day).mask


def away(office: Office, uid: str, day: date) -> int:
    """The minutes of the day in which a counter is unavailable; closures of the section do not count."""
    return absent(office.counters[uid].unavailabilities, day) & span(0, DAY)
