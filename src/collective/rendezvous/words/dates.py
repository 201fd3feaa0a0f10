"""Days and hours in words: « jeudi 12 novembre à 9 h 20 », "Thursday 12 November at 9:20"."""

from collective.rendezvous import _
from collective.rendezvous.words.calendar import names
from collective.rendezvous.words.speech import say
from datetime import date
from datetime import datetime
from datetime import time


def day(value: date, language: str, year: bool = False, weekday: bool = True) -> str:
    """Return a day with its weekday, and with its year where the words may be kept or printed."""
    known = names(language)
    parts = {
        "weekday": known.days[value.weekday()],
        "day": _number(value.day, language),
        "month": known.months[value.month - 1],
        "year": value.year,
    }
    if weekday:
        phrase = _("${weekday} ${day} ${month} ${year}") if year else _("${weekday} ${day} ${month}")
    else:
        phrase = _("${day} ${month} ${year}") if year else _("${day} ${month}")
    return say(phrase, language, **parts)


def hour(value: time | datetime, language: str) -> str:
    """Return an hour of the clock, 24 hours a day."""
    return say(_("${hour}:${minute}"), language, hour=value.hour, minute=f"{value.minute:02}")


def moment(value: datetime, language: str, year: bool = False) -> str:
    """Return a day and an hour; the value is told as it stands, in its own zone."""
    spoken_day = day(value.date(), language, year)
    return say(_("${day} at ${hour}"), language, day=spoken_day, hour=hour(value, language))


def week(first: date, last: date, language: str) -> tuple[str, str]:
    """Return the two ends of a week, the first one without what it shares with the last one."""
    if first.year != last.year:
        start = day(first, language, year=True, weekday=False)
    elif first.month != last.month:
        start = day(first, language, weekday=False)
    else:
        start = _number(first.day, language)
    return start, day(last, language, year=True, weekday=False)


def _number(number: int, language: str) -> str:
    return say(_("1st"), language) if number == 1 else str(number)
