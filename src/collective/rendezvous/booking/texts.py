"""Reading texts and numbers that strangers wrote: whole or refused, never mended in silence."""

from .errors import FieldError
from collections.abc import Collection
from plone.schema.email import Email
from plone.schema.email import InvalidEmail
from typing import Any
from unicodedata import category
from unicodedata import normalize
from zope.schema.interfaces import ValidationError

import math


NAME, PHONE, EMAIL, TEXT = 200, 50, 254, 5000
"""The most characters of a name, a phone number, an address and a text."""

LINE_BREAKS = "\n\r\t"
NO_ADDRESS = frozenset('<>,;:()[]\\"')
"""Characters that could make a second recipient of an address in a mail's header."""


class Problems:
    """Collects what is wrong, field by field."""

    def __init__(self) -> None:
        self.errors: list[FieldError] = []

    def add(self, field: str, code: str, **values: Any) -> None:
        """Note an error beside a field."""
        self.errors.append(FieldError(field, code, values))

    def text(
        self,
        field: str,
        value: Any,
        most: int = TEXT,
        lines: bool = True,
        required: bool = False,
        **values: Any,
    ) -> str:
        """A text in NFC, with line breaks or without; None is empty."""
        if value is None:
            value = ""
        if not isinstance(value, str):
            self.add(field, "wrong_type", **values)
            return ""
        value = normalize("NFC", value)
        allowed: Collection[str] = LINE_BREAKS if lines else ()
        if any(category(letter) in ("Cc", "Cs", "Zl", "Zp") and letter not in allowed for letter in value):
            self.add(field, "control_characters", **values)
            return ""
        if required and not value.strip():
            self.add(field, "required", **values)
        elif len(value) > most:
            self.add(field, "too_long", most=most, length=len(value), **values)
        return value

    def name(self, field: str, value: Any, required: bool = False) -> str:
        """A person's name: no line break, and no address of a page (no relay for phishing)."""
        name = self.text(field, value, NAME, lines=False, required=required)
        if "://" in name or "www." in name.casefold():
            self.add(field, "address_in_name")
        return name

    def email(self, field: str, value: Any, required: bool = False) -> str:
        """An e-mail address that Plone takes for one, without outer blanks."""
        before = len(self.errors)
        address = self.text(field, value, 1000, lines=False, required=required).strip()
        if not address or len(self.errors) > before:
            return ""
        try:
            Email(max_length=EMAIL).fromUnicode(address)
        except (InvalidEmail, ValidationError):
            self.add(
                field, "too_long" if len(address) > 254 else "invalid_email", most=254, length=len(address)
            )
        else:
            if not NO_ADDRESS.isdisjoint(address):
                self.add(field, "invalid_email")
        return address

    def number(self, field: str, value: Any, least: int, most: int) -> int:
        """A whole number within bounds."""
        if isinstance(value, bool) or not isinstance(value, int):
            self.add(field, "wrong_type")
        elif not least <= value <= most:
            self.add(field, "out_of_bounds", least=least, most=most)
        else:
            return value
        return least

    def quantity(self, field: str, value: Any, **values: Any) -> int | float | None:
        """Any finite number that a person could mean."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.add(field, "wrong_type", **values)
        elif not abs(value) < 1e15 or (isinstance(value, float) and not math.isfinite(value)):
            self.add(field, "out_of_bounds", least=-1e15, most=1e15, **values)
        else:
            return value
        return None
