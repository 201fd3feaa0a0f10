"""The day list of appointments (screen 7, as a list)."""

from collective.rendezvous.browser.staff.filtered import FilteredPage
from datetime import date
from datetime import timedelta
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class DayPage(FilteredPage):
    """One day, an appointment a row."""

    template = ViewPageTemplateFile("templates/day.pt")

    def answer(self) -> Any:
        """Show the day; whether there is such a day is known before anything is drawn."""
        self.day  # noqa: B018
        return self.template()

    def answer_url(self, day: date | None = None) -> str:
        """The address of another day with the same filters."""
        return self.url_of("list", day or self.day)

    @property
    def back(self) -> str:
        """Where a step pressed here leads back to."""
        return f"@@rendezvous-day?{self.query(self.day)}"

    @property
    def previous_url(self) -> str:
        """The day before."""
        return self.answer_url(self.day - timedelta(days=1))

    @property
    def next_url(self) -> str:
        """The day after."""
        return self.answer_url(self.day + timedelta(days=1))

    @property
    def today_url(self) -> str:
        """Today."""
        return self.answer_url(self.today)
