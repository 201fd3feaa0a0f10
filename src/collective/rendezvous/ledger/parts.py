"""What a ledger has beside its appointments, their lanes and look-ups."""

from .address import Address
from .answers import Answers
from .erasures import Erasures
from .feeds import Feeds
from .holds import Holds
from .limits import Clients
from .limits import Visitors
from .outbox import Outbox
from .resent import Resent
from .sums import Sums
from .waiting import WaitingList
from collections.abc import Callable
from collections.abc import Mapping
from persistent import Persistent
from typing import Any


PARTS: Mapping[str, Callable[[], Persistent]] = {
    "address": Address,
    "answers": Answers,
    "clients": Clients,
    "erasures": Erasures,
    "feeds": Feeds,
    "holds": Holds,
    "outbox": Outbox,
    "resent": Resent,
    "sums": Sums,
    "visitors": Visitors,
    "waiting": WaitingList,
}


class Parts(Persistent):
    """Each part is an object of its own; a stored ledger may be older than some of them."""

    address: Address
    answers: Answers
    clients: Clients
    erasures: Erasures
    feeds: Feeds
    holds: Holds
    outbox: Outbox
    resent: Resent
    sums: Sums
    visitors: Visitors
    waiting: WaitingList

    def __init__(self) -> None:
        self.__dict__.update({name: make() for name, make in PARTS.items()})

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Read what is stored, and make what it has not yet: empty, until :meth:`complete` is committed."""
        super().__setstate__(state)
        self.__dict__.update({name: make() for name, make in PARTS.items() if name not in state})

    def complete(self) -> None:
        """Store what a ledger of an older version has not yet; call it before writing."""
        if self._p_jar is not None and any(getattr(self, name)._p_jar is None for name in PARTS):
            self._p_changed = True
