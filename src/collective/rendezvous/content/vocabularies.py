"""What can be chosen in the forms."""

from collections.abc import Iterable
from collective.rendezvous import _
from collective.rendezvous.content.appointment_type import IAppointmentType
from collective.rendezvous.content.counter import ICounter
from collective.rendezvous.content.place import children
from collective.rendezvous.content.place import section_of
from functools import cache
from holidays import list_supported_countries
from typing import Any
from zoneinfo import available_timezones
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import Interface
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


WEEKDAYS = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)
ODD_ZONES = frozenset({"Factory", "localtime", "posixrules"})


def _terms(pairs: Iterable[tuple[Any, Any]]) -> SimpleVocabulary:
    return SimpleVocabulary([SimpleTerm(value, str(value), title) for value, title in pairs])


@provider(IVocabularyFactory)
def weekdays(context: Any) -> SimpleVocabulary:
    """0 to 6, Monday first."""
    return _terms(enumerate(WEEKDAYS))


@provider(IVocabularyFactory)
def audiences(context: Any) -> SimpleVocabulary:
    """Who may book."""
    return _terms([("public", _("Everybody")), ("staff", _("Staff only"))])


@provider(IVocabularyFactory)
def confirmations(context: Any) -> SimpleVocabulary:
    """How an appointment is confirmed."""
    return _terms([("immediate", _("At once")), ("email", _("By a link in an e-mail"))])


@provider(IVocabularyFactory)
def weeks(context: Any) -> SimpleVocabulary:
    """In which weeks hours apply."""
    return _terms([("every", _("Every week")), ("even", _("Even weeks")), ("odd", _("Odd weeks"))])


@provider(IVocabularyFactory)
def question_kinds(context: Any) -> SimpleVocabulary:
    """What kind of answer a question asks for."""
    return _terms(
        [
            ("text", _("One line")),
            ("textarea", _("Several lines")),
            ("choice", _("One of the choices")),
            ("yesno", _("Yes or no")),
            ("number", _("A number")),
        ]
    )


@provider(IVocabularyFactory)
def agent_roles(context: Any) -> SimpleVocabulary:
    """What an agent may do."""
    return _terms([("receptionist", _("Receptionist")), ("administrator", _("Administrator"))])


@cache
def zones() -> tuple[str, ...]:
    """The names of all time zones."""
    return tuple(sorted(name for name in available_timezones() - ODD_ZONES if not name.startswith("right/")))


@provider(IVocabularyFactory)
def timezones(context: Any) -> SimpleVocabulary:
    """Every time zone, by its name."""
    return _terms((name, name) for name in zones())


@provider(IVocabularyFactory)
def countries(context: Any) -> SimpleVocabulary:
    """The countries whose public holidays are known, by their names in the visitor's language."""
    locale = getattr(getRequest(), "locale", None)
    names = locale.displayNames.territories if locale is not None and locale.displayNames else None
    pairs = [(code, (names or {}).get(code, code)) for code in list_supported_countries() if len(code) == 2]
    return _terms(sorted(pairs, key=lambda pair: pair[1]))


def _of_section(context: Any, interface: type[Interface]) -> SimpleVocabulary:
    section = section_of(context)
    if section is None:
        return SimpleVocabulary([])
    return _terms((obj.UID(), obj.Title()) for obj in children(section, interface))


@provider(IVocabularyFactory)
def types(context: Any) -> SimpleVocabulary:
    """The section's types: UID and title."""
    return _of_section(context, IAppointmentType)


@provider(IVocabularyFactory)
def counters(context: Any) -> SimpleVocabulary:
    """The section's counters: UID and title."""
    return _of_section(context, ICounter)


def weekday_names(days: Iterable[int]) -> str:
    """The names of days of the week in the language of the site or visitor."""
    return ", ".join(translate(WEEKDAYS[day], context=getRequest()) for day in sorted(days))
