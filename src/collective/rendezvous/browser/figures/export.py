"""The appointments of a period, for a spreadsheet (screen 10)."""

from collective.rendezvous import _
from collective.rendezvous.booking.listing import Filter
from collective.rendezvous.browser.figures.period import PeriodPage
from collective.rendezvous.words.tables import csv_file
from collective.rendezvous.words.tables import MIME
from datetime import date
from datetime import timedelta
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class ExportPage(PeriodPage):
    """Asks for the days; the file comes by POST, so that nothing that leads to it can be passed on."""

    heading = _("Export appointments")
    tab = "planning"
    template = ViewPageTemplateFile("templates/export.pt")

    def answer(self) -> Any:
        """Show the form, or return the file."""
        if self.wrong or not self.posted:
            return self.template()
        self.check_form()
        first, last = self.days
        response = self.request.response
        response.setHeader("Content-Type", MIME)
        name = f"{self.section.getId()}_{first}_{last}.csv"
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        return csv_file(self.desk.export(Filter(first, last), self.words.language))

    @property
    def usual(self) -> tuple[date, date]:
        """The month of today."""
        first = self.today.replace(day=1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
