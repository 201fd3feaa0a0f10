"""Days and hours on which nobody is received: closures and public holidays."""

from .minutes import span
from .office import DAY
from .office import Office
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType

import holidays


WHOLE_DAY = span(0, DAY)


@dataclass(frozen=True, slots=True)
class Closed:
    """The minutes of a day on which the section is closed, whether all of it, and why."""

    mask: int = 0
    whole: bool = False
    reason: str = ""


OPEN = Closed()


ALSACE = MappingProxyType({("FR", "67"): "6AE", ("FR", "68"): "6AE"})
"""Departments whose holidays the library knows by the name of their region."""


@lru_cache(maxsize=256)
def public_holidays(country: str, subdivision: str, year: int, language: str) -> Mapping[date, str]:
    """The public holidays of a year with their names, in the language where the library has it.

    Source: the library `holidays`. No country means none, and so does one that the library does
    not know; an unknown subdivision has the holidays of the whole country.
    """
    kind = getattr(holidays, country, None) if len(country) == 2 and country.isupper() else None
    if kind is None:
        return MappingProxyType({})
    subdivision = ALSACE.get((country, subdivision), subdivision)
    if subdivision not in {*kind.subdivisions, *kind.subdivisions_aliases}:
        subdivision = ""
    spoken = next((one for one in getattr(kind, "supported_languages", ()) if one[:2] == language[:2]), None)
    found = holidays.country_holidays(country, subdiv=subdivision or None, years=year, language=spoken)
    return MappingProxyType({day: name for day, name in found.items() if day.year == year})


def holiday(office: Office, day: date, language: str) -> str | None:
    """The name of the public holiday that the section keeps on that day, or None."""
    if day in office.holidays_worked:
        return None
    kept = public_holidays(office.holidays_country, office.holidays_subdivision, day.year, language)
    return kept.get(day)


def closures_on(office: Office, day: date, language: str = "en") -> Closed:
    """What is closed on that day; of several reasons, that of the longest closure first."""
    name = holiday(office, day, language)
    if name is not None:
        return Closed(WHOLE_DAY, True, name)
    mask, reason, longest = 0, "", 0
    for closure in office.closures:
        if closure.first_day <= day <= closure.last_day:
            mask |= span(closure.start, closure.end)
            if closure.end - closure.start > longest:
                longest, reason = closure.end - closure.start, closure.reason
    return Closed(mask, mask == WHOLE_DAY, reason) if mask else OPEN
