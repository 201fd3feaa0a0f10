"""What stands behind the appointments of a planning, as plain values."""

from collective.rendezvous.restapi.section.moments import written
from collective.rendezvous.scheduling.occurrences import Absence
from collective.rendezvous.scheduling.occurrences import absences
from collective.rendezvous.scheduling.occurrences import closures
from collective.rendezvous.scheduling.occurrences import Hours
from collective.rendezvous.scheduling.occurrences import hours
from collective.rendezvous.scheduling.occurrences import Span
from collective.rendezvous.scheduling.office import Agent
from collective.rendezvous.scheduling.office import Closure
from collective.rendezvous.scheduling.office import DAY
from collective.rendezvous.scheduling.office import Office
from typing import Any


def behind(office: Office, asked: Span, language: str) -> dict[str, Any]:
    """Availabilities, unavailabilities and closures of the days asked."""
    return {
        "availabilities": [availability(office, each) for each in hours(office, asked)],
        "unavailabilities": [unavailability(each) for each in absences(office, asked)],
        "closures": [closure(each) for each in closures(office, asked, language)],
    }


def availability(office: Office, hours: Hours) -> dict[str, Any]:
    """Hours on one day; no counters means any."""
    one = hours.availability
    return {
        "agent": hours.agent.id,
        "start": written(hours.start),
        "end": written(hours.end),
        "types": [kind.id for kind in office.types.values() if kind.uid in one.types],
        "counters": [counter.id for counter in office.counters.values() if counter.uid in one.counters],
        "audience": one.audience,
    }


def unavailability(absence: Absence) -> dict[str, Any]:
    """An absence, of an agent or of a counter."""
    return {
        "agent" if isinstance(absence.of, Agent) else "counter": absence.of.id,
        "start": written(absence.start),
        "end": written(absence.end),
        "reason": absence.reason,
    }


def closure(closure: Closure) -> dict[str, Any]:
    """A closure; with its hours where it is not whole days."""
    told = {
        "first_day": closure.first_day.isoformat(),
        "last_day": closure.last_day.isoformat(),
        "reason": closure.reason,
    }
    if (closure.start, closure.end) != (0, DAY):
        told |= {"start": clock(closure.start), "end": clock(closure.end)}
    return told


def clock(minute: int) -> str:
    """Minutes since midnight as HH:MM."""
    return f"{minute // 60:02}:{minute % 60:02}"
