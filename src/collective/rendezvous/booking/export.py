"""The appointments of a period as a table, to go on with elsewhere."""

from ..ledger.appointment import Appointment
from ..ledger.instants import instant
from ..ledger.store import Ledger
from ..scheduling.office import Office
from ..scheduling.zone import end_of
from ..words.speech import say
from ..words.states import STATES
from .listing import Filter
from .listing import listed
from .opening import state_of
from collections.abc import Iterator
from collective.rendezvous import _
from datetime import datetime
from typing import Any


COLUMNS = (
    _("Reference"),
    _("State"),
    _("Type"),
    _("Counter"),
    _("Agent"),
    _("Start"),
    _("End"),
    _("People"),
    _("Civility"),
    _("First name"),
    _("Last name"),
    _("E-mail"),
    _("Phone"),
    _("Answers"),
    _("Comment"),
    _("Internal notes"),
    _("Booked by"),
    _("Booked on"),
)
ORIGINS = {"public": _("the visitor"), "staff": _("the office")}
GENTLY = 500
"""After so many rows what was read is let go of."""


def exported(
    ledger: Ledger | None, office: Office, asked: Filter, now: datetime, language: str
) -> Iterator[list[Any]]:
    """The header in that language, then a row for each appointment, in order of start."""
    yield [say(title, language) for title in COLUMNS]
    for number, one in enumerate(listed(ledger, office, asked, now), 1):
        yield row(one, office, now, language)
        if number % GENTLY == 0 and ledger is not None and ledger._p_jar is not None:
            ledger._p_jar.cacheGC()


def row(one: Appointment, office: Office, now: datetime, language: str) -> list[Any]:
    """One appointment; times are the section's own."""
    start = one.start_at.astimezone(office.zone)
    return [
        one.reference,
        say(STATES[state_of(one, now)], language),
        one.type_title,
        one.counter_title,
        one.agent_title,
        written(start),
        written(end_of(start, one.length)),
        one.people,
        one.civility,
        one.first_name,
        one.last_name,
        one.email,
        one.phone,
        "\n".join(f"{label}: {answer(value, language)}" for label, value in one.answers.items()),
        one.comment,
        one.notes,
        say(ORIGINS[one.origin], language),
        written(instant(one.created // 60).astimezone(office.zone)),
    ]


def answer(value: Any, language: str) -> Any:
    """An answer to a question: yes and no in words."""
    if isinstance(value, bool):
        return say(_("Yes") if value else _("No"), language)
    return value


def written(moment: datetime) -> str:
    """A local time, as spreadsheets take it for one."""
    return moment.strftime("%Y-%m-%d %H:%M")
