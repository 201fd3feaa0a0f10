"""An agent: role, account, availabilities, times of absence (screens 4 and 5)."""

from collections.abc import Iterable
from collective.rendezvous import _
from collective.rendezvous.browser.staff.agents import ROLES
from collective.rendezvous.browser.staff.hours import days
from collective.rendezvous.browser.staff.hours import stretch
from collective.rendezvous.browser.staff.resource import ResourcePage
from collective.rendezvous.content.availability import IAvailability
from collective.rendezvous.content.hour import minutes
from collective.rendezvous.content.place import children
from collective.rendezvous.roles.permissions import ADD_AVAILABILITY
from Products.CMFCore.permissions import AddPortalContent
from Products.CMFCore.permissions import ModifyPortalContent
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode


WEEKS = {"even": _("Even weeks"), "odd": _("Odd weeks")}


class AgentPage(ResourcePage):
    """The agent's details; whoever may not change them only reads."""

    tab = "agents"
    template = ViewPageTemplateFile("templates/agent.pt")

    def answer(self) -> Any:
        """Show them."""
        return self.template()

    @property
    def role(self) -> str:
        """The role, in words."""
        return self.words.say(ROLES.get(self.context.role, self.context.role or ""))

    @property
    def may_add_hours(self) -> bool:
        """Whether this person may add an availability."""
        return self.may(ADD_AVAILABILITY) and self.may(AddPortalContent)

    @property
    def day_url(self) -> str:
        """The agent's appointments of today."""
        query = urlencode({"day": self.today.isoformat(), "agent": self.context.getId()})
        return f"{self.view_url('rendezvous-day')}?{query}"

    @property
    def availabilities(self) -> list[dict[str, Any]]:
        """All availabilities in the order of the week."""
        found = sorted(
            children(self.context, IAvailability), key=lambda one: (min(one.days, default=7), one.start)
        )
        return [self._hours(one) for one in found]

    def _hours(self, one: Any) -> dict[str, Any]:
        words = self.words
        return {
            "days": days(one.days, words),
            "hours": stretch(minutes(one.start), minutes(one.end), words),
            "types": self._titles(one.types, self.office.types),
            "counters": self._titles(one.counters, self.office.counters) or words.say(_("All")),
            "period": self._period(one),
            "staff_only": one.audience == "staff",
            "url": f"{one.absolute_url()}/edit" if self.may(ModifyPortalContent, one) else "",
        }

    @staticmethod
    def _titles(uids: Iterable[str] | None, known: Any) -> str:
        wanted = set(uids or ())
        return ", ".join(one.title for one in known.values() if one.uid in wanted)

    def _period(self, one: Any) -> str:
        words, first, last = self.words, one.valid_from, one.valid_until
        parts = [words.say(WEEKS[one.weeks])] if one.weeks in WEEKS else []
        if first:
            parts.append(words.say(_("from ${day}"), day=words.day(first, year=True, weekday=False)))
        if last:
            parts.append(words.say(_("until ${day}"), day=words.day(last, year=True, weekday=False)))
        told = ", ".join(parts) or words.say(_("Always"))
        return told[:1].upper() + told[1:]
