"""How long something lasts: « 20 minutes », « 1 heure et 30 minutes »."""

from collective.rendezvous import _
from collective.rendezvous.words.speech import say


def length(minutes: int, language: str) -> str:
    """Return a number of minutes in hours and minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _minutes(rest, language)
    if not rest:
        return _hours(hours, language)
    return say(
        _("${hours} and ${minutes}"),
        language,
        hours=_hours(hours, language),
        minutes=_minutes(rest, language),
    )


def _hours(number: int, language: str) -> str:
    return say(_("1 hour") if number == 1 else _("${number} hours"), language, number=number)


def _minutes(number: int, language: str) -> str:
    return say(_("1 minute") if number == 1 else _("${number} minutes"), language, number=number)
