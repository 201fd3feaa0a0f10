"""Other hours on one day alone, or the way to those of every week (screen 5)."""

from collective.rendezvous import _
from collective.rendezvous.browser.public.choice import day as day_of
from collective.rendezvous.browser.setup.after import HOURS
from collective.rendezvous.browser.setup.after import reviewing
from collective.rendezvous.browser.setup.recap import recap
from collective.rendezvous.browser.staff.availability.blocks import Told
from collective.rendezvous.browser.staff.availability.typed import Typed
from collective.rendezvous.browser.staff.availability.typed import typed
from collective.rendezvous.browser.staff.hours import stretch
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.content.hour import written
from collective.rendezvous.content.occurrence import NotPossible
from collective.rendezvous.content.occurrence import Occurrence
from collective.rendezvous.content.occurrence import Wish
from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import NotFound

import json
import transaction


class OneDayPage(StaffPage):
    """Asks which of both; its form writes the one day. The script of the calendar sends it the same."""

    tab = "agents"
    template = ViewPageTemplateFile("templates/one_day.pt")
    refusal = ""
    warning = ""

    def answer(self) -> Any:
        """Show the form, or do what it asks."""
        self.occurrence  # noqa: B018
        if not self.posted:
            return self.template()
        self.check_form()
        if not self.wish:
            return self.again(400)
        try:
            done = self._every_week() if self.weekly else self._this_day()
        except NotPossible as refused:
            transaction.abort()
            self.refusal = self.words.say(refused.message)
            return self.again(409)
        return self._go_on(self._goal()) if done else self.again(409)

    def again(self, status: int) -> Any:
        """Say what is wrong; the page with what was typed, a script only the sentences."""
        self.request.response.setStatus(status)
        self.problem = not self.warning
        if not self.scripted:
            return self.template()
        problems = (self.words.say(one) for one in self.typed.problems.values())
        told = [self.warning] if self.warning else [self.refusal, *problems]
        return self._json({"asks" if self.warning else "refused": [one for one in told if one]})

    def _go_on(self, goal: str) -> str:
        return self._json({"goal": goal}) if self.scripted else self.redirect(goal)

    def _json(self, told: dict[str, Any]) -> str:
        self.request.response.setHeader("Content-Type", "application/json")
        return json.dumps(told)

    # What is written

    def _this_day(self) -> bool:
        assert self.wish is not None
        change = self.occurrence.change(self.wish)
        if change.taken_along and "confirm" not in self.request.form:
            others = ", ".join(self._titled(one) for one in change.taken_along)
            self.warning = self.words.say(
                _("These hours of the same day fall away, too: ${hours}."), hours=others
            )
            return False
        self.occurrence.carry_out(change)
        self.tell(_("The information has been saved: ${recap}."), recap=self._recap(self.wish))
        return True

    def _every_week(self) -> bool:
        assert self.wish is not None
        self.occurrence.every_week(self.wish)
        self.tell(recap(self.context, self.words))
        return True

    def _recap(self, wish: Wish) -> str:
        words = self.words
        hours = stretch(wish.start, wish.end, words) if wish.mask else words.say(_("no availability"))
        told = words.say(_("${day} only: ${hours}"), day=words.day(wish.day, year=True), hours=hours)
        return f"{self.occurrence.agent.title}, {told}"

    def _titled(self, one: Any) -> str:
        told = Told(one, self.office, self.words)
        return f"{told.hours} ({told.types})"

    def _goal(self) -> str:
        day = self.wish.day if self.wish else self.day
        return reviewing(f"{self.agent_url}?day={day}", HOURS)

    # What was asked

    @property
    def scripted(self) -> bool:
        """Whether a script asks."""
        return "application/json" in self.request.getHeader("Accept", "")

    @property
    def weekly(self) -> bool:
        """Whether it is for every week; only a script asks that here."""
        return self.request.form.get("scope") == "weeks"

    @cached_property
    def day(self) -> date:
        """The day of the occurrence."""
        found = day_of(self.request.form.get("day"))
        if found is None:
            raise NotFound(self.request.form.get("day"))
        return found

    @cached_property
    def occurrence(self) -> Occurrence:
        """The availability on that day; where it has no hours there is no page (404)."""
        try:
            return Occurrence(self.context, self.day)
        except LookupError as missing:
            raise NotFound(str(missing)) from missing

    @cached_property
    def typed(self) -> Typed:
        """What was typed, or what the day has so far."""
        if self.posted:
            return typed(self.request.form, self.office.zone)
        it = self.occurrence
        pieces = it.left or [(it.start, it.end)]
        return Typed(self.day.isoformat(), written(pieces[0][0]), written(pieces[-1][1]))

    @property
    def wish(self) -> Wish | None:
        """What is wished for; None where it cannot be read."""
        if self.posted and "none" in self.request.form:
            return Wish(self.day)
        return self.typed.wish

    # What is told

    @property
    def heading(self) -> str:
        """Which hours."""
        it = self.occurrence
        return self.words.say(
            _("Hours of ${day}, ${hours}"),
            day=self.words.day(self.day),
            hours=stretch(it.start, it.end, self.words),
        )

    @property
    def told(self) -> Told:
        """The availability in words."""
        return Told(self.context, self.office, self.words)

    @property
    def only(self) -> str:
        """The heading of the form."""
        return self.words.say(_("Only on ${day}"), day=self.words.day(self.day))

    @property
    def agent_url(self) -> str:
        """The agent's page."""
        return str(self.occurrence.agent.absolute_url())

    @property
    def back_url(self) -> str:
        """The agent's week."""
        return f"{self.agent_url}?day={self.day}"

    @property
    def edit_url(self) -> str:
        """The form of all weeks."""
        return f"{self.context.absolute_url()}/edit?back={self.day}"
