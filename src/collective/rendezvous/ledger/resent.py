"""Who asked for lost links lately: an address is written to once an hour at most.

Written down whether the address is known or not, so that neither the answer nor the time that it
takes tells. What is kept is a digest under a secret of the ledger, and only for that hour; two
requests for one address conflict, and the second counts the first.
"""

from .cells import Cells
from .instants import seconds
from .names import mailbox
from datetime import datetime
from hashlib import sha256
from hmac import digest
from persistent import Persistent
from secrets import token_bytes


PAUSE = 60 * 60
"""The seconds between two letters."""


class Resent(Persistent):
    """When each address was last asked for. Written once; its cells are what changes."""

    secret: bytes
    cells: Cells

    def __init__(self) -> None:
        self.secret = token_bytes(32)
        self.cells = Cells()

    def ask(self, email: str, now: datetime) -> bool:
        """Note that somebody asks; whether nobody did within the last hour."""
        name = digest(self.secret, mailbox(email).encode("utf-8", "surrogatepass"), sha256)[:16]
        oldest = seconds(now) - PAUSE
        lately = {key: when for key, when in (self.cells.read(name) or {}).items() if when > oldest}
        if name in lately:
            return False
        self.cells.write(name, {**lately, name: seconds(now)})
        return True

    def sweep(self, now: datetime) -> None:
        """Forget what is older: else a digest would stay until another is written beside it."""
        oldest = seconds(now) - PAUSE
        for tree in self.cells.trees:
            for cell in list(tree.values()):
                lately = {key: when for key, when in cell.value.items() if when > oldest}
                if lately != cell.value:
                    cell.value = lately
