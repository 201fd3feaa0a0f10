"""Read the lines of a ledger into an empty one."""

from ...ledger.relay import relay
from ...ledger.store import Ledger
from ...ledger.sums import DaySum
from ...scheduling.office import Office
from .record import read_appointment
from .record import read_waiter
from .record import Unreadable
from .write import FORMAT
from .write import GROUPS
from .write import VERSION
from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from typing import Any

import transaction


EVERY = 10_000
"""After so many lines what was made is put aside, so that memory does not hold all of it."""


class Reading:
    """Reads lines; what is set up elsewhere under another uid is known by its short name."""

    def __init__(self, ledger: Ledger, office: Office) -> None:
        self.ledger = ledger
        self.office = office
        self.uids: Mapping[str, str] = {}
        self.appointments = 0
        self.lines = 0
        self.ended = False

    def read(self, lines: Iterable[Any]) -> None:
        """Read all of them; raises Unreadable, with the number of the line, where one is none."""
        for number, line in enumerate(lines, 1):
            try:
                self.take(line)
            except Unreadable as error:
                raise Unreadable(f"line {number}: {error}") from None
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                raise Unreadable(f"line {number}: {type(error).__name__}") from None
            if number % EVERY == 0:
                transaction.savepoint(optimistic=True)
        if not self.ended:
            raise Unreadable("the last line is not the end of a ledger: the file is cut off")

    def take(self, line: Any) -> None:
        """Read one line."""
        if not isinstance(line, dict) or self.ended:
            raise Unreadable("no line of a ledger")
        told = dict(line)
        kind = told.pop("kind", None)
        if (kind == "ledger") != (self.lines == 0):
            raise Unreadable("a ledger begins with its head")
        if kind not in TAKERS:
            raise Unreadable(f"nobody knows what {kind!r} is")
        TAKERS[kind](self, told)
        self.lines += 1

    def head(self, told: Mapping[str, Any]) -> None:
        """Note what the uids of the lines mean here."""
        if told.get("format") != FORMAT or told.get("version") != VERSION:
            raise Unreadable("not the export of a ledger, or of another version")
        uids: dict[str, str] = {}
        for group in GROUPS:
            here = getattr(self.office, group)
            by_id = {one.id: uid for uid, one in here.items()}
            uids |= {
                uid: uid if uid in here else by_id.get(id, uid) for uid, id in told["ids"][group].items()
            }
        self.uids = uids

    def appointment(self, told: Mapping[str, Any]) -> None:
        """Store an appointment."""
        self.ledger.add(read_appointment(self.mapped(told, "type_uid", "counter_uid", "agent_uid")))
        self.appointments += 1

    def waiter(self, told: Mapping[str, Any]) -> None:
        """Put somebody on the waiting list."""
        one = read_waiter(self.mapped(told, "type_uid"))
        one.counters = tuple(self.uids.get(uid, uid) for uid in one.counters)
        self.ledger.waiting.add(one)

    def sum(self, told: Mapping[str, Any]) -> None:
        """Keep the sum of a day."""
        kept = self.ledger.sums.days[date.fromisoformat(told["day"]).toordinal()] = DaySum()
        kept.offered = self._rows(told["offered"])
        kept.tallies = self._rows(told["tallies"])
        kept.titles = {self.uids.get(uid, uid): str(title) for uid, title in told["titles"].items()}
        kept.stale = bool(told["stale"])

    def feed(self, told: Mapping[str, Any]) -> None:
        """Keep the secret of a calendar feed."""
        self.ledger.feeds.tokens[self.uids.get(told["uid"], told["uid"])] = str(told["token"])

    def erasure(self, told: Mapping[str, Any]) -> None:
        """Keep a line of the journal."""
        self.ledger.erasures.add(int(told["when"]), told["reason"], told["reference"])

    def end(self, told: Mapping[str, Any]) -> None:
        """See that nothing lacks."""
        if told.get("lines") != self.lines - 1:
            raise Unreadable(f"{self.lines - 1} lines came, {told.get('lines')} were written")
        self.ended = True

    def lay(self) -> None:
        """Lay the lanes, once all is read."""
        capacities = {uid: counter.capacity for uid, counter in self.office.counters.items()}
        relay(self.ledger, self.office.zone, dict.fromkeys(self.office.agents, 1) | capacities)
        self.ledger.zone = self.office.zone.key

    def mapped(self, told: Mapping[str, Any], *names: str) -> dict[str, Any]:
        """The same with the uids of here in these fields."""
        return {**told, **{name: self.uids.get(told[name], told[name]) for name in names if name in told}}

    def _rows(self, rows: Any) -> tuple[tuple[Any, ...], ...]:
        return tuple(self._plain(row) for row in rows)

    def _plain(self, value: Any) -> Any:
        if isinstance(value, list):
            return tuple(self._plain(each) for each in value)
        return self.uids.get(value, value) if isinstance(value, str) else value


TAKERS = {
    "ledger": Reading.head,
    "appointment": Reading.appointment,
    "waiter": Reading.waiter,
    "sum": Reading.sum,
    "feed": Reading.feed,
    "erasure": Reading.erasure,
    "end": Reading.end,
}
