"""The same figures as a file for a spreadsheet."""

from collective.rendezvous.browser.figures.lines import rows
from collective.rendezvous.browser.figures.statistics import StatisticsPage
from collective.rendezvous.words.tables import csv_file
from collective.rendezvous.words.tables import MIME
from typing import Any


class StatisticsFile(StatisticsPage):
    """Answers with CSV; days that make no period are shown on the page instead."""

    def answer(self) -> Any:
        """Return the file."""
        if self.wrong:
            return self.template()
        first, last = self.days
        response = self.request.response
        response.setHeader("Content-Type", MIME)
        name = f"{self.section.getId()}_{first}_{last}_statistics.csv"
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        return csv_file(rows(self.statistics, self.words.language))
