"""Aware datetimes, and the whole seconds and minutes since 1970 (UTC) that are stored."""

from datetime import datetime
from datetime import UTC


def seconds(moment: datetime) -> int:
    """Whole seconds since the epoch, of an aware datetime."""
    return int(moment.timestamp())


def minutes(moment: datetime) -> int:
    """Whole minutes since the epoch, of an aware datetime."""
    return int(moment.timestamp()) // 60


def after(moment: datetime) -> int:
    """The first whole minute since the epoch that comes after an aware datetime."""
    return minutes(moment) + 1


def instant(minute: int) -> datetime:
    """The aware datetime, in UTC, of a minute since the epoch."""
    return datetime.fromtimestamp(minute * 60, UTC)
