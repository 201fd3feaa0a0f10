"""How the clock and the outbox are doing; only read, never written."""

from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.jobs.all import JOBS
from collective.rendezvous.ledger.timetable import turn_of
from collective.rendezvous.notifications.address import public
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from typing import Any


STUCK = timedelta(minutes=15)
"""A letter that waits so long is stuck: the clock is stopped, or the mail server."""

SILENT = timedelta(hours=1)
"""A clock of which nothing was heard for so long has stopped."""


@dataclass(frozen=True, slots=True)
class Told:
    """The last turn of a job: when it began (None: never), what it did, in how many sections it failed."""

    name: str
    begun: datetime | None
    done: int
    failed: int


@dataclass(frozen=True, slots=True)
class Letters:
    """The outbox of a section: how many wait, since when, what was given up."""

    waiting: int
    oldest: datetime | None
    given_up: int
    last_given_up: tuple[tuple[int, str, str], ...]

    def stuck(self, now: datetime) -> bool:
        """Whether a letter has waited too long."""
        return self.oldest is not None and now - self.oldest > STUCK


def turns(portal: Any) -> list[Told]:
    """The last turn of each job that takes turns."""
    return [_told(job.name, turn_of(portal, job.name)) for job in JOBS if job.takes_turns]


def silent(portal: Any, now: datetime) -> bool:
    """Whether the clock has stopped, or never went."""
    begun = [turn.begun for turn in turns(portal) if turn.begun is not None]
    return not begun or now - max(begun) > SILENT


def letters(section: Any) -> Letters:
    """What waits in the outbox of a section."""
    ledger = ledger_of(section)
    if ledger is None:
        return Letters(0, None, 0, ())
    outbox = ledger.outbox
    return Letters(len(outbox), _moment(outbox.oldest), outbox.given_up.count, outbox.given_up.last)


def address(portal: Any, section: Any) -> str:
    """The address under which letters name the section; empty while nobody knows."""
    ledger = ledger_of(section)
    root, path = public(portal, ledger.address if ledger is not None else None)
    inside = "/".join(section.getPhysicalPath()).removeprefix(path).strip("/")
    return f"{root}/{inside}" if root else ""


def _told(name: str, turn: Any) -> Told:
    if turn is None:
        return Told(name, None, 0, 0)
    return Told(name, _moment(turn.begun or None), turn.done, turn.failed)


def _moment(second: int | None) -> datetime | None:
    return None if second is None else datetime.fromtimestamp(second, UTC)
