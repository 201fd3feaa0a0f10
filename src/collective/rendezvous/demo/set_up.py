"""Set the section up: types, counters, agents with their hours, closures."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.rendezvous.demo.people import account
from collective.rendezvous.demo.town import day
from collective.rendezvous.demo.town import moment
from collective.rendezvous.demo.town import TOWN
from datetime import date
from datetime import datetime
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from typing import Any
from zoneinfo import ZoneInfo
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


RICH = frozenset({"instructions", "intro", "privacy_text", "rgpd_text"})
ID = "rendez-vous"


def set_up(portal: Any, now: datetime) -> Any:
    """Make the section with all that is in it, open to citizens."""
    section = createContentInContainer(portal, "RendezVousSection", id=ID, **_values(TOWN["section"]))
    today = now.astimezone(ZoneInfo(section.timezone)).date()
    types = {one["id"]: _add(section, "AppointmentType", one) for one in TOWN["types"]}
    counters = {one["id"]: _counter(section, one, types, today) for one in TOWN["counters"]}
    for one in TOWN["agents"]:
        _agent(section, one, types, counters, today)
    section.closures = [_closure(row, today) for row in TOWN["closures"]]
    notify(ObjectModifiedEvent(section))
    api.content.transition(section, "open")
    return section


def _values(told: Mapping[str, Any], *without: str) -> dict[str, Any]:
    return {
        name: RichTextValue(value, "text/html", "text/x-html-safe") if name in RICH else value
        for name, value in told.items()
        if name not in without
    }


def _add(container: Any, kind: str, told: Mapping[str, Any], *without: str) -> str:
    uid: str = createContentInContainer(container, kind, **_values(told, *without)).UID()
    return uid


def _counter(section: Any, told: Mapping[str, Any], types: Mapping[str, str], today: date) -> str:
    values = {"capacity": 1, **told, "types": [types[id] for id in told["types"]]}
    if told["id"] not in section:
        _add(section, "Counter", values, "away")
    counter = section[told["id"]]
    for name, value in _values(values, "id", "away").items():
        setattr(counter, name, value)
    counter.reindexObject()
    _away(counter, told.get("away", ()), today)
    uid: str = counter.UID()
    return uid


def _agent(
    section: Any, told: Mapping[str, Any], types: Mapping[str, str], counters: Mapping[str, str], today: date
) -> None:
    values = _values(told, "login", "who", "hours", "away")
    agent = createContentInContainer(section, "Agent", userid=account(told), **values)
    for hours in told["hours"]:
        referred = {
            "types": [types[id] for id in hours["types"]],
            "counters": [counters[id] for id in hours.get("counters", ())],
        }
        _add(agent, "Availability", {**hours, **referred})
    _away(agent, told.get("away", ()), today)


def _away(container: Any, rows: Iterable[Mapping[str, Any]], today: date) -> None:
    for row in rows:
        stretch = {"start": moment(today, row["from"]), "end": moment(today, row["until"])}
        _add(container, "Unavailability", {**stretch, "reason": row["reason"]})


def _closure(row: Mapping[str, Any], today: date) -> dict[str, Any]:
    hours = {"start": row.get("start"), "end": row.get("end"), "reason": row["reason"]}
    return {"first_day": day(today, row["first"]), "last_day": day(today, row["last"]), **hours}
