"""Ledgers whose section is gone: kept until somebody purges them, their people forgotten in time."""

from ..ledger.container import ledgers
from ..ledger.store import Ledger
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from plone.app.uuid.utils import uuidToObject
from typing import Any
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Orphan:
    """A ledger without a section; `uid` is that of the section that it was of."""

    uid: str
    ledger: Ledger

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which its lanes were laid."""
        return ZoneInfo(self.ledger.zone or "UTC")

    @property
    def appointments(self) -> int:
        """How many appointments are in it."""
        return sum(1 for _ in self.ledger.starts(0))


def orphans(portal: Any) -> Iterator[Orphan]:
    """All of them in a site."""
    for uid, ledger in (ledgers(portal) or {}).items():
        if uuidToObject(uid, unrestricted=True) is None:
            yield Orphan(uid, ledger)


def purge(portal: Any, uids: Iterable[str]) -> int:
    """Forget these ledgers for good, if they are orphans; how many there were."""
    named = set(uids)
    gone = [one.uid for one in orphans(portal) if one.uid in named]
    held = ledgers(portal)
    for uid in gone:
        assert held is not None
        del held[uid]
    return len(gone)
