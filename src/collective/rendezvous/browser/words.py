"""Dates, hours, lengths and phone numbers in the language of a request."""

from collective.rendezvous.words import dates
from collective.rendezvous.words import lengths
from collective.rendezvous.words import nearness
from collective.rendezvous.words import phones
from collective.rendezvous.words.speech import say
from datetime import date
from datetime import datetime
from datetime import time
from typing import Any


class Words:
    """What templates call as `view/words`; `language` is the request's ("fr")."""

    def __init__(self, language: str, country: str = "FR") -> None:
        self.language = language
        self.country = country
        self._hours: dict[time, str] = {}

    def day(self, value: date, year: bool = False, weekday: bool = True) -> str:
        """Return « jeudi 12 novembre »."""
        return dates.day(value, self.language, year, weekday)

    def hour(self, value: time | datetime) -> str:
        """Return « 9 h 20 »; a page tells the same few hours many times."""
        hour = time(value.hour, value.minute)
        if hour not in self._hours:
            self._hours[hour] = dates.hour(hour, self.language)
        return self._hours[hour]

    def moment(self, value: datetime, year: bool = False) -> str:
        """Return « jeudi 12 novembre à 9 h 20 »."""
        return dates.moment(value, self.language, year)

    def week(self, first: date, last: date) -> tuple[str, str]:
        """Return the two ends of « Semaine du 9 au 14 novembre 2026 »."""
        return dates.week(first, last, self.language)

    def titled_week(self, first: date, last: date) -> dict[str, Any]:
        """Return the parts of « Semaine 46, du 9 au 14 novembre 2026 »."""
        start, end = self.week(first, last)
        return {"number": first.isocalendar().week, "first": first, "last": last, "start": start, "end": end}

    def length(self, minutes: int) -> str:
        """Return « 1 heure et 30 minutes »."""
        return lengths.length(minutes, self.language)

    def nearness(self, wished: datetime, other: datetime) -> str:
        """Return « le même jour, une heure plus tard »."""
        return nearness.nearness(wished, other, self.language)

    def phone(self, written: str) -> phones.Phone:
        """Return the number with no-break spaces, and the address that dials it."""
        return phones.phone(written, self.country)

    def say(self, message: str, **values: Any) -> str:
        """Return a message of the catalog in this language."""
        return say(message, self.language, **values)


def words_of(request: Any, country: str = "FR") -> Words:
    """Return the words in the language that Plone chose for the request."""
    return Words(request.get("LANGUAGE") or "en", country)
