"""All appointments to come of a type, a counter, an agent or the whole section, as rows."""

from collective.rendezvous import _
from collective.rendezvous.booking import guards
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.browser.staff.rows import Row
from collective.rendezvous.browser.staff.rows import row
from collective.rendezvous.ledger.appointment import Appointment
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


MOST = 200
"""So many are shown, the next ones; the others come up as these are dealt with."""


class ComingPage(StaffPage):
    """What stands against a deletion: pending or confirmed, from now on, whatever the day."""

    heading = _("Appointments to come")
    tab = "planning"
    template = ViewPageTemplateFile("templates/coming.pt")

    def answer(self) -> Any:
        """Show them."""
        return self.template()

    @cached_property
    def whose(self) -> Any | None:
        """The type, counter or agent that the address names; None for the whole section."""
        office = self.office
        for name, find in (
            ("type", office.type_by_id),
            ("counter", office.counter_by_id),
            ("agent", office.agent_by_id),
        ):
            told = self.request.form.get(name)
            found = find(told) if isinstance(told, str) else None
            if found is not None:
                return found
        return None

    @cached_property
    def found(self) -> list[Appointment]:
        """All of them, the next first."""
        ledger = guards.ledger_of(self.section)
        uid = self.whose.uid if self.whose else None
        coming = ledger.upcoming_of(uid, self.now) if ledger is not None else ()
        return sorted(coming, key=lambda one: (one.start, one.id))

    @property
    def rows(self) -> list[Row]:
        """Those that are shown."""
        return [row(self, one) for one in self.found[:MOST]]

    @property
    def said(self) -> str:
        """How many there are."""
        number = len(self.found)
        told = _("1 appointment") if number == 1 else _("${number} appointments")
        return self.words.say(told, number=number)

    @property
    def more(self) -> bool:
        """Whether there are others."""
        return len(self.found) > MOST
