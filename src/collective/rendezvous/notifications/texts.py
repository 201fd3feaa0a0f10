"""The texts of mails where the town has not written its own.

They are kept in the catalog with their variables in them, so that a town can start from them.
"""

from collective.rendezvous import _
from collective.rendezvous.notifications.facts import Facts
from collective.rendezvous.words.speech import say
from string import Template
from typing import Any


SUBJECTS = {
    "confirmed": _("Your appointment on ${date} at ${time}"),
    "please_confirm": _("Please confirm your appointment on ${date} at ${time}"),
    "changed": _("Your appointment has moved to ${date} at ${time}"),
    "updated": _("Your appointment on ${date} at ${time} has changed"),
    "cancelled": _("Your appointment on ${date} at ${time} is cancelled"),
    "proposal": _("Please choose another date: your appointment on ${date} at ${time}"),
}

OPENINGS = {
    "confirmed": [_("Your appointment is confirmed.")],
    "please_confirm": [
        _(
            "Your appointment is not confirmed yet. Open this link before ${until} and press "
            "“Confirm my appointment”. Without that, the time goes back to the others."
        ),
        "${manage_url}",
    ],
    "changed": [_("Your appointment has moved. Here is what counts from now on.")],
    "updated": [_("Your appointment has changed; its date and time stay. Here is what counts from now on.")],
    "cancelled": [_("Your appointment is cancelled. The time has gone back to the others.")],
    "proposal": [
        _(
            "We are sorry: we cannot receive you as agreed for the appointment below. "
            "Choose another date with this link:"
        ),
        "${move_url}",
    ],
}

OWN = {"updated": "changed"}
"""Mails for which the town writes no text of its own: the text of another serves."""

DETAILS = [
    _("Reason: ${type}"),
    _("When: ${date} at ${time}"),
    _("Where: ${address}"),
    _("For: ${visitor}"),
    _("Reference: ${reference}"),
]
BRING = [_("What to bring:"), "${documents}"]
MANAGE = [
    _("You cannot come any more? See, move or cancel your appointment with this link:"),
    "${manage_url}",
    _("Keep it for yourself: it is all one needs to open your appointment."),
]


def subject(section: Any, kind: str, facts: Facts) -> str:
    """Return the subject, on one line whatever is in it."""
    own = getattr(section, f"mail_{OWN.get(kind, kind)}_subject", "")
    return " ".join(filled(own or say(SUBJECTS[kind], facts.language), facts).split())


def body(section: Any, kind: str, facts: Facts) -> str:
    """Return the text."""
    own = getattr(section, f"mail_{OWN.get(kind, kind)}_body", "")
    if own:
        return filled(own, facts)
    paragraphs = [OPENINGS[kind], DETAILS]
    if kind != "cancelled":
        paragraphs += [BRING] if facts.documents else []
        paragraphs += [["${instructions}"]] if facts.instructions else []
        paragraphs += [MANAGE] if kind != "please_confirm" else []
    text = "\n\n".join("\n".join(say(line, facts.language) for line in lines) for lines in paragraphs)
    return filled(text, facts)


def filled(text: str, facts: Facts) -> str:
    """Return a text with its variables filled in; what is no variable stays as it is."""
    return Template(text).safe_substitute(facts.variables)
