"""The appointments of some days, for a planning, and whether anything of them has changed."""

from ..ledger.appointment import Appointment
from ..ledger.instants import minutes
from ..ledger.store import Ledger
from ..scheduling.office import Office
from ..scheduling.zone import at
from ..scheduling.zone import end_of
from .listing import Filter
from .listing import listed
from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import timedelta
from hashlib import blake2b


def planned(ledger: Ledger | None, office: Office, asked: Filter, now: datetime) -> list[Appointment]:
    """The appointments of the days asked for, in whatever state, in order of start.

    Those that began the day before and are not over at midnight come first.
    """
    if ledger is None or asked.first is None:
        return []
    began = [one for one in across(ledger, office, asked.first) if asked.fits(one, now)]
    return [*sorted(began, key=lambda one: (one.start, one.id)), *listed(ledger, office, asked, now)]


def across(ledger: Ledger, office: Office, day: date) -> Iterator[Appointment]:
    """Those that began before that day and are not over when it begins, their buffers left out."""
    midnight = at(office.zone, day, 0)
    for one in ledger.across(day):
        start = one.start_at.astimezone(office.zone)
        if start < midnight < end_of(start, one.length):
            yield one


def signature(ledger: Ledger | None, office: Office, first: date, last: date, now: datetime) -> str:
    """Text that is another one after any change of the set-up or of an appointment of these days.

    Each appointment is told by its version, which is in the object cache of whoever asks again
    and again; nothing is written for this, so nothing can conflict. Time changes it where a
    pending one lapses.
    """
    if ledger is None:
        return ""
    low = minutes(at(office.zone, first, 0))
    high = minutes(at(office.zone, last + timedelta(days=1), 0))
    told = blake2b(str(ledger.revision.number).encode(), digest_size=16)
    for found in (across(ledger, office, first), ledger.between(low, high)):
        for one in found:
            told.update(b"%d.%d.%d " % (one.id, one.version, one.lapsed(now)))
    return told.hexdigest()
