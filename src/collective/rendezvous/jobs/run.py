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
from datetime import datetime
from functools import partial
from plone import api
from plone.app.uuid.utils import uuidToObject
from transaction.interfaces import TransientError
from typing import Any
from zoneinfo import ZoneInfo

import transaction


def run(portal: Any, now: datetime, jobs: Iterable[Job] = JOBS) -> dict[str, int]:
    """Do the jobs that are due in a site that is entered; how many things each did.

    Each section has a transaction of its own; what the caller wrote before must be committed. A job that
    fails in a section is logged, and stops neither the others nor the other sections.
    """
    done: dict[str, int] = {}
    for job in jobs:
        if not job.takes_turns:
            done[job.name], _failed = everywhere(portal, job, now)
        elif taken(portal, job, now):
            done[job.name], failed = everywhere(portal, job, now)
            written(partial(end, portal, job, now, done[job.name], failed))
    return done


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


def end(portal: Any, job: Job, now: datetime, done: int, failed: int) -> None:
    """Give a turn back."""
    turn = turn_of(portal, job.name, create=True)
    assert turn is not None
    turn.end(now, done, failed)


def everywhere(portal: Any, job: Job, now: datetime) -> tuple[int, int]:
    """Do a job in every section; how many things it did, and in how many sections it failed."""
    done = failed = 0
    transaction.begin()
    for section in list(sections(portal)):
        try:
            done += in_section(section, job, now)
        except Exception as error:
            transaction.abort()
            report(f"The job {job.name} failed in {'/'.join(section.getPhysicalPath())}", error)
            failed += 1
    if job.beside is not None:
        try:
            done += written(partial(job.beside, portal, now))
        except Exception as error:
            transaction.abort()
            report(f"The job {job.name} failed beside the sections", error)
            failed += 1
    return done, failed


def in_section(section: Any, job: Job, now: datetime) -> int:
    """Do a job in one section."""
    with visit(section) as visited:
        return written(lambda: job.run(visited, now))


def sections(portal: Any) -> Iterator[Any]:
    """The sections of a site that anything is stored of, in any state."""
    for uid in ledgers(portal) or ():
        section = uuidToObject(uid, unrestricted=True)
        if section is not None:
            yield section


def zone_of(portal: Any) -> ZoneInfo:
    """The site's time zone."""
    return ZoneInfo(api.portal.get_registry_record("plone.portal_timezone", default="UTC") or "UTC")
