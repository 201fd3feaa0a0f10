"""Letters to those on the waiting list: to confirm the address, and to offer a place."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.rendezvous import _
from collective.rendezvous.addresses import waiting_url
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.booking.office import office_of
from collective.rendezvous.booking.waiting.events import IPlaceOffered
from collective.rendezvous.booking.waiting.events import IWaitingJoined
from collective.rendezvous.ledger.instants import instant
from collective.rendezvous.ledger.parcel import Parcel
from collective.rendezvous.notifications.blocks import Block
from collective.rendezvous.notifications.blocks import Link
from collective.rendezvous.notifications.blocks import Paragraph
from collective.rendezvous.notifications.blocks import Rows
from collective.rendezvous.notifications.closing import closing
from collective.rendezvous.notifications.facts import plain
from collective.rendezvous.notifications.letter import write
from collective.rendezvous.notifications.post import post
from collective.rendezvous.notifications.text import own
from collective.rendezvous.notifications.text import Text
from collective.rendezvous.words import dates
from collective.rendezvous.words.addresses import where
from collective.rendezvous.words.speech import say
from datetime import datetime
from email.message import EmailMessage
from typing import Any


CONFIRM = "waiting_confirm"
OFFER = "waiting_offer"

KINDS = {CONFIRM: "unconfirmed", OFFER: "offered"}
"""Kind -> the state of the entry in which the letter tells the truth."""


def joined(event: IWaitingJoined) -> None:
    """Ask whether the address is theirs."""
    _post(event, CONFIRM, {})


def offered(event: IPlaceOffered) -> None:
    """Tell of the place."""
    _post(event, OFFER, {"start": event.waiter.offer.start})


def _post(event: Any, kind: str, facts: Mapping[str, Any]) -> None:
    waiter = event.waiter
    told = {"waiter": waiter.id, **facts}
    post(event.object, Parcel(kind, waiter.email, waiter.reference, waiter.language, told))


def to_waiting(section: Any, parcel: Parcel, now: datetime) -> EmailMessage | None:
    """Compose one of :data:`KINDS`; None when nobody waits any more, or the place is held no longer."""
    ledger = ledger_of(section)
    waiter = ledger.waiting.get(parcel.facts["waiter"]) if ledger is not None else None
    if waiter is None or waiter.state != KINDS[parcel.kind] or waiter.due <= now.timestamp():
        return None
    if waiter.offer is not None and waiter.offer.start != parcel.facts.get("start"):
        return None
    kind = office_of(section).types.get(waiter.type_uid)
    if kind is None:
        return None
    text = (
        confirm_text(section, waiter, kind) if parcel.kind == CONFIRM else offer_text(section, waiter, kind)
    )
    return write(section, waiter.email, text, id=f"{parcel.kind}.{waiter.reference}.{parcel.written}")


def confirm_text(section: Any, waiter: Any, kind: Any) -> Text:
    """Return the text that asks whether the address is theirs."""
    language = waiter.language or "en"
    days = {
        "type": kind.title,
        "first": dates.day(waiter.first, language),
        "last": dates.day(waiter.last, language, year=True),
    }
    asked = _(
        "You would like to be told when a time comes free for “${type}”, from ${first} to ${last}. "
        "Confirm it with this link:"
    )
    ignored = _(
        "Somebody else has written your address? Then do nothing: it is forgotten tomorrow, and we do not "
        "write again."
    )
    url = waiting_url(section.absolute_url(), waiter.key, "confirm")
    blocks: list[Block] = [
        Paragraph(say(_("Hello,"), language)),
        Paragraph(say(asked, language, **days)),
        Link(say(_("Open and confirm"), language), url),
        Paragraph(say(ignored, language), small=True),
        *closing(section, language),
    ]
    return Text(say(_("Waiting list: please confirm your address"), language), blocks, language)


def offer_text(section: Any, waiter: Any, kind: Any) -> Text:
    """Return the text of an offer: the town's own, else the usual one."""
    language = waiter.language or "en"
    told = variables(section, waiter, kind, language)
    subject = say(_("A time has come free: ${date} at ${time}"), language, **told)
    usual = Text(subject, list(_offer(section, told, language)), language)
    return own(section, OFFER, usual, told)


def variables(section: Any, waiter: Any, kind: Any, language: str) -> dict[str, str]:
    """The variables of the text of an offer. `manage_url` is the page on which it is booked."""
    office, held = office_of(section), waiter.offer
    start = instant(held.start).astimezone(office.zone)
    until = datetime.fromtimestamp(held.until, office.zone)
    counter, content = office.counters.get(held.counter), section.get(kind.id)
    title = counter.title if counter is not None else ""
    documents = (content.documents or []) if content is not None else []
    instructions = content.instructions if content is not None else None
    url = section.absolute_url()
    return {
        "address": ", ".join(where(title, counter.address if counter is not None else "")),
        "counter": title,
        "date": dates.day(start.date(), language, year=True),
        "documents": "\n".join(f"- {row['document']}" for row in documents),
        "instructions": plain(instructions.output_relative_to(content)) if instructions else "",
        "leave_url": waiting_url(url, waiter.key, "leave"),
        "manage_url": waiting_url(url, waiter.key, "offer"),
        "reference": "",
        "time": dates.hour(start, language),
        "type": kind.title,
        "until": dates.moment(until, language),
        "visitor": "",
    }


def _offer(section: Any, told: Mapping[str, str], language: str) -> Iterator[Block]:
    held = _("We keep it for you until ${until}. Without an answer it then goes to the next on the list.")
    leave = _("You do not want to be told any more? Leave the waiting list: ${leave_url}")
    rows = [
        (_("Reason"), told["type"]),
        (_("When"), say(_("${day} at ${hour}"), language, day=told["date"], hour=told["time"])),
        (_("Where"), told["address"]),
    ]
    yield Paragraph(say(_("Hello,"), language))
    yield Paragraph(say(_("A time that you are waiting for has come free."), language))
    yield Rows(tuple((say(label, language), value) for label, value in rows if value))
    yield Paragraph(say(held, language, **told))
    yield Paragraph(say(_("Book it, or decline it, with this link:"), language))
    yield Link(say(_("Book this time"), language), told["manage_url"])
    yield Paragraph(say(leave, language, **told), small=True)
    yield from closing(section, language)
