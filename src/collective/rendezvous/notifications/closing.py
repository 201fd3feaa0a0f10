"""The end of a letter: whom to ask."""

from collections.abc import Iterator
from collective.rendezvous import _
from collective.rendezvous.notifications.blocks import Paragraph
from collective.rendezvous.words.phones import phone
from collective.rendezvous.words.speech import say
from typing import Any


def closing(section: Any, language: str) -> Iterator[Paragraph]:
    """Yield how to reach the office, where it says so."""
    written, mail = section.contact_phone or "", section.contact_email or ""
    number = phone(written, section.holidays_country or "FR").text if written else ""
    if number and mail:
        asked = _("A question? Call ${phone} or write to ${email}.")
    elif number:
        asked = _("A question? Call ${phone}.")
    elif mail:
        asked = _("A question? Write to ${email}.")
    else:
        return
    yield Paragraph(say(asked, language, phone=number, email=mail), small=True)
