"""What is kept of a person, told to that person: labels in words, values that machines read too.

The keys of appointments are left out, and so is who of the staff did what.
"""

from .. import _
from ..ledger.appointment import Appointment
from ..ledger.appointment import Change
from ..ledger.parcel import Parcel
from ..ledger.waiting import Waiter
from ..scheduling.office import Office
from ..words.history import ACTIONS
from ..words.history import FIELDS
from ..words.speech import say
from ..words.states import STATES
from .erasing import ended
from .opening import state_of
from .person import Kept
from collections.abc import Callable
from datetime import datetime
from typing import Any


WHO = {"citizen": _("the visitor"), "system": _("automatic")}


def dossier(found: Kept, office: Office, now: datetime, language: str) -> dict[str, Any]:
    """All that a section keeps of a person, as plain values of JSON."""

    def in_words(message: str) -> str:
        return say(message, language)

    told: dict[str, Any] = {
        _("Section"): office.title,
        _("Appointments"): [appointment(one, office, now, in_words) for one in found.appointments],
        _("Waiting list"): [waiter(one, office, in_words) for one in found.waiting],
        _("Letters not sent yet"): [letter(one, office, in_words) for one in found.letters.values()],
    }
    return {in_words(label): value for label, value in told.items()}


def waiter(one: Waiter, office: Office, in_words: Callable[[str], str]) -> dict[str, Any]:
    """An entry of the waiting list."""
    kind = office.types.get(one.type_uid)
    told = {
        _("E-mail address"): one.email,
        _("Type"): kind.title if kind is not None else "",
        _("First day"): one.first.isoformat(),
        _("Last day"): one.last.isoformat(),
        _("Number of people"): one.people,
        _("Since"): moment(one.created, office),
    }
    return {in_words(label): value for label, value in told.items() if value}


def letter(one: Parcel, office: Office, in_words: Callable[[str], str]) -> dict[str, Any]:
    """A letter that waits to be sent."""
    told = {
        _("E-mail address"): one.to,
        _("Reference"): one.reference,
        _("Since"): moment(one.written, office),
        _("Content"): dict(one.facts),
    }
    return {in_words(label): value for label, value in told.items() if value}


def appointment(
    one: Appointment, office: Office, now: datetime, in_words: Callable[[str], str]
) -> dict[str, Any]:
    """One appointment; what is empty is left out."""
    told = {
        _("Reference"): one.reference,
        _("Type"): one.type_title,
        _("Date and time"): one.start_at.astimezone(office.zone).isoformat(),
        _("End"): ended(one, office.zone).isoformat(),
        _("Counter"): one.counter_title,
        _("Agent"): one.agent_title,
        _("State"): in_words(STATES[state_of(one, now)]),
        _("Number of people"): one.people,
        _("Civility"): one.civility,
        _("First name"): one.first_name,
        _("Family name"): one.last_name,
        _("E-mail address"): one.email,
        _("Phone"): one.phone,
        _("Answers"): dict(one.answers),
        _("Comment"): one.comment,
        _("Internal notes"): one.notes,
        _("Language"): one.language,
        _("History"): [change(each, one, office, in_words) for each in one.history],
    }
    return {in_words(label): value for label, value in told.items() if value}


def change(line: Change, one: Appointment, office: Office, in_words: Callable[[str], str]) -> dict[str, Any]:
    """A line of the history: when, who, what, and the values before and after."""
    told: dict[str, Any] = {
        _("When"): moment(line.when, office),
        _("Who"): in_words(WHO.get(line.who, _("the office"))),
        _("What"): in_words(_what(line, one)),
    }
    changed = {
        FIELDS.get(name, name): {_("Before"): before, _("After"): after}
        for name, before, after in line.changes
        if name != "state"
    }
    if changed:
        told[_("Changed")] = {
            in_words(name): {in_words(side): value for side, value in sides.items()}
            for name, sides in changed.items()
        }
    return {in_words(label): value for label, value in told.items()}


def moment(seconds: int, office: Office) -> str:
    """Seconds since the epoch as an hour of the section."""
    return datetime.fromtimestamp(seconds, office.zone).isoformat()


def _what(line: Change, one: Appointment) -> str:
    if line.action == "book":
        return _("Booked online") if one.origin == "public" else _("Booked by the office")
    if line.action == "undo":
        return _("Last step taken back")
    return ACTIONS.get(line.action, _("Changed"))
