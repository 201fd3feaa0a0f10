"""Checks of a section: planning hours, holidays, closures, and its time zone."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.rendezvous import _
from collective.rendezvous import clock
from collective.rendezvous.booking.guards import upcoming
from collective.rendezvous.content.checks.hours import end_after_start
from collective.rendezvous.content.checks.hours import not_before
from collective.rendezvous.content.checks.problem import Place
from collective.rendezvous.content.checks.problem import Problem
from collective.rendezvous.content.subdivisions import is_country
from collective.rendezvous.content.subdivisions import is_subdivision
from typing import Any


def check_section(values: Mapping[str, Any], place: Place) -> Iterator[Problem]:
    """All of it."""
    yield from end_after_start(values["day_start"], values["day_end"], "day_end")
    yield from _holidays(values["holidays_country"], values["holidays_subdivision"])
    for row in values["closures"] or ():
        yield from _closure(row)
    yield from _timezone(values["timezone"], place)


def _holidays(country: str, subdivision: str) -> Iterator[Problem]:
    if country and not is_country(country):
        yield Problem("holidays_country", "unknown", _("The public holidays of this country are not known."))
    elif subdivision and not (country and is_subdivision(country, subdivision)):
        yield Problem("holidays_subdivision", "unknown", _("This part of the country is not known."))


def _closure(row: Mapping[str, Any]) -> Iterator[Problem]:
    yield from not_before(row["first_day"], row["last_day"], "closures")
    yield from end_after_start(row.get("start") or "00:00", row.get("end") or "24:00", "closures")


def _timezone(zone: str, place: Place) -> Iterator[Problem]:
    before = place.before("timezone")
    if before is None or before == zone:
        return
    count = upcoming(place.obj, clock.now())
    if count:
        yield Problem(
            "timezone",
            "has_appointments",
            _(
                "The time zone cannot change while ${count} appointments are to come.",
                mapping={"count": count},
            ),
        )
