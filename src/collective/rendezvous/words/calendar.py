"""The names of days and months, from Zope's own locale data (CLDR)."""

from functools import lru_cache
from typing import NamedTuple
from zope.i18n.interfaces.locales import ILocale
from zope.i18n.locales import LoadLocaleError
from zope.i18n.locales import locales


class Names(NamedTuple):
    """Names of the days, Monday first, and of the months, January first."""

    days: tuple[str, ...]
    months: tuple[str, ...]


@lru_cache(maxsize=64)
def names(language: str) -> Names:
    """The names in a language ("fr", "pt-br"); English where it is unknown."""
    calendar = locale(language).dates.calendars["gregorian"]
    return Names(tuple(calendar.getDayNames()), tuple(calendar.getMonthNames()))


def locale(language: str) -> ILocale:
    """Zope's locale data of a language; of English where it is unknown."""
    try:
        return locales.getLocale(language.replace("_", "-").partition("-")[0].lower())
    except LoadLocaleError:
        return locales.getLocale("en")
