"""Numbers, shares and short lengths as tables tell them: « 1 284 », « 5,1 % », « 7 jours », « 6 min »."""

from collective.rendezvous import _
from collective.rendezvous.words.calendar import locale
from collective.rendezvous.words.speech import say
from decimal import Decimal
from decimal import ROUND_HALF_UP


def number(value: float, language: str) -> str:
    """Return a number, with one digit after the point at most."""
    rounded = Decimal(str(value)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    plain = int(rounded) if rounded == int(rounded) else float(rounded)
    return str(locale(language).numbers.getFormatter("decimal").format(plain))


def share(part: float, whole: float, language: str, digits: int = 0) -> str:
    """Return how much of the whole a part is; a dash where there is no whole."""
    if not whole:
        return "–"
    percent = Decimal(str(100 * part / whole)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return say(_("${number}%"), language, number=number(float(percent), language))


def days(value: float | None, language: str) -> str:
    """Return a number of days; a dash for none."""
    if value is None:
        return "–"
    told = _("1 day") if value == 1 else _("${number} days")
    return say(told, language, number=number(value, language))


def minutes(value: float | None, language: str) -> str:
    """Return a number of minutes, in short; a dash for none."""
    return "–" if value is None else say(_("${number} min"), language, number=number(value, language))
