"""The appointments of one day, read once a page."""

from collective.rendezvous import _
from collective.rendezvous.booking.listing import Filter
from collective.rendezvous.browser.staff.hours import stretch
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.browser.staff.rows import Row
from collective.rendezvous.browser.staff.rows import row
from collective.rendezvous.browser.staff.tally import tally
from collective.rendezvous.browser.staff.tally import UNSETTLED
from collective.rendezvous.scheduling.holidays import closures_on
from collective.rendezvous.scheduling.minutes import stretches
from datetime import date
from functools import cached_property


class DayRows(StaffPage):
    """A page about one day; reads the appointments of that day and no others."""

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self.today

    @property
    def filter(self) -> Filter:
        """What of the day is shown."""
        return Filter(first=self.day, last=self.day)

    @cached_property
    def rows(self) -> list[Row]:
        """The day's appointments in order of start."""
        return [row(self, appointment) for appointment in self.desk.listing(self.filter)]

    @property
    def tally(self) -> str:
        """How they stand, in one sentence."""
        return tally((self._standing(row) for row in self.rows), self.words)

    def _standing(self, row: Row) -> str:
        """The state; of what is confirmed, whether its time is over."""
        return UNSETTLED if row.state == "confirmed" and row.end <= self.now else row.state

    @property
    def closed(self) -> str:
        """When and why the section is closed on that day; empty when it is open."""
        found = closures_on(self.office, self.day, self.words.language)
        if not found.mask:
            return ""
        hours = ", ".join(stretch(*pair, self.words) for pair in stretches(found.mask))
        if found.whole:
            told = _("Closed: ${reason}") if found.reason else _("Closed")
        else:
            told = _("Closed from ${hours}: ${reason}") if found.reason else _("Closed from ${hours}")
        return self.words.say(told, hours=hours, reason=found.reason)
