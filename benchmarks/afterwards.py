"""Look at the ledger behind the servers' backs."""

from collections.abc import Collection
from collections.abc import Iterator
from collective.rendezvous.ledger.container import ANNOTATION
from collective.rendezvous.ledger.store import Ledger
from collective.rendezvous.ledger.verify import verify
from collective.rendezvous.scheduling.occupancy import taken
from contextlib import contextmanager
from datetime import datetime
from datetime import UTC
from typing import Any
from zoneinfo import ZoneInfo

import ZEO


PARIS = ZoneInfo("Europe/Paris")


@contextmanager
def site(zeo: str) -> Iterator[Any]:
    """The site, read straight from ZEO."""
    host, _, port = zeo.rpartition(":")
    db = ZEO.DB((host, int(port)))
    try:
        yield db.open().root()["Application"]["mairie"]
    finally:
        db.close()


def ledger(site: Any, section: str) -> Ledger:
    uid = getattr(site[section], "_plone.uuid")
    found: Ledger = site.__annotations__[ANNOTATION][uid]
    return found


def found_wrong(of: Ledger, references: Collection[str]) -> tuple[int, int, int]:
    """Differences that verify tells; minutes booked beyond a capacity; references told and not stored."""
    now = datetime.now(UTC)
    differences = sum(1 for _ in verify(of, PARIS, now))
    doubles = 0
    for day in of.days.values():
        for lane in day.lanes.values():
            stacked = taken((entry.start, entry.end) for entry in lane.entries)
            doubles += stacked.busy(lane.capacity + 1).bit_count()
    lost = sum(of.get(reference) is None for reference in references)
    return differences, doubles, lost
