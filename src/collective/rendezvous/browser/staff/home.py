"""The home of the section for staff (screen 1)."""

from collective.rendezvous.browser.staff.checklist import Point
from collective.rendezvous.browser.staff.checklist import points
from collective.rendezvous.browser.staff.day_rows import DayRows
from collective.rendezvous.browser.staff.figures import Figures
from collective.rendezvous.browser.staff.mail_points import mail_points
from collective.rendezvous.browser.staff.rows import Row
from datetime import timedelta
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


SETTLED = 2
"""How many of those settled last stay in sight, so that a slip can be taken back."""

SHOWN = 8
"""How many who wait or are expected, at most."""

LATE = timedelta(hours=1)
"""For so long somebody who has not come stays in sight; the day list has them all."""


class HomePage(DayRows):
    """Menus with today's figures, the next visitors, what is still missing."""

    tab = "home"
    back = "@@rendezvous-home"
    template = ViewPageTemplateFile("templates/home.pt")

    def answer(self) -> Any:
        """Show it."""
        return self.template()

    @property
    def heading(self) -> str:
        """The section's own title."""
        return str(self.section.title)

    @cached_property
    def figures(self) -> Figures:
        """What the menus say of today."""
        return Figures(self.desk, self.today)

    @cached_property
    def stranded(self) -> int:
        """How many appointments to come today's set-up would refuse."""
        return sum(1 for _found in self.desk.stranded())

    @cached_property
    def waiting(self) -> int:
        """How many wait for a time that comes free."""
        return sum(self.desk.waiting.counts().values()) if self.takes_steps else 0

    @property
    def live(self) -> int:
        """How many appointments take place today."""
        return sum(row.state not in ("cancelled", "expired") for row in self.rows)

    @property
    def next_visitor(self) -> Row | None:
        """Who comes next."""
        return next((row for row in self.rows if row.state == "confirmed" and row.start >= self.now), None)

    @cached_property
    def next_rows(self) -> list[Row]:
        """Who waits and who is expected, after the last that were settled."""
        waiting = [
            row
            for row in self.rows
            if row.state == "arrived" or (row.state == "confirmed" and row.start >= self.now - LATE)
        ]
        settled = [row for row in self.rows if row.state in ("honoured", "no_show")]
        last = sorted(settled, key=lambda row: row.changed)[-SETTLED:]
        return sorted([*last, *waiting[:SHOWN]], key=lambda row: (row.start, row.reference))

    @cached_property
    def points(self) -> list[Point]:
        """What is to be set up before citizens can book, done or not; for administrators."""
        if not self.administers:
            return []
        mails = mail_points(self.section, self.now, self.words)
        return [*mails, *points(self.section, self.office, self.words.language)]

    @property
    def done(self) -> int:
        """How many of these points are done."""
        return sum(point.done for point in self.points)
