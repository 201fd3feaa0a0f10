"""The usual texts of the letters about an appointment, in the language of the booking."""

from collections.abc import Iterator
from collective.rendezvous import _
from collective.rendezvous.notifications.blocks import Block
from collective.rendezvous.notifications.blocks import Items
from collective.rendezvous.notifications.blocks import Link
from collective.rendezvous.notifications.blocks import Paragraph
from collective.rendezvous.notifications.blocks import read
from collective.rendezvous.notifications.blocks import Rows
from collective.rendezvous.notifications.closing import closing
from collective.rendezvous.notifications.facts import Facts
from collective.rendezvous.notifications.text import filled
from collective.rendezvous.notifications.text import own
from collective.rendezvous.notifications.text import Text
from collective.rendezvous.words import dates
from collective.rendezvous.words.speech import say
from typing import Any


SUBJECTS = {
    "confirmed": _("Your appointment on ${date} at ${time}"),
    "please_confirm": _("Please confirm your appointment on ${date} at ${time}"),
    "changed": _("Your appointment has moved to ${date} at ${time}"),
    "updated": _("Your appointment on ${date} at ${time} has changed"),
    "cancelled": _("Your appointment on ${date} at ${time} is cancelled"),
    "reminder": _("Reminder: your appointment on ${date} at ${time}"),
    "proposal": _("Please choose another date: your appointment on ${date} at ${time}"),
}

OPENINGS = {
    "confirmed": _("Your appointment is confirmed."),
    "please_confirm": _(
        "Your appointment is not confirmed yet. Open this link before ${until} and press "
        "“Confirm my appointment”. Without that, the time goes back to the others."
    ),
    "changed": _("Your appointment has moved. Here is what counts from now on."),
    "updated": _("Your appointment has changed; its date and time stay. Here is what counts from now on."),
    "cancelled": _("Your appointment is cancelled. The time has gone back to the others."),
    "reminder": _("We expect you soon. Here is what you need to know."),
    "proposal": _(
        "We are sorry: we cannot receive you as agreed for the appointment below. "
        "Choose another date with this link:"
    ),
}

OWN = {"updated": "changed"}
"""Letters for which the town writes no text of its own: the text of another serves."""


def appointment_text(section: Any, kind: str, facts: Facts) -> Text:
    """Return the text of a kind of letter: the town's own, else the usual one."""
    usual = Text(
        subject=_said(SUBJECTS[kind], facts),
        blocks=list(_blocks(section, kind, facts)),
        language=facts.language,
    )
    return own(section, OWN.get(kind, kind), usual, facts.variables)


def details(facts: Facts) -> Rows:
    """Return what, when, where and for whom."""
    told = [
        (_("Reason"), facts.type),
        (_("When"), dates.moment(facts.start, facts.language, year=True)),
        (_("Where"), facts.address),
        (_("For"), facts.visitor),
        (_("Number of people"), str(facts.people) if facts.people > 1 else ""),
        (_("Reference"), facts.reference),
    ]
    return Rows(tuple((say(label, facts.language), value) for label, value in told if value))


def _blocks(section: Any, kind: str, facts: Facts) -> Iterator[Block]:
    language = facts.language
    yield Paragraph(say(_("Hello ${visitor},"), language, visitor=facts.visitor))
    yield Paragraph(_said(OPENINGS[kind], facts))
    if kind == "please_confirm":
        yield Link(say(_("Open and confirm"), language), facts.manage_url)
    elif kind == "proposal":
        yield Link(say(_("Choose another date"), language), facts.move_url)
    yield details(facts)
    if kind == "cancelled":
        yield Paragraph(say(_("Do you still need one? Book it with this link:"), language))
        yield Link(say(_("Book another appointment"), language), facts.office_url)
    else:
        yield from _visit(facts)
        yield from _manage(facts) if kind != "please_confirm" else ()
    yield from closing(section, language)


def _visit(facts: Facts) -> Iterator[Block]:
    if facts.documents:
        (items,) = read(facts.documents)
        assert isinstance(items, Items)
        yield Items(items.items, say(_("What to bring:"), facts.language))
    if facts.instructions:
        yield Paragraph(facts.instructions)
    if facts.access:
        heading = say(_("How to get there:"), facts.language)
        yield Paragraph(f"{heading}\n{facts.access}")


def _manage(facts: Facts) -> Iterator[Block]:
    asked = _("You cannot come any more? See, move or cancel your appointment with this link:")
    yield Paragraph(say(asked, facts.language))
    yield Link(say(_("My appointment"), facts.language), facts.manage_url)
    kept = _("Keep it for yourself: it is all one needs to open your appointment.")
    yield Paragraph(say(kept, facts.language))


def _said(message: str, facts: Facts) -> str:
    return filled(say(message, facts.language), facts.variables)
