"""Remove what lapsed from the lanes: holds, offers and closed slots of which only an entry is left."""

from collective.rendezvous.booking.expire import sweep
from datetime import datetime
from typing import Any


def run(section: Any, now: datetime) -> int:
    """Sweep; return how many lanes had anything to remove."""
    return sweep(section, now)
