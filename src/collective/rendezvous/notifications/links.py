"""Lost links: a letter that lists the appointments to come of an address, each with its link."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.rendezvous import _
from collective.rendezvous.booking.events import ILinksAsked
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.ledger.parcel import Parcel
from collective.rendezvous.notifications.blocks import Block
from collective.rendezvous.notifications.blocks import Link
from collective.rendezvous.notifications.blocks import Paragraph
from collective.rendezvous.notifications.blocks import Rows
from collective.rendezvous.notifications.closing import closing
from collective.rendezvous.notifications.facts import Facts
from collective.rendezvous.notifications.facts import facts_of
from collective.rendezvous.notifications.letter import write
from collective.rendezvous.notifications.post import post
from collective.rendezvous.notifications.text import own
from collective.rendezvous.notifications.text import Text
from collective.rendezvous.words import dates
from collective.rendezvous.words.speech import say
from datetime import datetime
from email.message import EmailMessage
from functools import partial
from typing import Any


KIND = "links"


def asked(event: ILinksAsked) -> None:
    """Have them sent."""
    post(event.object, Parcel(KIND, to=event.email, language=event.language))


def of_links(section: Any, parcel: Parcel, now: datetime) -> EmailMessage | None:
    """Compose the letter; None where nothing is to come any more."""
    ledger = ledger_of(section)
    coming = list(ledger.coming(parcel.to, None, now)) if ledger is not None else []
    if not coming:
        return None
    language = parcel.language or coming[0].language or "en"
    return write(
        section, parcel.to, links_text(section, [facts_of(section, one, language) for one in coming])
    )


def links_text(section: Any, told: Sequence[Facts]) -> Text:
    """Return the text: the town's own, else the usual one; `told` holds one at least.

    Its variable: `links`, a line and the address for each.
    """
    language = told[0].language
    usual = Text(
        subject=say(_("The links to your appointments"), language),
        blocks=list(_blocks(section, told, language)),
        language=language,
    )
    lines = [f"- {facts.type}, {_when(facts)}\n  {facts.manage_url}" for facts in told]
    return own(section, KIND, usual, {"links": "\n".join(lines)})


def _blocks(section: Any, told: Sequence[Facts], language: str) -> Iterator[Block]:
    speak = partial(say, language=language)
    yield Paragraph(speak(_("Hello,")))
    yield Paragraph(
        speak(_("You asked for the links to your appointments. See, move or cancel each with its link."))
    )
    for facts in told:
        rows = (
            (_("Reason"), facts.type),
            (_("When"), _when(facts)),
            (_("Where"), facts.address),
            (_("For"), facts.visitor),
            (_("Reference"), facts.reference),
        )
        yield Rows(tuple((speak(label), value) for label, value in rows if value))
        yield Link(speak(_("My appointment on ${when}"), when=_when(facts)), facts.manage_url)
    yield Paragraph(
        speak(_("Keep these links for yourself: they are all one needs to open your appointments."))
    )
    mistaken = _("You have asked for nothing? Then do nothing: somebody wrote your address by mistake.")
    yield Paragraph(speak(mistaken), small=True)
    yield from closing(section, language)


def _when(facts: Facts) -> str:
    return dates.moment(facts.start, facts.language, year=True)
