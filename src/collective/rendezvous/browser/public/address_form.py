"""A form with one field: an e-mail address."""

from collections.abc import Iterable
from collective.rendezvous.booking.errors import FieldError
from collective.rendezvous.booking.messages import of_finding
from collective.rendezvous.browser.public.errors import help_with
from collective.rendezvous.browser.public.errors import in_summary
from collective.rendezvous.browser.public.errors import when_left
from collective.rendezvous.browser.public.fields import contact_fields
from collective.rendezvous.browser.public.form import Shown
from collective.rendezvous.browser.public.form import text_of
from collective.rendezvous.browser.words import Words
from collective.rendezvous.scheduling.rules import Finding
from typing import Any


class AddressForm:
    """The field as it was filled in, and what is wrong with it."""

    def __init__(self, value: Any, help: str, words: Words) -> None:
        self.words = words
        self.field = contact_fields()[0]
        self.field.value = text_of(value)
        self.field.help = help
        self.field.width = 12
        self.field.said = when_left("email", words, True, "email")
        self.errors: list[Shown] = []

    def refuse(self, errors: Iterable[FieldError]) -> None:
        """Put what is wrong beside the field and in the summary."""
        for error in errors:
            self.field.error = help_with(error, self.words)
            self.errors.append(Shown(self.field.target, in_summary(error, self.words)))

    def refuse_visitor(self, finding: Finding) -> None:
        """Put a rule that concerns the visitor there."""
        self.field.error = of_finding(finding, self.words.language)
        self.errors.append(Shown(self.field.target, self.field.error))
