"""Finding appointments, as staff: by days, by what they are for, by who comes."""

from ..ledger.appointment import Appointment
from ..ledger.instants import minutes
from ..ledger.store import Ledger
from ..scheduling.office import Office
from ..scheduling.zone import at
from .opening import state_of
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Filter:
    """What to list: days (both included), a uid or several, states, a text to search by; None is any."""

    first: date | None = None
    last: date | None = None
    agent: str | frozenset[str] | None = None
    counter: str | frozenset[str] | None = None
    type: str | frozenset[str] | None = None
    states: frozenset[str] = frozenset()
    text: str | None = None

    @property
    def narrow(self) -> bool:
        """Whether each appointment has to be read to know whether it is listed."""
        return bool(self.agent or self.counter or self.type or self.states)

    def fits(self, appointment: Appointment, now: datetime) -> bool:
        """Whether an appointment of these days is listed."""
        return (
            named(self.agent, appointment.agent_uid)
            and named(self.counter, appointment.counter_uid)
            and named(self.type, appointment.type_uid)
            and (not self.states or state_of(appointment, now) in self.states)
        )


def named(asked: str | frozenset[str] | None, uid: str) -> bool:
    """Whether a uid is the one, or one of those, asked for."""
    return uid in asked if isinstance(asked, frozenset) else asked in (None, uid)


def listed(ledger: Ledger | None, office: Office, asked: Filter, now: datetime) -> Sequence[Appointment]:
    """The appointments asked for in order of start, then reference; read as they are looked at.

    Without a filter by what they are for, counting and slicing read none of them.
    """
    if ledger is None:
        return ()
    low = minutes(at(office.zone, asked.first, 0)) if asked.first else None
    high = minutes(at(office.zone, asked.last + timedelta(days=1), 0)) if asked.last else None
    bounds = {name: value for name, value in (("low", low), ("high", high)) if value is not None}
    if asked.text is not None:
        found = ledger.matching(asked.text, **bounds)
    else:
        found = ledger.found(ledger.starts(bounds.get("low", 0), *([high] if high is not None else [])))
    if not asked.narrow:
        return found
    return [one for one in found if asked.fits(one, now)]
