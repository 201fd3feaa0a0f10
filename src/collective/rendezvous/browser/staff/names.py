"""Names of people and countries."""

from collective.rendezvous import _
from collective.rendezvous.browser.words import Words
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.scheduling.office import Office
from plone import api
from zope.i18n.locales import LoadLocaleError
from zope.i18n.locales import locales


NO_BREAK = "\N{NO-BREAK SPACE}"


def visitor(appointment: Appointment, words: Words) -> str:
    """Who comes, « Mme Inès Garnier »; words in their place where the name has been erased."""
    name = " ".join(filter(None, (appointment.first_name, appointment.last_name)))
    if not name:
        return words.say(_("Name erased"))
    return f"{appointment.civility}{NO_BREAK}{name}" if appointment.civility else name


def brief(appointment: Appointment, words: Words) -> str:
    """The same where there is little room: « Mme Garnier »."""
    if not appointment.last_name:
        return visitor(appointment, words)
    first = appointment.civility or appointment.first_name
    return f"{first}{NO_BREAK}{appointment.last_name}" if first else appointment.last_name


def short(name: str) -> str:
    """A colleague's name as tables tell it: « N. Benali »."""
    first, _blank, last = name.partition(" ")
    return f"{first[0]}.{NO_BREAK}{last}" if first and last else name


def person(who: str, office: Office, words: Words) -> str:
    """Who did something, from what the history keeps: a user's id, citizen or system."""
    if who == "citizen":
        return words.say(_("the visitor"))
    if who == "system":
        return words.say(_("automatic"))
    agent = office.agent_of(who)
    if agent is not None:
        return agent.title
    user = api.user.get(userid=who) if who else None
    return (user and user.getProperty("fullname")) or who or words.say(_("somebody"))


def country(code: str, language: str) -> str:
    """The name of a country in a language, from Zope's own locale data (CLDR); else its code."""
    try:
        display = locales.getLocale(language.partition("-")[0].lower()).displayNames
    except LoadLocaleError:
        return code
    return (display.territories or {}).get(code, code) if display else code
