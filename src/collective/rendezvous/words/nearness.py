"""Where another hour lies from the one that was wished: « le même jour, une heure plus tard »."""

from collective.rendezvous import _
from collective.rendezvous.words.speech import say
from datetime import datetime


NOON = 12


def nearness(wished: datetime, other: datetime, language: str) -> str:
    """Return how `other` lies from `wished`, both in the section's zone; empty for the same moment."""
    days = (other.date() - wished.date()).days
    if days:
        return _other_day(days, wished.time() == other.time(), language)
    minutes = (other.hour - wished.hour) * 60 + other.minute - wished.minute
    if not minutes:
        return ""
    return _same_day(minutes, other, language)


def _same_day(minutes: int, other: datetime, language: str) -> str:
    number = abs(minutes)
    if number < 60:
        phrase = (
            _("the same day, ${number} minutes later")
            if minutes > 0
            else _("the same day, ${number} minutes earlier")
        )
    elif number == 60:
        phrase = _("the same day, an hour later") if minutes > 0 else _("the same day, an hour earlier")
    elif other.hour >= NOON:
        phrase = _("the same day, in the afternoon")
    else:
        phrase = _("the same day, in the morning")
    return say(phrase, language, number=number)


def _other_day(days: int, same_hour: bool, language: str) -> str:
    if abs(days) == 1:
        phrase = _("the next day") if days > 0 else _("the day before")
    else:
        phrase = _("${number} days later") if days > 0 else _("${number} days earlier")
    words = say(phrase, language, number=abs(days))
    return say(_("${when}, at the same time"), language, when=words) if same_hour else words
