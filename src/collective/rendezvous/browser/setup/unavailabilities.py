"""All times of absence of counters and agents in one list (screen 6)."""

from collective.rendezvous import _
from collective.rendezvous.browser.setup.overlaps import overlapped
from collective.rendezvous.browser.setup.review import Reviewing
from collective.rendezvous.browser.staff.hours import period
from collective.rendezvous.content.agent import IAgent
from collective.rendezvous.content.counter import ICounter
from collective.rendezvous.content.place import children
from collective.rendezvous.content.unavailability import IUnavailability
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.interface import Interface


GROUPS: tuple[tuple[str, type[Interface], str, str], ...] = (
    ("counters", ICounter, _("Unavailability periods of the counters"), _("Counter")),
    ("agents", IAgent, _("Unavailability periods of the agents"), _("Agent")),
)


class UnavailabilitiesPage(Reviewing):
    """Those that are not over, of counters first; with `past` in the address also the others."""

    heading = _("Unavailabilities")
    tab = "unavailabilities"
    template = ViewPageTemplateFile("templates/unavailabilities.pt")

    def answer(self) -> Any:
        """Show the list; or, where one was chosen, lead to the form that adds to it."""
        whose = self.request.form.get("whose")
        if isinstance(whose, str) and whose in self._resources():
            return self.redirect(f"{self.section_url}/{whose}/++add++Unavailability?back=unavailabilities")
        return self.template()

    def found(self, id: str) -> Any | None:
        """The absence of that id, whoever's."""
        return next(
            (
                one
                for resource in self._resources().values()
                for one in children(resource, IUnavailability)
                if one.getId() == id
            ),
            None,
        )

    @property
    def with_past(self) -> bool:
        """Whether those that are over are shown too."""
        return "past" in self.request.form

    @property
    def groups(self) -> list[dict[str, Any]]:
        """Counters, then agents: each with what can be chosen and its rows."""
        return [self._group(*group) for group in GROUPS]

    def _resources(self) -> dict[str, Any]:
        return {
            one.getId(): one
            for _name, interface, _heading, _label in GROUPS
            for one in children(self.section, interface)
        }

    def _group(self, name: str, interface: type[Interface], heading: str, label: str) -> dict[str, Any]:
        resources = list(children(self.section, interface))
        wall = self.now.replace(tzinfo=None)
        found = [
            (absence, resource)
            for resource in resources
            for absence in children(resource, IUnavailability)
            if self.with_past or absence.end > wall
        ]
        found.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[1].title))
        return {
            "name": name,
            "heading": heading,
            "label": label,
            "options": [{"id": one.getId(), "title": one.title} for one in resources],
            "rows": [self._row(*pair) for pair in found],
        }

    def _row(self, absence: Any, resource: Any) -> dict[str, Any]:
        number = sum(1 for _one in overlapped(self.desk, resource, absence, self.now))
        one, many = _("1 appointment to come"), _("${number} appointments to come")
        return {
            "whose": resource.title,
            "when": period(absence.start, absence.end, self.words),
            "reason": absence.reason or "",
            "booked": self.words.say(one if number == 1 else many, number=number) if number else "",
            "review_url": f"{self.view_url('rendezvous-unavailabilities')}?review={absence.getId()}",
            "url": f"{absence.absolute_url()}/edit?back=unavailabilities",
        }
