"""The day list of appointments (screen 7, as a list)."""

from collections.abc import Iterable
from collective.rendezvous import _
from collective.rendezvous.booking.listing import Filter
from collective.rendezvous.browser.staff.day_rows import DayRows
from datetime import date
from datetime import timedelta
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode


FIELDS = ("agent", "type", "counter")
YEARS = range(1900, 2200)


class DayPage(DayRows):
    """One day; the filters stand in its address, so that it can be kept as a bookmark."""

    heading = _("Manage the appointments booked")
    tab = "planning"
    template = ViewPageTemplateFile("templates/day.pt")

    def answer(self) -> Any:
        """Show the day; whether there is such a day is known before anything is drawn."""
        self.day  # noqa: B018
        return self.template()

    @cached_property
    def day(self) -> date:
        """The day asked for, else today."""
        told = self._told("day")
        try:
            found = date.fromisoformat(told) if told else self.today
        except ValueError:
            found = None
        self.problem = found is None or found.year not in YEARS
        return self.today if self.problem or found is None else found

    @cached_property
    def filter(self) -> Filter:
        """The day, and what was chosen among agents, types and counters."""
        return Filter(first=self.day, last=self.day, **{name: self._uid(name) for name in FIELDS})

    def answer_url(self, day: date | None = None) -> str:
        """The address of another day with the same filters."""
        return f"{self.view_url('rendezvous-day')}?{self._query(day or self.day)}"

    @property
    def back(self) -> str:
        """Where a step pressed here leads back to."""
        return f"@@rendezvous-day?{self._query(self.day)}"

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

    @property
    def filters(self) -> list[dict[str, Any]]:
        """What can be chosen: each with its options, the one chosen marked."""
        office = self.office
        return [
            self._choice("agent", _("Agent"), _("All agents"), office.agents.values()),
            self._choice("type", _("Type"), _("All types"), office.types.values()),
            self._choice("counter", _("Counter"), _("All counters"), office.counters.values()),
        ]

    @property
    def chosen(self) -> str:
        """What was chosen, for paper: « Agent : Nadia Benali »."""
        told = [
            self.words.say(
                _("${field}: ${value}"), field=self.words.say(choice["label"]), value=option["title"]
            )
            for choice in self.filters
            for option in choice["options"]
            if option["selected"]
        ]
        return ", ".join(told)

    def _choice(self, name: str, label: str, every: str, known: Iterable[Any]) -> dict[str, Any]:
        chosen = getattr(self.filter, name)
        options = [{"id": one.id, "title": one.title, "selected": one.uid == chosen or None} for one in known]
        return {"name": name, "label": label, "all": every, "options": options}

    def _told(self, name: str) -> str:
        told = self.request.form.get(name)
        return told if isinstance(told, str) else ""

    def _uid(self, name: str) -> str | None:
        office, told = self.office, self._told(name)
        find = {"agent": office.agent_by_id, "type": office.type_by_id, "counter": office.counter_by_id}[name]
        found = find(told) if told else None
        return found.uid if found else None

    def _query(self, day: date) -> str:
        chosen = {name: self._told(name) for name in FIELDS if getattr(self.filter, name)}
        return urlencode({"day": day.isoformat(), **chosen})
