"""Fields for what people type: texts without control characters, addresses, colours."""

from collective.rendezvous import _
from plone.schema.email import Email
from zope.schema import Text
from zope.schema import TextLine
from zope.schema import ValidationError

import re
import unicodedata


COLOR = re.compile(r"#[0-9a-fA-F]{6}")


class ControlCharacters(ValidationError):
    """A text that holds characters which nobody can see, or halves of characters."""

    __doc__ = _("This text holds characters that cannot be kept. Type it anew instead of pasting it.")


class NotAColor(ValidationError):
    """A colour that is not written #rrggbb."""

    __doc__ = _("Write the colour as # and six digits, for example #1d6fb8.")


def printable(value: str, lines: bool = False) -> bool:
    """Whether a text holds no control characters; `lines`: line breaks and tabs are fine."""
    kept = "\n\r\t" if lines else ""
    return all(unicodedata.category(c) not in ("Cc", "Cs") or c in kept for c in value)


class Line(TextLine):
    """One line of text."""

    def _validate(self, value: str) -> None:
        super()._validate(value)
        if not printable(value):
            raise ControlCharacters(value).with_field_and_value(self, value)


class Lines(Text):
    """Text of several lines."""

    def _validate(self, value: str) -> None:
        super()._validate(value)
        if not printable(value, lines=True):
            raise ControlCharacters(value).with_field_and_value(self, value)


class Address(Email):
    """An e-mail address, or an empty text where it is not required."""

    def _validate(self, value: str) -> None:
        if isinstance(value, str) and not printable(value):
            raise ControlCharacters(value).with_field_and_value(self, value)
        if value:
            super()._validate(value)


class Color(TextLine):
    """A colour, written #rrggbb."""

    def _validate(self, value: str) -> None:
        super()._validate(value)
        if not COLOR.fullmatch(value):
            raise NotAColor(value).with_field_and_value(self, value)
