"""Which slots were asked for."""

from collective.rendezvous import _
from collective.rendezvous.restapi.section.parameters import Parameters
from collective.rendezvous.restapi.section.refusals import Denied
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.scheduling.rules import Actor
from collective.rendezvous.scheduling.slots import Query
from datetime import date
from datetime import timedelta


DAYS = 92
"""The most days asked for at once, counting both."""

SPAN = timedelta(days=30)
"""From the first day to the last one where that is not told."""


def asked_slots(
    parameters: Parameters, office: Office, actor: Actor, first: date, last: date
) -> Query | None:
    """The query that the parameters stand for; None where something was wrong, which is noted there.

    Raises Denied for the public that names an agent.
    """
    if not actor.staff and "agent" in parameters.values:
        raise Denied(_("Only staff choose an agent."))
    kind = asked_type(parameters, office, actor)
    people = parameters.whole("people", 1, 1, kind.max_people) if kind else 1
    counters = parameters.uids("counter", office.counter_by_id)
    agents = parameters.uids("agent", office.agent_by_id)
    if kind is None:
        return None
    return Query(kind.uid, first, last, people, counters, agents, actor.staff)


def asked_type(parameters: Parameters, office: Office, actor: Actor) -> AppointmentType | None:
    """The active type that was asked for; a staff-only one is unknown to the public."""
    before = len(parameters.errors)
    named = parameters.one("type")
    kind = office.type_by_id(named) if named is not None else None
    if kind is not None and kind.audience == "staff" and not actor.staff:
        kind = None
    if len(parameters.errors) > before:
        return None
    if kind is None:
        parameters.add("type", "required" if named is None else "unknown")
    elif not kind.active:
        parameters.add("type", "inactive")
        return None
    return kind


def asked_days(parameters: Parameters, today: date, most: int | None = DAYS) -> tuple[date, date]:
    """The first and the last day, from today and 30 days on where nothing is told."""
    first = parameters.day("from") or today
    last = parameters.day("to") or first + SPAN
    in_order(parameters, first, last)
    if most is not None and (last - first).days >= most:
        parameters.add("to", "too_many_days", most=most)
    return first, last


def in_order(parameters: Parameters, first: date, last: date) -> None:
    """Note a last day before the first one."""
    if last < first:
        parameters.add("to", "end_before_start")
