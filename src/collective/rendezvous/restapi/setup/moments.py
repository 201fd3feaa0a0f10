"""Days and moments of the section: written ISO 8601, kept as wall-clock time without a zone."""

from collective.rendezvous import _
from collective.rendezvous.content.place import section_of
from collective.rendezvous.restapi.setup.problems import Wrong
from datetime import date
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import re


DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
YEARS = range(1900, 3000)
"""Outside of them arithmetic with zones may overflow, and nothing is ever set up."""


def zone_of(obj: Any) -> ZoneInfo:
    """The time zone of the section around an object."""
    return ZoneInfo(section_of(obj).timezone)


def read_date(field: Any, value: Any, obj: Any) -> date:
    """A day, YYYY-MM-DD."""
    if isinstance(value, str) and DAY.fullmatch(value):
        try:
            return _sensible(date.fromisoformat(value))
        except ValueError:
            pass
    raise Wrong("invalid_date", _("Write the day as 2026-12-24."))


def read_datetime(field: Any, value: Any, obj: Any) -> datetime:
    """A moment: with offset that instant, without one the wall clock of the section."""
    if isinstance(value, str) and DAY.match(value) and len(value) > 10:
        try:
            moment = _sensible(datetime.fromisoformat(value))
        except ValueError:
            pass
        else:
            if moment.utcoffset() is not None:
                moment = moment.astimezone(zone_of(obj))
            return moment.replace(tzinfo=None, fold=0, microsecond=0)
    raise Wrong("invalid_datetime", _("Write the time as 2026-12-24T14:00."))


def _sensible(value: Any) -> Any:
    if value.year not in YEARS:
        raise ValueError(value)
    return value


def written(moment: datetime, obj: Any) -> str:
    """A wall-clock time with the offset that the section's zone has then."""
    return moment.replace(tzinfo=zone_of(obj)).isoformat()
