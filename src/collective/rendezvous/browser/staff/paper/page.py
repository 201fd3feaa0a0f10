"""A day on paper: a sheet for each counter or agent that somebody comes to."""

from collective.rendezvous import _
from collective.rendezvous.browser.staff.filtered import FilteredPage
from collective.rendezvous.browser.staff.paper.sheets import Sheet
from collective.rendezvous.browser.staff.paper.sheets import sheet
from collective.rendezvous.scheduling.office import Agent
from collective.rendezvous.scheduling.office import Counter
from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


COUNTERS, AGENTS = "counters", "agents"
BLANK = "blank"


class PaperPage(FilteredPage):
    """What is printed is chosen in the address; the button needs a script, the browser's own menu none."""

    template = ViewPageTemplateFile("templates/paper.pt")

    def answer(self) -> Any:
        """Show the sheets; whether there is such a day is known before anything is drawn."""
        self.day  # noqa: B018
        return self.template()

    @property
    def heading(self) -> str:
        """The day, as the first sheet's title."""
        return self.words.say(_("Day of ${day}"), day=self.words.day(self.day, year=True))

    @property
    def title(self) -> str:
        """See :class:`Page`: the heading is said already."""
        return self.words.say(_("Error: ${title}"), title=self.heading) if self.problem else self.heading

    @property
    def phones(self) -> bool:
        """Whether phone numbers are printed."""
        return self.told("phones") != BLANK

    @cached_property
    def whose(self) -> list[Agent | Counter]:
        """Whose sheets these are."""
        kind, _colon, id = self.told("who").partition(":")
        one = {"agent": self.office.agent_by_id, "counter": self.office.counter_by_id}.get(kind)
        found = one(id) if one else None
        if found is not None:
            return [found]
        return list(self.office.agents.values() if kind == AGENTS else self.office.counters.values())

    @cached_property
    def sheets(self) -> list[Sheet]:
        """The sheets; of several, those on which anybody stands."""
        found = list(self.desk.listing(self.filter))
        made = [sheet(self, self.day, one, found, self.phones) for one in self.whose]
        return made if len(made) == 1 else [each for each in made if each.visits]

    @property
    def choices(self) -> list[dict[str, Any]]:
        """What can be printed."""
        who = self.told("who")
        every = [
            (COUNTERS, self.words.say(_("All counters"))),
            (AGENTS, self.words.say(_("All agents"))),
        ]
        counters = [(f"counter:{one.id}", one.title) for one in self.office.counters.values()]
        agents = [(f"agent:{one.id}", one.title) for one in self.office.agents.values()]
        return [
            {"value": value, "title": title, "selected": value == who or None}
            for value, title in [*every, *counters, *agents]
        ]

    def answer_url(self, day: date) -> str:
        """The list of a day, from which one comes."""
        return self.url_of("list", day)
