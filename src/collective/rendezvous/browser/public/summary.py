"""The rows of « Votre rendez-vous »: what, when, where, for whom."""

from collections.abc import Sequence
from collective.rendezvous import _
from dataclasses import dataclass


REASON = _("Reason")
WHEN = _("When")
LENGTH = _("Duration")
PEOPLE = _("Number of people")
WHERE = _("Where")
WHO = _("For")
REFERENCE = _("Reference")
EMAIL = _("E-mail address")
PHONE = _("Phone")
COMMENT = _("Your message")
FOR_SO_LONG = _(", for ${length}")


@dataclass(frozen=True)
class Row:
    """A label and the lines beside it; `moment` is the first line for machines, `after` follows it."""

    label: str
    lines: Sequence[str]
    moment: str = ""
    strong: bool = False
    after: str = ""
    css: str = ""
