"""Let what was not confirmed in time expire."""

from collective.rendezvous.booking.expire import expire
from datetime import datetime
from typing import Any


def run(section: Any, now: datetime) -> int:
    """Let it expire; return how many appointments that was."""
    return expire(section, now)
