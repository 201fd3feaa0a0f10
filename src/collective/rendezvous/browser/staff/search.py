"""Finding an appointment by who comes (screen 9)."""

from collections.abc import Iterable
from collections.abc import Sequence
from collective.rendezvous import _
from collective.rendezvous.booking.listing import Filter
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.browser.staff.rows import Row
from collective.rendezvous.browser.staff.rows import row
from collective.rendezvous.ledger.appointment import Appointment
from datetime import timedelta
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


MOST = 50
"""How many are shown of those to come, and of those that are over."""

LONGEST = 254
"""A text to search for is at most as long as an e-mail address."""


def searched(page: StaffPage) -> str:
    """What is looked for; an address that holds it is not listened to: no name is to stand in one."""
    told = page.request.form.get("q") if page.posted else ""
    return told.strip()[:LONGEST] if isinstance(told, str) else ""


class SearchPage(StaffPage):
    """What is typed comes by POST: no name stands in an address, nor in the server's log."""

    heading = _("Find an appointment")
    tab = "planning"
    template = ViewPageTemplateFile("templates/search.pt")

    def answer(self) -> Any:
        """Show what was found, or only the form."""
        return self.template()

    @cached_property
    def text(self) -> str:
        """What was typed."""
        return searched(self)

    @cached_property
    def found_to_come(self) -> Sequence[Appointment]:
        """All from today on."""
        return self.desk.listing(Filter(first=self.today, text=self.text)) if self.text else ()

    @cached_property
    def found_past(self) -> Sequence[Appointment]:
        """All before today."""
        return (
            self.desk.listing(Filter(last=self.today - timedelta(days=1), text=self.text))
            if self.text
            else ()
        )

    @property
    def parts(self) -> list[dict[str, Any]]:
        """Those to come, the next first; then those that are over, the last first."""
        past = self.found_past
        parts = (
            (
                "to-come",
                _("Appointments to come"),
                self._rows(self.found_to_come[:MOST]),
                len(self.found_to_come),
            ),
            ("past", _("Past appointments"), self._rows(past[max(0, len(past) - MOST) :])[::-1], len(past)),
        )
        return [
            {"id": id, "title": title, "rows": rows, "more": total > len(rows), "shown": len(rows)}
            for id, title, rows, total in parts
            if rows
        ]

    def _rows(self, found: Iterable[Appointment]) -> list[Row]:
        return [row(self, appointment) for appointment in found]
