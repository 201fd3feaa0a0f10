"""What all the pages of the back office have in common."""

from collective.rendezvous import _
from collective.rendezvous import clock
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.browser.public.page import Page
from collective.rendezvous.browser.staff.finding import search_told
from collective.rendezvous.roles.asker import asker
from collective.rendezvous.roles.permissions import EXPORT
from collective.rendezvous.roles.permissions import MANAGE_APPOINTMENTS
from collective.rendezvous.roles.permissions import MANAGE_SETUP
from collective.rendezvous.roles.permissions import VIEW_PLANNING
from collective.rendezvous.roles.permissions import VIEW_STATISTICS
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.scheduling.rules import Actor
from datetime import date
from functools import cached_property
from plone import api
from typing import Any
from urllib.parse import quote

import json


TABS = (
    ("home", _("Home"), "rendezvous-home", VIEW_PLANNING),
    ("planning", _("Planning"), "rendezvous-planning", VIEW_PLANNING),
    ("types", _("Types"), "rendezvous-types", MANAGE_SETUP),
    ("counters", _("Counters"), "rendezvous-counters", MANAGE_SETUP),
    ("agents", _("Agents"), "rendezvous-agents", VIEW_PLANNING),
    ("unavailabilities", _("Unavailabilities"), "rendezvous-unavailabilities", MANAGE_SETUP),
    ("statistics", _("Statistics"), "rendezvous-statistics", VIEW_STATISTICS),
    ("settings", _("Settings"), "edit", MANAGE_SETUP),
)
"""The section's menu: name, label, view and the permission without which it is not shown."""


class StaffPage(Page):
    """A page of the back office; `tab` names the item of the menu that it belongs to."""

    headers = {
        "Cache-Control": "private, no-store",
        "Referrer-Policy": "same-origin",
        "X-Robots-Tag": "noindex, nofollow",
    }
    tab = ""
    script = "staff"

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self._icons: dict[tuple[str, str], str] = {}

    @cached_property
    def actor(self) -> Actor:
        """Who is logged in, as the rules know them."""
        return asker(self.section)

    @cached_property
    def desk(self) -> Desk:
        """The door to appointments, for whoever is logged in."""
        return Desk(self.section, self.actor, clock.now())

    @cached_property
    def office(self) -> Office:
        """What is set up in the section, read once a page."""
        return self.desk.office

    @property
    def today(self) -> date:
        """The day of this request in the section's zone."""
        return self.now.date()

    @property
    def tabs(self) -> list[dict[str, Any]]:
        """The items of the menu that this person may follow."""
        return [
            {"label": label, "url": self.view_url(view), "here": name == self.tab}
            for name, label, view, permission in TABS
            if self.may(permission, self.section)
        ]

    @property
    def log_in_url(self) -> str:
        """Where one logs in; the address to come back to follows, quoted."""
        return f"{api.portal.get().absolute_url()}/login?came_from="

    @property
    def session(self) -> str | None:
        """What the script is told that asks, before a form is sent, whether one is still logged in."""
        if self.section is None:
            return None
        return json.dumps(
            {
                "url": self.view_url("rendezvous-session"),
                "login": self.log_in_url + quote(self.view_url("rendezvous-session")),
                "ended": self.words.say(
                    _("Your session has ended. Log in again in another window, then save: nothing is lost.")
                ),
                "label": self.words.say(_("Log in again")),
            }
        )

    @cached_property
    def administers(self) -> bool:
        """Whether this person may set the section up."""
        return self.may(MANAGE_SETUP, self.section)

    @cached_property
    def takes_steps(self) -> bool:
        """Whether this person may change the state of an appointment."""
        return self.may(MANAGE_APPOINTMENTS, self.section)

    @property
    def search_told(self) -> str:
        """What the script is told that searches as one types."""
        return search_told(self)

    @property
    def exports(self) -> bool:
        """Whether this person may take appointments along in a file."""
        return self.may(EXPORT, self.section)

    def may(self, permission: str, obj: Any = None) -> bool:
        """Whether this person has a permission on an object, else on the context."""
        return bool(api.user.has_permission(permission, obj=self.context if obj is None else obj))

    def view_url(self, name: str) -> str:
        """The address of a view of the section."""
        return f"{self.section_url}/@@{name}"

    def icon(self, name: str, css: str = "") -> str:
        """Return an icon, found once a page."""
        if (name, css) not in self._icons:
            self._icons[name, css] = super().icon(name, css)
        return self._icons[name, css]

    def tell(self, message: str, kind: str = "info", **values: Any) -> None:
        """Show a status message on the next page."""
        api.portal.show_message(self.words.say(message, **values), self.request, type=kind)
