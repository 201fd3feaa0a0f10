"""An agent: the week's availabilities, role, account, times of absence (screens 4 and 5)."""

from collections.abc import Collection
from collective.rendezvous import _
from collective.rendezvous.browser.public.choice import day as day_of
from collective.rendezvous.browser.staff.agents import ROLES
from collective.rendezvous.browser.staff.availability.blocks import Told
from collective.rendezvous.browser.staff.availability.live import told_to_script
from collective.rendezvous.browser.staff.availability.week import WeekOfHours
from collective.rendezvous.browser.staff.filtered import YEARS
from collective.rendezvous.browser.staff.resource import ResourcePage
from collective.rendezvous.roles.permissions import ADD_AVAILABILITY
from collective.rendezvous.roles.permissions import MANAGE_ALL_AVAILABILITIES
from datetime import date
from datetime import timedelta
from functools import cached_property
from Products.CMFCore.permissions import AddPortalContent
from Products.CMFCore.permissions import ModifyPortalContent
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode


class AgentPage(ResourcePage):
    """The agent's details; whoever may not change them only reads."""

    tab = "agents"
    template = ViewPageTemplateFile("templates/agent.pt")
    view = "week"
    view_links = ()

    def answer(self) -> Any:
        """Show them; whether there is such a day is known before anything is drawn."""
        self.day  # noqa: B018
        return self.template()

    @property
    def script(self) -> str:
        """The script that brings the calendar to life, for whoever may change it, unless it is unwanted."""
        return "availability" if self.live_script else "staff"

    @property
    def live_script(self) -> bool:
        """Whether the calendar is to be brought to life."""
        return self.may_add_hours and not self.plain

    @cached_property
    def assets(self) -> dict[str, Any]:
        """The script; its style sheet is the planning's."""
        found = super().assets
        return {**found, "style": self.address("planning", "style")} if self.live_script else found

    @property
    def plain(self) -> bool:
        """Whether one wants the calendar without the script, which reads out better."""
        return "plain" in self.request.form

    @property
    def role(self) -> str:
        """The role, in words."""
        return self.words.say(ROLES.get(self.context.role, self.context.role or ""))

    @cached_property
    def may_add_hours(self) -> bool:
        """Whether this person may add an availability."""
        return self.may(ADD_AVAILABILITY) and self.may(AddPortalContent)

    @property
    def day_url(self) -> str:
        """The agent's appointments of today."""
        query = urlencode({"day": self.today.isoformat(), "agent": self.context.getId()})
        return f"{self.view_url('rendezvous-day')}?{query}"

    # The week

    @cached_property
    def day(self) -> date:
        """The day asked for, else today."""
        told = self.request.form.get("day")
        found = day_of(told) if told else self.today
        self.problem = found is None or found.year not in YEARS
        return self.today if self.problem or found is None else found

    @cached_property
    def week(self) -> WeekOfHours:
        """The week around that day."""
        return WeekOfHours(self, self.day)

    @property
    def title_of_week(self) -> dict[str, Any]:
        """The parts of « Semaine 46, du 9 au 14 novembre 2026 »."""
        return self.words.titled_week(self.week.days[0], self.week.days[-1])

    @property
    def previous_url(self) -> str:
        """The week before."""
        return self._url_of(self.day - timedelta(days=7))

    @property
    def next_url(self) -> str:
        """The week after."""
        return self._url_of(self.day + timedelta(days=7))

    @property
    def today_url(self) -> str:
        """This week."""
        return self._url_of(self.today)

    def _url_of(self, day: date) -> str:
        return f"{self.url}?day={day}{'&plain=1' if self.plain else ''}"

    @property
    def other_url(self) -> str:
        """The same week without the script, or with it; nothing where there is none."""
        if self.plain:
            return f"{self.url}?day={self.day}"
        return f"{self._url_of(self.day)}&plain=1" if self.live else ""

    @cached_property
    def live(self) -> str | None:
        """What the script is told."""
        return told_to_script(self) if self.live_script and self.assets["script"] else None

    @property
    def add_hours_url(self) -> str:
        """The form that adds an availability and leads back to this week."""
        return f"{self.url}/++add++Availability?back={self.day}"

    @property
    def copy_url(self) -> str:
        """Where this pattern is copied to another agent, for whoever may."""
        if not self.may(MANAGE_ALL_AVAILABILITIES, self.section) or len(self.office.agents) < 2:
            return ""
        return f"{self.view_url('rendezvous-copy-hours')}?{urlencode({'source': self.context.getId()})}"

    # All availabilities

    @property
    def agents_shown(self) -> Collection[str]:
        """This one."""
        return (self.context.UID(),)

    @cached_property
    def availabilities(self) -> list[dict[str, Any]]:
        """Those that are not over, in the order of the week; with `past` in the address all."""
        found = [one for one in self.week.availabilities if self.with_past or not self._over(one)]
        found.sort(key=lambda one: (one.valid_from or date.min, min(one.days, default=7), one.start))
        found.sort(key=lambda one: bool(one.valid_from and one.valid_from == one.valid_until))
        return [self._hours(one) for one in found]

    @property
    def with_past(self) -> bool:
        """Whether those that are over are listed too."""
        return "past" in self.request.form

    @property
    def past_url(self) -> str:
        """Where they are; nothing where there are none, or they are shown."""
        over = not self.with_past and any(self._over(one) for one in self.week.availabilities)
        return f"{self.url}?day={self.day}&past=1#hours" if over else ""

    def _over(self, one: Any) -> bool:
        return bool(one.valid_until and one.valid_until < self.today)

    def _hours(self, one: Any) -> dict[str, Any]:
        told = Told(one, self.office, self.words)
        return {
            "days": told.days,
            "hours": told.hours,
            "types": told.types,
            "counters": told.counters or self.words.say(_("All")),
            "period": told.period,
            "staff_only": told.staff_only,
            "url": f"{one.absolute_url()}/edit?back={self.day}" if self.may(ModifyPortalContent, one) else "",
        }

    # Appointments to come

    @cached_property
    def _coming(self) -> list[Any]:
        ledger = self.desk.ledger
        found = ledger.upcoming_of(self.context.UID(), self.now) if ledger is not None else ()
        return sorted(found, key=lambda one: (one.start, one.id))

    @property
    def coming(self) -> str:
        """How many appointments are to come with this agent."""
        number = len(self._coming)
        told = _("1 appointment") if number == 1 else _("${number} appointments")
        return self.words.say(told, number=number) if number else self.words.say(_("None"))

    @property
    def next_one(self) -> dict[str, Any] | None:
        """The next of them."""
        if not self._coming:
            return None
        one = self._coming[0]
        start = one.start_at.astimezone(self.office.zone)
        url = self.view_url(f"appointment-for-staff/{one.reference}")
        return {"start": start, "when": self.words.moment(start), "url": url}
