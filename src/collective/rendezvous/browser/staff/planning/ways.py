"""Which planning one sees, and where one goes from there: all of it stands in the address."""

from collective.rendezvous import _
from collective.rendezvous.browser.built import built
from collective.rendezvous.browser.staff.filtered import FilteredPage
from collective.rendezvous.scheduling.office import Agent
from collective.rendezvous.scheduling.office import Counter
from datetime import date
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode


ONE_DAY = timedelta(days=1)


class PlanningWays(FilteredPage):
    """A planning by day or by week, with a script or without, and the addresses of others."""

    @property
    def view(self) -> str:
        """Whether a day or a week is shown."""
        return "day" if self.told("view") == "day" else "week"

    @property
    def columns_by(self) -> str:
        """Whether a day has its columns by counter or by agent."""
        return "agent" if self.told("columns") == "agent" else "counter"

    @property
    def plain(self) -> bool:
        """Whether one wants it without the script, which reads out better."""
        return self.told("plain") == "1"

    @property
    def other_url(self) -> str:
        """The same planning without the script, or with it; nothing where there is no script."""
        if not built("planning"):
            return ""
        url = self.url_of(self.view, self.day)
        return url.removesuffix("&plain=1") if self.plain else f"{url}&plain=1"

    @property
    def kept(self) -> dict[str, str]:
        """The view, and the columns of a day where they are not the usual ones."""
        agents = {"columns": "agent"} if self.columns_by == "agent" else {}
        plain = {"plain": "1"} if self.plain else {}
        return {"view": self.view, **agents, **plain}

    def query(self, day: date, view: str | None = None) -> str:
        """What stands in the address."""
        found = super().query(day, view)
        if view == "list":
            return found
        columns = "&columns=agent" if self.columns_by == "agent" else ""
        return f"{found}{columns}{'&plain=1' if self.plain else ''}"

    # Where one goes from here

    @property
    def previous_url(self) -> str:
        """The day or week before."""
        return self.url_of(self.view, self.day - self._step)

    @property
    def next_url(self) -> str:
        """The day or week after."""
        return self.url_of(self.view, self.day + self._step)

    @property
    def today_url(self) -> str:
        """Today, or this week."""
        return self.url_of(self.view, self.today)

    @property
    def _step(self) -> timedelta:
        return ONE_DAY if self.view == "day" else 7 * ONE_DAY

    @property
    def column_links(self) -> list[dict[str, Any]]:
        """By what a day can have its columns."""
        base = {"day": self.day.isoformat(), "view": "day", **self.chosen_ids}
        plain = {"plain": "1"} if self.plain else {}
        return [
            {
                "label": label,
                "url": f"{self.view_url('rendezvous-planning')}?{urlencode({**base, **more, **plain})}",
                "here": name == self.columns_by,
            }
            for name, label, more in (
                ("counter", _("counter"), {}),
                ("agent", _("agent"), {"columns": "agent"}),
            )
        ]

    def add_url_of(self, resource: Agent | Counter | None) -> str:
        """The same for a column; what follows is the start."""
        chosen = dict(self.chosen_ids)
        if resource is not None:
            chosen["agent" if isinstance(resource, Agent) else "counter"] = resource.id
        return f"{self.view_url('rendezvous-add')}?{urlencode({**chosen, 'start': ''})}"
