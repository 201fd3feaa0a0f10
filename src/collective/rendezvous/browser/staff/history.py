"""What happened to an appointment, as people say it."""

from collections.abc import Iterator
from collective.rendezvous import _
from collective.rendezvous.browser.staff.names import person
from collective.rendezvous.browser.words import Words
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.ledger.appointment import Change
from collective.rendezvous.ledger.instants import instant
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.words.history import ACTIONS
from collective.rendezvous.words.history import FIELDS
from collective.rendezvous.words.states import STATES
from dataclasses import dataclass
from datetime import datetime
from typing import Any


LONGEST = 80


@dataclass(frozen=True)
class Told:
    """One line of the history: when, who, and what in sentences."""

    when: datetime
    who: str
    what: list[str]


def lines(appointment: Appointment, office: Office, words: Words) -> list[Told]:
    """The history, the last first."""
    return [
        Told(
            instant(change.when // 60).astimezone(office.zone),
            person(change.who, office, words),
            list(_what(change, appointment, office, words)),
        )
        for change in reversed(appointment.history)
    ]


def _what(change: Change, appointment: Appointment, office: Office, words: Words) -> Iterator[str]:
    if change.action == "book":
        yield words.say(_("Booked online") if appointment.origin == "public" else _("Booked by the office"))
    elif change.action == "undo":
        state = next((after for name, _before, after in change.changes if name == "state"), "")
        spoken = words.say(STATES[state]).lower() if state in STATES else ""
        yield (
            words.say(_("Last step taken back: ${state}"), state=spoken)
            if spoken
            else words.say(_("Last step taken back"))
        )
    elif change.action in ACTIONS:
        yield words.say(ACTIONS[change.action])
    else:
        for name, before, after in change.changes:
            yield _changed(name, before, after, office, words)
        if not change.changes:
            yield words.say(_("Changed"))


def _changed(name: str, before: Any, after: Any, office: Office, words: Words) -> str:
    field = words.say(FIELDS[name]) if name in FIELDS else name
    if name == "answers":
        return words.say(_("${field}: changed"), field=field)
    old, new = (_value(name, value, office, words) for value in (before, after))
    if not old:
        return words.say(_("${field}: ${after}"), field=field, after=new)
    if not new:
        return words.say(_("${field}: ${before}, then empty"), field=field, before=old)
    return words.say(_("${field}: ${before}, then ${after}"), field=field, before=old, after=new)


def _value(name: str, value: Any, office: Office, words: Words) -> str:
    if name == "start" and isinstance(value, str):
        return words.moment(datetime.fromisoformat(value).astimezone(office.zone))
    if name == "phone" and value:
        return words.phone(str(value)).text
    text = " ".join(spoken(value, words).split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def spoken(value: Any, words: Words) -> str:
    """An answer or a value as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return words.say(_("Yes") if value else _("No"))
    return str(value)
