"""The list of counters (screen 3)."""

from collective.rendezvous import _
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.scheduling.office import Counter
from collective.rendezvous.scheduling.presence import away
from collective.rendezvous.words.addresses import address_lines
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class CountersPage(StaffPage):
    """All counters, with what they receive and whether they do today."""

    heading = _("Counters")
    tab = "counters"
    add_label = _("Add a counter")
    template = ViewPageTemplateFile("templates/counters.pt")

    def answer(self) -> Any:
        """Show the list."""
        return self.template()

    @property
    def add_url(self) -> str:
        """The form that adds one."""
        return f"{self.section_url}/++add++Counter"

    @property
    def rows(self) -> list[dict[str, Any]]:
        """One row for each counter."""
        return [self._row(counter) for counter in self.office.counters.values()]

    def _row(self, counter: Counter) -> dict[str, Any]:
        known = self.office.types
        return {
            "title": counter.title,
            "url": f"{self.section_url}/{counter.id}",
            "address": ", ".join(address_lines(counter.address)),
            "capacity": counter.capacity,
            "types": ", ".join(kind.title for kind in known.values() if kind.uid in counter.types),
            "away": bool(away(self.office, counter.uid, self.today)),
            "active": counter.active,
        }
