"""The one place where the program reads the clock; everything inside is told the time."""

from datetime import datetime
from datetime import UTC


def now() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(UTC)
