"""A message of the catalog, said in a language."""

from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message


def say(message: str, language: str, **values: Any) -> str:
    """Return the message in that language, with the values (as text) for its variables."""
    if values and isinstance(message, Message):
        mapping = {**(message.mapping or {}), **{name: str(value) for name, value in values.items()}}
        message = Message(message, message.domain, message.default, mapping)
    return str(translate(message, target_language=language))
