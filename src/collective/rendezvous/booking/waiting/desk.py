"""The waiting list as the desk sees it."""

from ...ledger.erasures import REQUEST
from ...ledger.waiting import UNCONFIRMED
from ...ledger.waiting import Waiter
from ..book import Asked
from ..errors import NotWaiting
from ..writing import Writing
from . import leave
from .join import join
from .offer import offer
from .offer import suited
from .offer import tidy
from collections.abc import Callable
from collections.abc import Mapping
from functools import partial
from typing import Any


class WaitingDesk:
    """What one can do with the waiting list of a section; `desk` is a :class:`..desk.Desk`.

    `write` decides and commits, and begins anew on a conflict.
    """

    def __init__(self, desk: Any, write: Callable[[Callable[[Writing], Any]], Any]) -> None:
        self.desk = desk
        self.write = write

    # By somebody who waits

    def join(self, data: Mapping[str, Any], language: str = "", client: str = "") -> None:
        """Ask to be put on the list; see :func:`.join.join`."""
        self.write(lambda writing: join(writing, Asked(data, None, language, client)))

    def read(self, key: str | None) -> Waiter:
        """The entry that a key opens; raises NotWaiting."""
        return leave.opened(self.desk.ledger, key, self.desk.now)

    def confirm(self, key: str) -> Waiter:
        """Confirm the address."""
        found: Waiter = self.write(lambda writing: leave.confirm(writing, key))
        return found

    def decline(self, key: str) -> Waiter:
        """Give up the place that is offered, and wait for another."""
        found: Waiter = self.write(lambda writing: leave.decline(writing, key))
        return found

    def leave(self, key: str) -> None:
        """Leave the list."""
        self.write(lambda writing: leave.leave(writing, key))

    # By staff

    def counts(self) -> dict[str, int]:
        """How many wait for each type, by its uid; types for which nobody waits are left out."""
        ledger = self.desk.ledger
        if ledger is None or not ledger.waiting:
            return {}
        counts = {uid: ledger.waiting.count(uid) for uid in self.desk.office.types}
        return {uid: number for uid, number in counts.items() if number}

    def everybody(self) -> list[Waiter]:
        """All whose address is confirmed, type by type, in the order of their confirmation."""
        ledger = self.desk.ledger
        if ledger is None:
            return []
        return sorted(
            (waiter for waiter in ledger.waiting if waiter.state != UNCONFIRMED),
            key=lambda waiter: (waiter.type_uid, waiter.confirmed, waiter.id),
        )

    def get(self, id: int) -> Waiter:
        """The entry of that id; raises NotWaiting."""
        ledger = self.desk.ledger
        found = None if ledger is None else ledger.waiting.get(id)
        if found is None:
            raise NotWaiting
        return found

    def remove(self, id: int) -> None:
        """Take somebody off the list; raises NotWaiting."""
        self.write(lambda writing: leave.forget(writing, self.get(id), REQUEST))

    # By the clock

    def tidy(self) -> int:
        """See to all whose time is over; how many."""
        done = 0
        while self._due():
            done += self.write(tidy)
        return done

    def offers(self) -> int:
        """Offer what is free to those who wait for it; how many offers were made."""
        tried: set[int] = set()
        made = 0
        while (id := self._next(tried)) is not None:
            made += self.write(partial(offer, id=id))
            tried.add(id)
        return made

    def _due(self) -> bool:
        ledger = self.desk.ledger
        return ledger is not None and bool(ledger.waiting.due(self.desk.now, 1))

    def _next(self, tried: set[int]) -> int | None:
        ledger = self.desk.ledger
        if ledger is None:
            return None
        found = suited(ledger, self.desk.office, self.desk.now)
        return next((id for id in found if id not in tried), None)
