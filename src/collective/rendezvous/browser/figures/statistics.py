"""Statistics of a period (screen 12): figures in everyday words, and tables with bars."""

from collective.rendezvous import _
from collective.rendezvous.booking.statistics import Figures
from collective.rendezvous.booking.statistics import Statistics
from collective.rendezvous.booking.statistics import within
from collective.rendezvous.browser.figures.lines import by_type
from collective.rendezvous.browser.figures.lines import by_week
from collective.rendezvous.browser.figures.lines import by_weekday
from collective.rendezvous.browser.figures.lines import Line
from collective.rendezvous.browser.figures.period import PeriodPage
from collective.rendezvous.words import numbers
from datetime import date
from datetime import timedelta
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode


MOST = 9
"""Of ten appointments, so many are told how long they took to obtain at the most."""


class StatisticsPage(PeriodPage):
    """Reads sums of days, and no appointment but those of days not summed up yet."""

    heading = _("Statistics")
    tab = "statistics"
    template = ViewPageTemplateFile("templates/statistics.pt")

    def answer(self) -> Any:
        """Show them; whether the days exist is known before anything is drawn."""
        self.wrong  # noqa: B018
        return self.template()

    @cached_property
    def statistics(self) -> Statistics:
        """The figures of the days asked for."""
        return self._of(*self.days)

    @cached_property
    def before(self) -> Figures:
        """The totals of as many days before these."""
        first, last = self.days
        return self._of(first - (last - first) - timedelta(days=1), first - timedelta(days=1)).totals

    def _of(self, first: date, last: date) -> Statistics:
        return self.desk.statistics(first, last, self._chosen("agent"), self._chosen("counter"))

    @property
    def totals(self) -> dict[str, str]:
        """The four great figures, and what is said of them."""
        it, before, language = self.statistics.totals, self.before, self.words.language
        most = within(it.delays, MOST / 10)
        return {
            "appointments": numbers.number(it.appointments, language),
            "online": numbers.share(it.online, it.appointments, language),
            "before": numbers.number(before.appointments, language) if before.appointments else "",
            "absent_share": numbers.share(it.no_shows, it.appointments, language, 1),
            "absent": numbers.number(it.no_shows, language),
            "absent_before": numbers.share(before.no_shows, before.appointments, language, 1)
            if before.appointments
            else "",
            "taken": numbers.share(it.minutes_taken, it.minutes_offered, language),
            "delay": numbers.days(it.delay_days_median, language),
            "most": numbers.days(most, language) if most is not None else "",
        }

    @cached_property
    def by_type(self) -> list[Line]:
        """A line for each type that anybody came for."""
        return by_type(self.statistics, self.office, self.words.language)

    @cached_property
    def by_week(self) -> list[Line]:
        """A line for each week."""
        return by_week(self.statistics, self.words.language)

    @cached_property
    def by_weekday(self) -> list[Line]:
        """A line for each day of the week on which anything was offered."""
        return by_weekday(self.statistics, self.words.language)

    @property
    def choices(self) -> list[dict[str, Any]]:
        """What the figures can be narrowed to."""
        return [
            self._choice("counter", _("Counter"), _("All counters"), self.office.counters),
            self._choice("agent", _("Agent"), _("All agents"), self.office.agents),
        ]

    @property
    def csv_url(self) -> str:
        """The same figures for a spreadsheet."""
        first, last = self.days
        chosen = {name: self.told(name) for name in ("counter", "agent") if self._chosen(name)}
        query = urlencode({"from": first.isoformat(), "to": last.isoformat(), **chosen})
        return f"{self.view_url('rendezvous-statistics.csv')}?{query}"

    def _choice(self, name: str, label: str, every: str, known: Any) -> dict[str, Any]:
        chosen = self._chosen(name) or frozenset()
        options = [
            {"id": one.id, "title": one.title, "selected": one.uid in chosen or None}
            for one in known.values()
        ]
        return {"name": name, "label": label, "all": every, "options": options}

    def _chosen(self, name: str) -> frozenset[str] | None:
        find = {"agent": self.office.agent_by_id, "counter": self.office.counter_by_id}[name]
        found = find(self.told(name))
        return frozenset({found.uid}) if found else None
