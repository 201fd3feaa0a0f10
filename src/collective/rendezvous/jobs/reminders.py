"""Have visitors reminded of what is to come."""

from collective.rendezvous.booking.remind import remind
from datetime import datetime
from typing import Any


def run(section: Any, now: datetime) -> int:
    """Post the reminders that are due; return how many that were."""
    return remind(section, now)
