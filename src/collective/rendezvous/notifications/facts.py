"""What a mail or a calendar file tells of an appointment, in one language."""

from collections.abc import Mapping
from collective.rendezvous.addresses import manage_url
from collective.rendezvous.booking.office import office_of
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.scheduling.zone import end_of
from collective.rendezvous.words import dates
from collective.rendezvous.words.addresses import where
from dataclasses import dataclass
from datetime import datetime
from lxml.html import fromstring
from typing import Any


@dataclass(frozen=True)
class Facts:
    """`start` and `end` are in the section's zone; texts are plain."""

    uid: str
    reference: str
    state: str
    sequence: int
    changed: int
    visitor: str
    type: str
    start: datetime
    end: datetime
    counter: str
    address: str
    documents: str
    instructions: str
    manage_url: str
    move_url: str
    until: datetime | None
    language: str
    people: int = 1
    access: str = ""
    office: str = ""
    office_url: str = ""

    @property
    def variables(self) -> dict[str, str]:
        """The variables of the texts of mails."""
        return {
            "address": self.address,
            "counter": self.counter,
            "date": dates.day(self.start.date(), self.language, year=True),
            "documents": self.documents,
            "instructions": self.instructions,
            "manage_url": self.manage_url,
            "move_url": self.move_url,
            "reference": self.reference,
            "time": dates.hour(self.start, self.language),
            "type": self.type,
            "until": dates.moment(self.until, self.language) if self.until else "",
            "visitor": self.visitor,
        }


def facts_of(section: Any, appointment: Appointment, language: str = "") -> Facts:
    """Read the facts; `language` is that of the booking unless told."""
    office = office_of(section)
    language = language or appointment.language or "en"
    counter = office.counters.get(appointment.counter_uid)
    kind = office.types.get(appointment.type_uid)
    content = section.get(kind.id) if kind else None
    start = appointment.start_at.astimezone(office.zone)
    until = appointment.until
    return Facts(
        uid=f"{appointment.reference}@{office.uid}",
        reference=appointment.reference,
        state=appointment.state,
        sequence=appointment.sequence,
        changed=appointment.history[-1].when if appointment.history else appointment.created,
        visitor=" ".join(filter(None, (appointment.civility, appointment.first_name, appointment.last_name))),
        type=appointment.type_title,
        start=start,
        end=end_of(start, appointment.length),
        counter=appointment.counter_title,
        address=", ".join(where(appointment.counter_title, counter.address if counter else "")),
        documents=_documents(content),
        instructions=plain(content.instructions.output_relative_to(content))
        if content is not None and content.instructions
        else "",
        manage_url=manage_url(section.absolute_url(), appointment.reference, appointment.key),
        move_url=manage_url(section.absolute_url(), appointment.reference, appointment.key, "move"),
        until=datetime.fromtimestamp(until, office.zone) if until else None,
        language=language,
        people=appointment.people,
        access=counter.access if counter else "",
        office=str(section.title),
        office_url=section.absolute_url(),
    )


def plain(html: str) -> str:
    """Return the text of HTML, a line for each block."""
    if not html.strip():
        return ""
    root = fromstring(f"<div>{html}</div>")
    for link in root.iter("a"):
        url = link.get("href", "")
        if url.startswith(("http://", "https://")) and url not in link.text_content():
            link.tail = f" ({url}){link.tail or ''}"
    for block in root.iter("p", "li", "br", "h1", "h2", "h3", "h4", "div", "tr"):
        block.tail = "\n" + (block.tail or "")
    lines = (" ".join(line.split()) for line in root.text_content().splitlines())
    return "\n".join(filter(None, lines))


def _documents(content: Any) -> str:
    rows = (content.documents or []) if content is not None else []
    return "\n".join(_bullet(row) for row in rows)


def _bullet(row: Mapping[str, str]) -> str:
    lines = [row["document"], *(row.get("note") or "").splitlines()]
    return "- " + "\n  ".join(filter(None, map(str.strip, lines)))
