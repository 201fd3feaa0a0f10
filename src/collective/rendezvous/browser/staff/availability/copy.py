"""Copies the week pattern of an agent to others: says first what will change, and why it cannot."""

from collections.abc import Collection
from collective.rendezvous import _
from collective.rendezvous.browser.public.choice import day as day_of
from collective.rendezvous.browser.setup.after import HOURS
from collective.rendezvous.browser.setup.after import reviewing
from collective.rendezvous.browser.setup.review import Reviewing
from collective.rendezvous.browser.staff.availability.blocks import Told
from collective.rendezvous.content.agent import IAgent
from collective.rendezvous.content.pattern import carry_out
from collective.rendezvous.content.pattern import Copy
from collective.rendezvous.content.pattern import Order
from collective.rendezvous.content.pattern import pattern
from collective.rendezvous.content.pattern import plan
from collective.rendezvous.content.pattern import Planned
from collective.rendezvous.content.place import children
from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode


class CopyPage(Reviewing):
    """By GET the form, and what it would do; by POST it is done."""

    heading = _("Copy a week pattern")
    tab = "agents"
    template = ViewPageTemplateFile("templates/copy.pt")

    def answer(self) -> Any:
        """Show, or copy where nothing speaks against it."""
        self.problem = bool(self.problems)
        if not self.posted:
            return self.template()
        self.check_form()
        if not self.plans or self.problems or self.refused:
            self.request.response.setStatus(409 if self.refused else 400)
            return self.template()
        return self._copy()

    def _copy(self) -> Any:
        order, names = self.order, [one.target.title for one in self.plans]
        assert order is not None
        for one in self.plans:
            carry_out(order, one)
        self.tell(
            _("The week pattern of ${source} has been copied to ${targets}."),
            source=order.source.title,
            targets=", ".join(names),
        )
        if len(self.plans) == 1:
            return self.redirect(reviewing(self.plans[0].target.absolute_url(), HOURS))
        done = urlencode([("done", one.target.getId()) for one in self.plans])
        return self.redirect(reviewing(f"{self.view_url('rendezvous-copy-hours')}?{done}", HOURS))

    # What was asked

    @cached_property
    def agents(self) -> dict[str, Any]:
        """The agents of the section by their ids."""
        return {one.getId(): one for one in children(self.section, IAgent)}

    @cached_property
    def asked(self) -> bool:
        """Whether somebody wants to see what will change."""
        return "show" in self.request.form or self.posted

    @cached_property
    def source(self) -> Any | None:
        """Whose pattern is copied."""
        told = self.request.form.get("source")
        return self.agents.get(told) if isinstance(told, str) else None

    @cached_property
    def targets(self) -> list[Any]:
        """Those to whom it is copied."""
        told = self.request.form.get("target")
        wanted = {one for one in (told if isinstance(told, list) else [told]) if isinstance(one, str)}
        return [one for id, one in self.agents.items() if id in wanted and one is not self.source]

    @property
    def replaces(self) -> bool:
        """Whether it takes the place of what is there."""
        return self.request.form.get("mode") == "replace"

    @property
    def since_text(self) -> str:
        """The day that was typed."""
        told = self.request.form.get("since")
        return told.strip() if isinstance(told, str) else ""

    @cached_property
    def since(self) -> date | None:
        """The day from which on."""
        return day_of(self.since_text)

    @cached_property
    def problems(self) -> dict[str, str]:
        """What is missing in the form: field -> message."""
        found: dict[str, str] = {}
        if not self.asked:
            return found
        if self.source is None:
            found["source"] = _("Choose whose pattern is copied.")
        elif not pattern(self.source, self.today):
            found["source"] = _("This agent has no week pattern.")
        if not self.targets:
            found["target"] = _("Tick at least one other agent.")
        if self.since_text and self.since is None:
            found["since"] = _("This is no day. Write it as day, month and year.")
        return found

    @property
    def order(self) -> Order | None:
        """What is to be done."""
        if not self.asked or self.problems:
            return None
        return Order(self.source, self.replaces, self.today, self.since)

    @cached_property
    def plans(self) -> list[Copy]:
        """What it does to each."""
        order = self.order
        return [plan(order, target) for target in self.targets] if order else []

    @property
    def refused(self) -> bool:
        """Whether hours of one of them stand against it."""
        return any(one.overlaps for one in self.plans)

    # What is told

    @property
    def agents_shown(self) -> Collection[str]:
        """Those to whom something was just copied."""
        told = self.request.form.get("done")
        done = told if isinstance(told, list) else [told]
        return [self.agents[one].UID() for one in done if isinstance(one, str) and one in self.agents]

    @property
    def options(self) -> list[dict[str, Any]]:
        """The agents with what was chosen of them."""
        return [
            {
                "id": id,
                "title": one.title,
                "source": one is self.source or None,
                "target": one in self.targets or None,
            }
            for id, one in self.agents.items()
        ]

    @property
    def told_plans(self) -> list[dict[str, Any]]:
        """The plans in words."""
        return [
            {
                "title": one.target.title,
                "added": [self._said(Planned(data)) for data in one.added],
                "removed": [self._said(each) for each in one.removed],
                "ended": [self._said(each) for each in one.ended],
                "overlaps": [(self._said(Planned(data)), self._said(each)) for data, each in one.overlaps],
                "kept": one.kept,
                "nothing": not (one.added or one.removed or one.ended),
            }
            for one in self.plans
        ]

    def _said(self, one: Any) -> str:
        told = Told(one, self.office, self.words)
        where = f", {told.counters}" if told.counters else ""
        return f"{told.days}, {told.hours} ({told.types}{where}). {told.period}"

    @property
    def sent(self) -> list[tuple[str, str]]:
        """What the button that copies sends: just what was shown."""
        mode = "replace" if self.replaces else "add"
        source = self.source.getId() if self.source is not None else ""
        targets = [("target:list", one.getId()) for one in self.targets]
        return [("source", source), ("mode", mode), ("since", self.since_text), *targets]
