"""What was just saved, in one message: each field that has a value, long texts by their first words."""

from collections.abc import Container
from collections.abc import Iterator
from collective.rendezvous import _
from collective.rendezvous.browser.staff.hours import clock
from collective.rendezvous.browser.words import Words
from collective.rendezvous.content.hour import IHour
from collective.rendezvous.content.hour import minutes
from datetime import date
from datetime import datetime
from plone.app.textfield.interfaces import IRichText
from plone.app.textfield.interfaces import IRichTextValue
from plone.autoform.interfaces import IFormFieldProvider
from plone.dexterity.utils import iterSchemataForType
from typing import Any
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IChoice

import re


FIRST_WORDS = 8
LONGEST = 700
"""Bytes of a recap: messages travel in a cookie."""


def recap(obj: Any, words: Words) -> str:
    """Return the sentence that repeats what was saved."""
    told: list[str] = []
    for label, value in entries(obj, words):
        told.append(words.say(_("${label}: ${value}"), label=label, value=value.rstrip(".")))
        if len(". ".join(told).encode()) > LONGEST:
            told[-1] = "…"
            break
    return words.say(_("The information has been saved: ${recap}."), recap=". ".join(told))


def entries(obj: Any, words: Words, only: Container[str] | None = None) -> Iterator[tuple[str, str]]:
    """The label and the value of each field of an object that has one, in words; or of some fields only."""
    for schema in iterSchemataForType(obj.portal_type):
        if IFormFieldProvider.providedBy(schema):
            continue
        for name, field in getFieldsInOrder(schema):
            if only is not None and name not in only:
                continue
            value = in_words(field.bind(obj), getattr(obj, name, None), words)
            if value:
                yield words.say(field.title), value


def in_words(field: Any, value: Any, words: Words) -> str:
    """Return a field's value for people; nothing where there is none."""
    if value is None or value is False or value in ("", [], ()):
        return ""
    if IBool.providedBy(field):
        return words.say(_("yes"))
    if IHour.providedBy(field):
        return clock(minutes(value), words)
    if IChoice.providedBy(field):
        return _term(field, value, words)
    if isinstance(value, list | tuple):
        return _several(field, value, words)
    return _single(field, value, words)


def _single(field: Any, value: Any, words: Words) -> str:
    if isinstance(value, datetime):
        return words.moment(value, year=True)
    if isinstance(value, date):
        return words.day(value, year=True, weekday=False)
    if IRichText.providedBy(field) or IRichTextValue.providedBy(value):
        return first_words(re.sub(r"<[^>]*>", " ", value.raw or ""))
    return first_words(str(value))


def _several(field: Any, value: Any, words: Words) -> str:
    if all(isinstance(one, dict) for one in value):
        return str(len(value))
    each = field.value_type.bind(field.context)
    return ", ".join(filter(None, (in_words(each, one, words) for one in value)))


def _term(field: Any, value: Any, words: Words) -> str:
    try:
        term = field.vocabulary.getTerm(value)
    except LookupError:
        return str(value) if field.__name__ == "userid" else ""
    return words.say(term.title or str(value))


def first_words(text: str) -> str:
    """Return a text on one line, cut after a few words."""
    all_words = text.split()
    cut = len(all_words) > FIRST_WORDS
    told = " ".join(all_words[:FIRST_WORDS])
    return f"{told[:80]}…" if cut or len(told) > 80 else told
