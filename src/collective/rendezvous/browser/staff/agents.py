"""The list of agents (screen 4)."""

from collections import Counter
from collective.rendezvous import _
from collective.rendezvous.booking.opening import state_of
from collective.rendezvous.browser.staff.day_rows import DayRows
from collective.rendezvous.browser.staff.hours import total
from collective.rendezvous.scheduling.office import Agent
from collective.rendezvous.scheduling.presence import minutes_in_week
from collective.rendezvous.scheduling.presence import present
from collective.rendezvous.scheduling.states import OCCUPYING
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


ROLES = {"receptionist": _("Receptionist"), "administrator": _("Administrator")}


class AgentsPage(DayRows):
    """All agents, for an administrator; a receptionist lands on who they are."""

    heading = _("Agents")
    tab = "agents"
    add_label = _("Add an agent")
    template = ViewPageTemplateFile("templates/agents.pt")

    def answer(self) -> Any:
        """Show the list, or lead to the agent that one is."""
        own = self.office.agents.get(self.actor.agent or "")
        if own is not None and not self.administers:
            return self.redirect(f"{self.section_url}/{own.id}")
        return self.template()

    @property
    def add_url(self) -> str:
        """The form that adds one."""
        return f"{self.section_url}/++add++Agent"

    @property
    def agents(self) -> list[dict[str, Any]]:
        """One row for each agent."""
        return [self._agent(agent) for agent in self.office.agents.values()]

    def _agent(self, agent: Agent) -> dict[str, Any]:
        return {
            "title": agent.title,
            "url": f"{self.section_url}/{agent.id}",
            "role": ROLES.get(agent.role, agent.role),
            "email": agent.email,
            "hours": total(minutes_in_week(agent, self.today), self.words),
            "none": not agent.availabilities,
            "today": self._today(agent),
            "active": agent.active,
        }

    def _today(self, agent: Agent) -> str:
        if not agent.availabilities:
            return self.words.say(_("No availability"))
        there = bool(present(self.office, agent, self.today))
        told = self.words.say(_("Receives") if there else _("Does not receive"))
        number = self._booked[agent.uid]
        if not number:
            return told
        many = _("${here}, 1 appointment") if number == 1 else _("${here}, ${number} appointments")
        return self.words.say(many, here=told, number=number)

    @cached_property
    def _booked(self) -> Counter[str]:
        found = self.desk.listing(self.filter)
        return Counter(one.agent_uid for one in found if state_of(one, self.now) in OCCUPYING)
