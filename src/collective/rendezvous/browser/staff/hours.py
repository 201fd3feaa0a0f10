"""Hours and days as the back office writes them."""

from collections.abc import Iterable
from collective.rendezvous import _
from collective.rendezvous.browser.words import Words
from collective.rendezvous.words.calendar import names
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta


def clock(minute: int, words: Words) -> str:
    """Return the hour of a minute of the day; 1440 is midnight, its end."""
    if minute >= 1440:
        return words.say(_("midnight"))
    return words.hour(time(*divmod(minute, 60)))


def stretch(start: int, end: int, words: Words) -> str:
    """Return « 9 h 00 à 12 h 00 »."""
    return words.say(_("${start} to ${end}"), start=clock(start, words), end=clock(end, words))


def total(minutes: int, words: Words) -> str:
    """Return a sum of minutes as « 28 h 30 »."""
    hours, rest = divmod(minutes, 60)
    return words.say(_("${hours} h ${minutes}"), hours=hours, minutes=f"{rest:02d}")


def days(numbers: Iterable[int], words: Words) -> str:
    """Return « Lundi au vendredi », « Lundi, mardi, jeudi »; Monday is 0."""
    known = sorted(numbers)
    told = [names(words.language).days[number] for number in known]
    if len(known) > 2 and known[-1] - known[0] == len(known) - 1:
        spoken = words.say(_("${first} to ${last}"), first=told[0], last=told[-1])
    else:
        spoken = ", ".join(told)
    return spoken[:1].upper() + spoken[1:]


def period(start: datetime, end: datetime, words: Words) -> str:
    """Return an absence: « Vendredi 13 novembre 2026, 13 h 30 à 17 h 00 », or only its days."""
    first, last = start.date(), end.date()
    if start.time() == end.time() == time() and last > first:
        last -= timedelta(days=1)
        told = words.day(first, year=True) if first == last else _days(first, last, words)
    elif first == last:
        told = words.say(
            _("${day}, ${hours}"),
            day=words.day(first, year=True),
            hours=words.say(_("${start} to ${end}"), start=words.hour(start), end=words.hour(end)),
        )
    else:
        ends = {"start": words.moment(start, year=True), "end": words.moment(end, year=True)}
        told = words.say(_("${start} until ${end}"), **ends)
    return told[:1].upper() + told[1:]


def _days(first: date, last: date, words: Words) -> str:
    ends = {"first_day": words.day(first, year=True), "last_day": words.day(last, year=True)}
    return words.say(_("${first_day} to ${last_day}"), **ends)
