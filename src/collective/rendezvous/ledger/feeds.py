"""The secrets that open the calendar feeds of agents and counters.

They are kept here, and not with the content that they belong to: what is copied or exported takes
no secret along.
"""

from BTrees.OOBTree import OOBTree
from hmac import compare_digest
from persistent import Persistent
from secrets import token_urlsafe


BITS = 192


class Feeds(Persistent):
    """Tokens by the uid of their agent or counter. Written once; its tree is what changes."""

    tokens: OOBTree

    def __init__(self) -> None:
        self.tokens = OOBTree()

    def token(self, uid: str) -> str:
        """The token of an agent or counter; empty while it has none."""
        found: str = self.tokens.get(uid, "")
        return found

    def renew(self, uid: str) -> str:
        """Give it a new token; the old one opens nothing any more."""
        found = self.tokens[uid] = token_urlsafe(BITS // 8)
        return found

    def ensure(self, uid: str) -> None:
        """Give it a token unless it has one."""
        if uid not in self.tokens:
            self.renew(uid)

    def forget(self, uid: str) -> None:
        """Take its token away."""
        self.tokens.pop(uid, None)

    def opened(self, token: str) -> str | None:
        """The uid whose feed a token opens; each is compared, in a time that tells nothing."""
        told = token.encode("utf-8", "surrogatepass")
        found = None
        for uid, known in self.tokens.items():
            if compare_digest(known.encode(), told):
                found = uid
        return found
