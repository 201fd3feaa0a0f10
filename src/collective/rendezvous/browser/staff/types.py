"""The list of types (screen 2)."""

from collective.rendezvous import _
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.slots import Query
from datetime import date
from datetime import timedelta
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class TypesPage(StaffPage):
    """All types, with where they are received, by how many, and when one can come next."""

    heading = _("Types of appointments")
    tab = "types"
    add_label = _("Add a type of appointment")
    template = ViewPageTemplateFile("templates/types.pt")

    def answer(self) -> Any:
        """Show the list."""
        return self.template()

    @property
    def add_url(self) -> str:
        """The form that adds one."""
        return f"{self.section_url}/++add++AppointmentType"

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """One row for each type."""
        return [self._row(kind) for kind in self.office.types.values()]

    def _row(self, kind: AppointmentType) -> dict[str, Any]:
        counters = [
            one.title for one in self.office.counters.values() if one.active and kind.uid in one.types
        ]
        agents = sum(self._receives(agent, kind) for agent in self.office.agents.values())
        offered = kind.active and counters and agents
        return {
            "title": kind.title,
            "url": f"{self.section_url}/{kind.id}",
            "style": f"--rdv-color: {kind.color}" if kind.color else None,
            "duration": kind.duration,
            "public": kind.audience == "public",
            "counters": ", ".join(counters),
            "agents": agents,
            "offered": bool(offered),
            "first": self._first(kind) if offered else None,
            "opens": self.today + timedelta(days=kind.horizon_days),
            "active": kind.active,
        }

    @staticmethod
    def _receives(agent: Any, kind: AppointmentType) -> bool:
        return agent.active and any(kind.uid in hours.types for hours in agent.availabilities)

    def _first(self, kind: AppointmentType) -> date | None:
        query = Query(kind.uid, self.today, self.today, staff=kind.audience != "public")
        slots = self.desk.next_slots(query, limit=1)
        return slots[0].start.date() if slots else None
