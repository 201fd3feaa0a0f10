"""What pages about days have in common: a day and filters, all of it in the address."""

from collections.abc import Iterable
from collective.rendezvous import _
from collective.rendezvous.booking.listing import Filter
from collective.rendezvous.browser.staff.day_rows import DayRows
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode


FIELDS = ("agent", "type", "counter")
YEARS = range(1900, 2200)


class FilteredPage(DayRows):
    """A page whose address can be kept as a bookmark."""

    heading = _("Manage the appointments booked")
    tab = "planning"
    views: tuple[tuple[str, str], ...] = (("day", _("Day")), ("week", _("Week")), ("list", _("List")))
    view = "list"

    @cached_property
    def day(self) -> date:
        """The day asked for, else today."""
        told = self.told("day")
        try:
            found = date.fromisoformat(told) if told else self.today
        except ValueError:
            found = None
        self.problem = found is None or found.year not in YEARS
        return self.today if self.problem or found is None else found

    @property
    def period(self) -> tuple[date, date]:
        """The first and the last day that are shown."""
        return self.day, self.day

    @cached_property
    def filter(self) -> Filter:
        """The days, and what was chosen among agents, types and counters."""
        first, last = self.period
        return Filter(first=first, last=last, **{name: self._uid(name) for name in FIELDS})

    @property
    def chosen_ids(self) -> dict[str, str]:
        """What was chosen, by field."""
        return {name: self.told(name) for name in FIELDS if getattr(self.filter, name)}

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
    def add_url(self) -> str:
        """The form that adds an appointment, with what was chosen here."""
        query = urlencode(self.chosen_ids)
        return self.view_url("rendezvous-add") + (f"?{query}" if query else "")

    @property
    def paper_url(self) -> str:
        """The day on paper, of the counter or agent that was chosen here."""
        chosen = [
            f"{name}:{self.chosen_ids[name]}" for name in ("counter", "agent") if name in self.chosen_ids
        ]
        query = {"day": self.day.isoformat(), **({"who": chosen[0]} if chosen else {})}
        return f"{self.view_url('rendezvous-print')}?{urlencode(query)}"

    @property
    def agents_away_url(self) -> str:
        """Where unavailabilities of agents are told and added."""
        return self.view_url("rendezvous-unavailabilities")

    @property
    def counters_away_url(self) -> str:
        """The same of counters."""
        return self.view_url("rendezvous-unavailabilities")

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

    @property
    def kept(self) -> dict[str, str]:
        """What the filters keep in the address beside themselves."""
        return {}

    @property
    def view_links(self) -> list[dict[str, Any]]:
        """The ways to look at the same days."""
        return [
            {"label": label, "url": self.url_of(name, self.day), "here": name == self.view}
            for name, label in self.views
        ]

    def url_of(self, view: str, day: date) -> str:
        """The address of a view of a day with the same filters."""
        name = "rendezvous-day" if view == "list" else "rendezvous-planning"
        return f"{self.view_url(name)}?{self.query(day, view)}"

    def query(self, day: date, view: str | None = None) -> str:
        """What stands in the address after the view's name."""
        view = view or self.view
        named = {} if view == "list" else {"view": view}
        return urlencode({"day": day.isoformat(), **named, **self.chosen_ids})

    def told(self, name: str) -> str:
        """A parameter of the address; empty for what is no text."""
        told = self.request.form.get(name)
        return told if isinstance(told, str) else ""

    def _choice(self, name: str, label: str, every: str, known: Iterable[Any]) -> dict[str, Any]:
        chosen = getattr(self.filter, name)
        options = [{"id": one.id, "title": one.title, "selected": one.uid == chosen or None} for one in known]
        return {"name": name, "label": label, "all": every, "options": options}

    def _uid(self, name: str) -> str | None:
        office, told = self.office, self.told(name)
        find = {"agent": office.agent_by_id, "type": office.type_by_id, "counter": office.counter_by_id}[name]
        found = find(told) if told else None
        return found.uid if found else None
