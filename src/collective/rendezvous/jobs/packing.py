"""Warn when the database has not been packed for long: what is erased stays in its file until then.

No storage tells when it was packed last. But packing forgets old revisions of objects, and the turn of this
very job is written every day: its oldest revision that is still there was written after the last packing, or
just before it.
"""

from collective.rendezvous.ledger.timetable import turn_of
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from typing import Any

import logging


NAME = "packing"
LATE = timedelta(days=31)
REVISIONS = 1000
"""So many revisions are looked at: more than a year's."""

logger = logging.getLogger(__name__)


def run(section: Any, now: datetime) -> int:
    """Nothing: the database is all sections'."""
    return 0


def run_beside(portal: Any, now: datetime) -> int:
    """Warn if packing is late; return whether it is."""
    since = unpacked_since(portal)
    if since is None or now - since < LATE:
        return 0
    logger.warning(
        "The database has not been packed for %d days: pack it, erased data is still in it.",
        (now - since).days,
    )
    return 1


def unpacked_since(portal: Any) -> datetime | None:
    """Since when, at the latest, the database has not been packed; None where nothing tells."""
    turn = turn_of(portal, NAME)
    if turn is None or turn._p_oid is None or turn._p_jar is None:
        return None
    try:
        revisions = turn._p_jar.db().history(turn._p_oid, REVISIONS)
    except (KeyError, NotImplementedError):
        return None
    return datetime.fromtimestamp(min(one["time"] for one in revisions), UTC) if revisions else None
