"""Checks of an availability: its hours and days, and those of the same agent elsewhere at the same time."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.rendezvous import _
from collective.rendezvous.content.availability import IAvailability
from collective.rendezvous.content.checks.hours import end_after_start
from collective.rendezvous.content.checks.hours import not_before
from collective.rendezvous.content.checks.overlap import overlapping
from collective.rendezvous.content.checks.problem import Place
from collective.rendezvous.content.checks.problem import Problem
from collective.rendezvous.content.counter import ICounter
from collective.rendezvous.content.hour import minutes
from collective.rendezvous.content.office import availability
from collective.rendezvous.content.office import complete
from collective.rendezvous.content.references import uids_by_id
from collective.rendezvous.scheduling.office import Availability
from typing import Any


def check_availability(values: Mapping[str, Any], place: Place) -> Iterator[Problem]:
    """Its own hours and days first; only then it is compared with the others."""
    found = end_after_start(values["start"], values["end"])
    found += not_before(values["valid_from"], values["valid_until"], "valid_until")
    yield from found
    if found or not values["days"]:
        return
    counters = set(uids_by_id(place.parent, ICounter).values())
    this = _hours(values, counters)
    for other in complete(place.parent, IAvailability, "days", "start", "end"):
        if place.is_this(other):
            continue
        that = availability(other, (), counters)
        if that.counters != this.counters and overlapping(this, that):
            yield Problem(
                "counters",
                "overlap",
                _(
                    "These hours overlap with others of this agent that name other counters: ${hours}.",
                    mapping={"hours": other.Title()},
                ),
            )
            return


def _hours(values: Mapping[str, Any], counters: set[str]) -> Availability:
    return Availability(
        uid="",
        days=frozenset(values["days"]),
        start=minutes(values["start"]),
        end=minutes(values["end"]),
        types=frozenset(),
        counters=frozenset(values["counters"] or ()) & counters,
        valid_from=values["valid_from"],
        valid_until=values["valid_until"],
        weeks=values["weeks"],
    )
