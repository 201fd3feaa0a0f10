"""Do the jobs of a site that are due."""

from collections.abc import Iterable
from collections.abc import Iterator
from collective.rendezvous.jobs.all import JOBS
from collective.rendezvous.jobs.conflicts import written
from collective.rendezvous.jobs.job import Job
from collective.rendezvous.jobs.report import report
from collective.rendezvous.jobs.visit import visit
from collective.rendezvous.ledger.container import ledgers
from collective.rendezvous.ledger.timetable import turn_of
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from plone import api
from plone.app.uuid.utils import uuidToObject
from transaction.interfaces import TransientError
from typing import Any
from zoneinfo import ZoneInfo

import transaction


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: how many things it did, in how many sections it failed."""

    job: Job
    done: int
    failed: int


def run(portal: Any, now: datetime, jobs: Iterable[Job] = JOBS) -> dict[str, int]:
    """Do the jobs that are due in a site that is entered; how many things each did.

    Each section has a transaction of its own; what the caller wrote before must be committed. A job that
    fails in a section is logged, and stops neither the others nor the other sections.
    """
    return {outcome.job.name: outcome.done for outcome in outcomes(portal, now, jobs)}


def outcomes(portal: Any, now: datetime, jobs: Iterable[Job] = JOBS) -> Iterator[Outcome]:
    """The same, job by job."""
    for job in jobs:
        if not job.takes_turns:
            yield everywhere(portal, job, now)
        elif taken(portal, job, now):
            outcome = everywhere(portal, job, now)
            written(partial(end, portal, outcome, now))
            yield outcome


def taken(portal: Any, job: Job, now: datetime) -> bool:
    """Whether a job is due, and its turn is this process's now."""
    transaction.begin()
    turn = turn_of(portal, job.name)
    if turn is not None and not (turn.free(now) and job.due(turn.begun, now, zone_of(portal))):
        return False
    try:
        turn = turn_of(portal, job.name, create=True)
        assert turn is not None
        turn.take(now)
        transaction.commit()
    except TransientError:
        transaction.abort()
        return False
    return True


def end(portal: Any, outcome: Outcome, now: datetime) -> None:
    """Give a turn back."""
    turn = turn_of(portal, outcome.job.name, create=True)
    assert turn is not None
    turn.end(now, outcome.done, outcome.failed)


def everywhere(portal: Any, job: Job, now: datetime) -> Outcome:
    """Do a job in every section, and beside them."""
    done = failed = 0
    transaction.begin()
    acts = [
        (place(section), partial(in_section, section, job, now)) for section in sections(portal, job, now)
    ]
    if job.beside is not None:
        acts.append(("the site", partial(written, partial(job.beside, portal, now))))
    for where, act in acts:
        try:
            done += act()
        except Exception as error:
            transaction.abort()
            report(f"The job {job.name} failed in {where}", error)
            failed += 1
    return Outcome(job, done, failed)


def in_section(section: Any, job: Job, now: datetime) -> int:
    """Do a job in one section."""
    with visit(section) as visited:
        return written(lambda: job.run(visited, now))


def sections(portal: Any, job: Job, now: datetime) -> Iterator[Any]:
    """The sections of a site, in any state, of which anything is stored and in which a job may be due."""
    for uid, ledger in (ledgers(portal) or {}).items():
        if job.waits is None or job.waits(ledger, now):
            section = uuidToObject(uid, unrestricted=True)
            if section is not None:
                yield section


def place(section: Any) -> str:
    """Where a section is, for the log."""
    return "/".join(section.getPhysicalPath())


def zone_of(portal: Any) -> ZoneInfo:
    """The site's time zone."""
    return ZoneInfo(api.portal.get_registry_record("plone.portal_timezone", default="UTC") or "UTC")
