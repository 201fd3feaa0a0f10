"""Limits that hold in a race: per e-mail address, and per client and minute.

Written only by bookings that succeed, in their own transaction, so that two bookings of one
visitor conflict and the second counts the first. A client is a digest of its address under a
salt that the first booking of the next day replaces: nothing personal stays.
"""

from .cells import Cells
from .instants import seconds
from .names import mailbox
from datetime import date
from datetime import datetime
from datetime import UTC
from hashlib import sha256
from hmac import digest
from ipaddress import ip_address
from ipaddress import IPv6Address
from persistent import Persistent
from secrets import token_bytes


WINDOW = 60
"""The seconds in which bookings of one client are counted."""

Counts = dict[bytes, tuple[tuple[int, int], ...]]
"""Of the clients of one cell: (second, bookings in it), oldest first."""


class Visitors(Cells):
    """What two bookings of one e-mail address both write."""

    def touch(self, email: str) -> None:
        """Let this transaction conflict with another booking of that address."""
        key = mailbox(email).encode("utf-8", "surrogatepass")
        self.write(key, (self.read(key) or 0) + 1)


class Salt(Persistent):
    """The secret of one day. It merges nothing: one of two new ones is tried again."""

    day: date | None = None
    secret: bytes = b""

    def on(self, day: date) -> bytes | None:
        """The secret of that day, if it has been made (or, just after midnight, of the next)."""
        return None if self.day is None or day > self.day else self.secret

    def make(self, day: date) -> bytes:
        """The secret of that day; a new one replaces the one of the day before."""
        if self.day is None or day > self.day:
            self.day, self.secret = day, token_bytes(32)
        return self.secret

    def forget(self, day: date) -> bool:
        """Forget the secret of a day before that one, so that its digests are nobody's; whether it did."""
        past = self.day is not None and self.day < day
        if past:
            self.day, self.secret = None, b""
        return past


class Clients(Persistent):
    """How often each client booked in the last minute. Days are those of UTC."""

    salt: Salt
    cells: Cells

    def __init__(self) -> None:
        self.salt = Salt()
        self.cells = Cells()

    def allowed(self, address: str, now: datetime, limit: int) -> int:
        """0 if that client may book, else the seconds after which it may. A limit of 0 is none."""
        salt = self.salt.on(now.astimezone(UTC).date())
        if limit < 1 or salt is None:
            return 0
        client, moment = client_digest(address, salt), seconds(now)
        lately = _lately(self.cells.read(client) or {}, moment).get(client, ())
        excess = sum(count for _, count in lately) - limit
        for second, count in lately:
            if excess < 0:
                break
            excess -= count
            if excess < 0:
                return max(1, second + WINDOW - moment)
        return 0

    def count(self, address: str, now: datetime) -> None:
        """Count a booking of that client; call it only where there is a limit."""
        client = client_digest(address, self.salt.make(now.astimezone(UTC).date()))
        moment = seconds(now)
        counts = _lately(self.cells.read(client) or {}, moment)
        seen = dict(counts.get(client, ()))
        seen[moment] = seen.get(moment, 0) + 1
        self.cells.write(client, {**counts, client: tuple(sorted(seen.items()))})


def _lately(counts: Counts, moment: int) -> Counts:
    """The counts without what is older than the window."""
    kept = {
        client: tuple((second, count) for second, count in seen if second > moment - WINDOW)
        for client, seen in counts.items()
    }
    return {client: seen for client, seen in kept.items() if seen}


def client_digest(address: str, salt: bytes) -> bytes:
    """Who asks, so that it cannot be read back: an IPv4 address, or the /64 of an IPv6 one.

    Ports and zones are dropped; what is no address is digested as it is.
    """
    return digest(salt, _network(address.strip()).encode("utf-8", "replace"), sha256)[:16]


def _network(address: str) -> str:
    bare = address
    if address.startswith("["):
        bare = address[1:].partition("]")[0]
    elif address.count(":") == 1:
        bare = address.partition(":")[0]
    try:
        ip = ip_address(bare.partition("%")[0])
    except ValueError:
        return address
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped is None:
            return (int(ip) >> 64).to_bytes(8, "big").hex()
        ip = ip.ipv4_mapped
    return str(ip)
