"""A time zone as calendar files explain it (VTIMEZONE, RFC 5545, 3.6.5).

Outlook reads the yearly rules of such an explanation and ignores lists of dates ([MS-STANOICAL], 2.2.47),
which is what icalendar makes, with summer beginning an hour late. So the rules are found here.
"""

from calendar import monthrange
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from functools import lru_cache
from icalendar import Timezone
from icalendar import TimezoneDaylight
from icalendar import TimezoneStandard
from itertools import groupby
from typing import NamedTuple
from zoneinfo import ZoneInfo


DAY = timedelta(days=1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Change(NamedTuple):
    """The clocks change: `onset` is what they showed at that moment, before it."""

    standard: bool
    before: timedelta
    after: timedelta
    name: str
    onset: datetime


def explained(zone: ZoneInfo, first: datetime, last: datetime) -> Timezone:
    """Return the zone from the year before `first` to the year after `last`, for ever where it has rules."""
    found = Timezone()
    found.add("tzid", zone.key)
    for part in _parts(zone, first.year - 1, last.year + 1):
        found.add_component(part)
    return found


def _parts(zone: ZoneInfo, first: int, last: int) -> Iterator[TimezoneStandard | TimezoneDaylight]:
    found = changes(zone, first, last)
    if not found:
        start = datetime(first, 1, 1)
        offset = start.replace(tzinfo=zone).utcoffset() or timedelta()
        yield _part([Change(True, offset, offset, zone.tzname(start) or "", start)])
    for _same, group in groupby(sorted(found), key=lambda change: change[:4]):
        yield _part(list(group))


def _part(same: list[Change]) -> TimezoneStandard | TimezoneDaylight:
    first, *others = same
    part = TimezoneStandard() if first.standard else TimezoneDaylight()
    part.add("dtstart", first.onset)
    part.add("tzoffsetfrom", first.before)
    part.add("tzoffsetto", first.after)
    part.add("tzname", first.name)
    day = rule(change.onset for change in same) if others else ""
    if day:
        part.add("rrule", {"freq": "yearly", "bymonth": first.onset.month, "byday": day})
    elif others:
        part.add("rdate", [change.onset for change in others])
    return part


def rule(onsets: Iterable[datetime]) -> str:
    """Return on which day of its month it happens each year ("-1SU", "2SU"); empty where there is no rule."""
    onsets = list(onsets)
    first = onsets[0]
    yearly = [(first.year + years, first.month, first.time()) for years in range(len(onsets))]
    if [(each.year, each.month, each.time()) for each in onsets] != yearly:
        return ""
    if len({each.weekday() for each in onsets}) > 1:
        return ""
    weekday = WEEKDAYS[first.weekday()]
    if all(each.day + 7 > monthrange(each.year, each.month)[1] for each in onsets):
        return f"-1{weekday}"
    weeks = {(each.day - 1) // 7 + 1 for each in onsets}
    return f"{weeks.pop()}{weekday}" if len(weeks) == 1 else ""


@lru_cache(maxsize=64)
def changes(zone: ZoneInfo, first: int, last: int) -> tuple[Change, ...]:
    """The changes of the clocks in these years, both included, in order."""
    found = []
    day, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    while day < end:
        if _offset(day, zone) != _offset(day + DAY, zone):
            found.append(_change(day, zone))
        day += DAY
    return tuple(found)


def _change(day: datetime, zone: ZoneInfo) -> Change:
    low, high = 0, 24 * 60
    before = _offset(day, zone)
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(day + timedelta(minutes=middle), zone) == before:
            low = middle
        else:
            high = middle
    moment = day + timedelta(minutes=high)
    local = moment.astimezone(zone)
    onset = (moment + before).replace(tzinfo=None)
    return Change(not local.dst(), before, _offset(moment, zone), local.tzname() or "", onset)


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
