"""A stranded appointment as a row of a table."""

from collective.rendezvous.booking.messages import of_finding
from collective.rendezvous.booking.opening import proposed_at
from collective.rendezvous.booking.propose import choosable
from collective.rendezvous.booking.stranded import Stranded
from collective.rendezvous.browser.staff import names
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.browser.staff.rows import Row
from collective.rendezvous.browser.staff.rows import row
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class StrandedRow:
    """`broken`: the rules, in sentences; `nearest`: the free time it would move to, with whom.

    `choosable`: whether a mail lets the visitor choose; `proposed`: when one was sent.
    """

    row: Row
    broken: list[str]
    nearest: datetime | None
    agent: str
    choosable: bool
    proposed: datetime | None
    move: str


def stranded_row(page: StaffPage, found: Stranded) -> StrandedRow:
    """The row of one, on a page of staff."""
    it, office, language = found.appointment, page.office, page.words.language
    nearest = page.desk.neighbours(it).nearest()
    proposed = proposed_at(it)
    return StrandedRow(
        row=row(page, it),
        broken=[of_finding(one, language, staff=True) for one in found.findings],
        nearest=nearest[0].start if nearest else None,
        agent=names.short(office.agents[nearest[1].agent].title) if nearest else "",
        choosable=choosable(it, office),
        proposed=datetime.fromtimestamp(proposed, office.zone) if proposed is not None else None,
        move=f"{it.reference} {it.version}",
    )
