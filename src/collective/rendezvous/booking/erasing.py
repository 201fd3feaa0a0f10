"""Erase what is personal: once its time is over, or because somebody asks for it."""

from ..ledger.appointment import Appointment
from ..ledger.erasures import REQUEST
from ..ledger.erasures import RETENTION
from ..ledger.instants import after
from ..ledger.store import Ledger
from ..scheduling.states import OCCUPYING
from ..scheduling.states import TRANSITIONS
from ..scheduling.states import UPCOMING
from ..scheduling.zone import end_of
from .errors import WrongState
from .events import AppointmentErased
from .life import go
from .opening import opened
from .opening import state_of
from .retry import committing
from .writing import Writing
from calendar import monthrange
from collections.abc import Callable
from datetime import datetime
from datetime import UTC
from itertools import takewhile
from zoneinfo import ZoneInfo

import transaction


BATCH = 100
"""So many are erased in one transaction."""


def months_before(moment: datetime, months: int) -> datetime:
    """The same day and hour so many calendar months earlier; where there is no such day, the month's last."""
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    day = min(moment.day, monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)


def ended(appointment: Appointment, zone: ZoneInfo) -> datetime:
    """When it ended, in its zone."""
    return end_of(appointment.start_at.astimezone(zone), appointment.length)


def over(
    ledger: Ledger, zone: ZoneInfo, months: int, now: datetime, number: int = BATCH
) -> list[Appointment]:
    """Those with personal data that ended so many months ago or earlier; so many of them, the oldest."""
    limit = months_before(now.astimezone(zone), months)
    due = ledger.unerased(after(limit), number)
    return list(takewhile(lambda one: ended(one, zone) <= limit, due))


def erase_over(
    ledger: Ledger,
    zone: ZoneInfo,
    months: int,
    now: datetime,
    commit: Callable[[], None] | None = transaction.commit,
) -> int:
    """Erase all those whose time is over; how many. Each batch is committed, so one may stop anywhere.

    Raises :class:`.errors.Busy` where others write at every moment. Along with them go the secrets
    by which yesterday's clients could still be told apart, and who asked for lost links.
    """

    def some() -> int:
        due = over(ledger, zone, months, now)
        for appointment in due:
            ledger.erase(appointment, now, RETENTION)
        return len(due)

    def rest() -> None:
        ledger.complete()
        if ledger.retention != months:
            ledger.retention = months
        for clients in (ledger.clients, ledger.holds, ledger.waiting.clients):
            clients.salt.forget(now.astimezone(UTC).date())
        ledger.resent.sweep(now)

    committing(ledger._p_jar, rest, commit)
    done = 0
    while over(ledger, zone, months, now, 1):
        done += committing(ledger._p_jar, some, commit)
    return done


def erase(writing: Writing, reference: str, cancel: bool = False, key: str | None = None) -> Appointment:
    """Erase one because somebody asks for it, as staff or as its citizen by its key.

    Raises Unknown; WrongState while it is still to take place, or is taking place. With `cancel`
    staff have one to come cancelled first, by mail, as ever.
    """
    appointment = opened(writing.ledger, reference, writing.actor, key)
    if cancel and writing.actor.staff and to_come(appointment, writing.now):
        go(writing, appointment, TRANSITIONS["cancel"])
    if not erasable(appointment, writing.office.zone, writing.now):
        raise WrongState(state_of(appointment, writing.now))
    writing.tell(AppointmentErased(writing.section, appointment, writing.actor))
    writing.ledger.erase(appointment, writing.now, REQUEST)
    return appointment


def to_come(appointment: Appointment, now: datetime) -> bool:
    """Whether somebody is still expected, who has not come yet."""
    return state_of(appointment, now) in UPCOMING and appointment.start_at > now


def erasable(appointment: Appointment, zone: ZoneInfo, now: datetime) -> bool:
    """Whether nobody needs any more to know who comes: it is over, or will not take place."""
    return not appointment.erased and (
        state_of(appointment, now) not in OCCUPYING or ended(appointment, zone) <= now
    )
