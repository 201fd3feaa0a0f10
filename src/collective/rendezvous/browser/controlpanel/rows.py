"""The sections of a site, each with what it lacks and the letters that wait in it."""

from collections.abc import Iterator
from collective.rendezvous import _
from collective.rendezvous.booking.office import office_of
from collective.rendezvous.browser.staff.checklist import Point
from collective.rendezvous.browser.staff.checklist import points
from collective.rendezvous.content.place import sections
from collective.rendezvous.jobs.status import address
from collective.rendezvous.jobs.status import Letters
from collective.rendezvous.jobs.status import letters
from dataclasses import dataclass
from typing import Any


STATES = {
    "open": _("Open for booking"),
    "preparation": _("In preparation"),
    "suspended": _("Booking suspended"),
}


@dataclass(frozen=True)
class Row:
    """A section; `missing`: the points of its check list still to do, `address`: what its letters name."""

    uid: str
    title: str
    url: str
    state: str
    missing: list[Point]
    letters: Letters
    address: str


def rows(portal: Any, language: str) -> Iterator[Row]:
    """All sections of the site, by their place in it."""
    return (row(portal, section, language) for section in sections(portal))


def row(portal: Any, section: Any, language: str) -> Row:
    """One section."""
    office = office_of(section)
    return Row(
        uid=office.uid,
        title=section.title,
        url=section.absolute_url(),
        state=STATES[office.state],
        missing=[point for point in points(section, office, language) if not point.done],
        letters=letters(section),
        address=address(portal, section),
    )
