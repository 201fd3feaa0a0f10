"""A desk that tells nobody: what the people of the demo do is no news."""

from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.writing import Writing
from typing import Any


class QuietWriting(Writing):
    """Books without telling the subscribers."""

    def tell(self, event: Any) -> None:
        """Tell nobody."""


class QuietDesk(Desk):
    """A desk whose bookings send no mail."""

    writing = QuietWriting
