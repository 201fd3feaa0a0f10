"""Calendar feeds: the secrets that open them, and what is in them."""

from ..ledger.appointment import Appointment
from ..ledger.lane import APPOINTMENT
from ..ledger.store import Ledger
from ..scheduling.office import Office
from .office import ledger_of
from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import timedelta
from hashlib import blake2b
from typing import Any


BACK = 30
"""So many days ago a feed begins; it ends where the types' horizons do."""

AHEAD = 92
"""So many days ahead it looks at the least: staff book beyond the public's horizon."""


def ensure_feed(section: Any, uid: str) -> None:
    """Give an agent or a counter the secret of its feed, unless it has one."""
    ledger = ledger_of(section, create=True)
    if ledger is not None:
        ledger.feeds.ensure(uid)


def ensure_feeds(ledger: Ledger, office: Office) -> None:
    """The same for all that are set up."""
    for uid in (*office.agents, *office.counters):
        ledger.feeds.ensure(uid)


def renew_feed(section: Any, uid: str) -> str:
    """Give it a new secret; who has the old one finds nothing any more."""
    ledger = ledger_of(section, create=True)
    assert ledger is not None
    return ledger.feeds.renew(uid)


def forget_feed(section: Any, uid: str) -> None:
    """Take the secret of what is removed away."""
    ledger = ledger_of(section)
    if ledger is not None:
        ledger.feeds.forget(uid)


def feed_token(section: Any, uid: str) -> str:
    """The secret of a feed; empty while there is none."""
    ledger = ledger_of(section)
    return "" if ledger is None else ledger.feeds.token(uid)


class Feed:
    """The appointments of an agent or a counter around a moment, read from its lanes alone."""

    def __init__(self, ledger: Ledger, office: Office, uid: str, now: datetime) -> None:
        self.ledger = ledger
        self.office = office
        self.uid = uid
        self.now = now

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day."""
        today = self.now.astimezone(self.office.zone).date()
        ahead = max((kind.horizon_days for kind in self.office.types.values()), default=0)
        return today - timedelta(days=BACK), today + timedelta(days=max(AHEAD, ahead))

    def __iter__(self) -> Iterator[Appointment]:
        """In order of the days; those that take a place."""
        first, last = (day.toordinal() for day in self.days)
        seen = set()
        for day in self.ledger.days.values(first, last):
            lane = day.lanes.get(self.uid)
            for entry in lane.entries if lane is not None else ():
                if entry.purpose == APPOINTMENT and entry.reference not in seen:
                    seen.add(entry.reference)
                    found = self.ledger.get(entry.reference)
                    if found is not None and not found.lapsed(self.now):
                        yield found

    def tag(self, *told: Any) -> str:
        """Text that is another one after any change of these appointments, of the set-up, or of `told`."""
        found = blake2b(repr((self.ledger.revision.number, self.days, told)).encode(), digest_size=12)
        for one in self:
            found.update(b"%d.%d " % (one.id, one.version))
        return found.hexdigest()


def opened_feed(section: Any, office: Office, token: str, now: datetime) -> Feed | None:
    """The feed that a secret opens; None for a wrong one, and for an agent who is not active any more."""
    ledger = ledger_of(section)
    uid = ledger.feeds.opened(token) if ledger is not None and token else None
    if ledger is None or uid is None:
        return None
    whose = office.agents.get(uid) or office.counters.get(uid)
    return Feed(ledger, office, uid, now) if whose is not None and whose.active else None
