"""What the pages of an agent and of a counter have in common: their times of absence."""

from collective.rendezvous import _
from collective.rendezvous.browser.setup.after import reviewing
from collective.rendezvous.browser.setup.overlaps import overlapped
from collective.rendezvous.browser.setup.review import Reviewing
from collective.rendezvous.browser.staff.hours import period
from collective.rendezvous.content.place import children
from collective.rendezvous.content.unavailability import IUnavailability
from collective.rendezvous.roles.permissions import ADD_UNAVAILABILITY
from Products.CMFCore.permissions import AddPortalContent
from Products.CMFCore.permissions import ModifyPortalContent
from typing import Any


class ResourcePage(Reviewing):
    """A page whose context can be away."""

    @property
    def heading(self) -> str:
        """Its name."""
        return str(self.context.title)

    def found(self, id: str) -> Any | None:
        """The absence of that id, if it is here."""
        return next((one for one in children(self.context, IUnavailability) if one.getId() == id), None)

    @property
    def url(self) -> str:
        """Its address."""
        return str(self.context.absolute_url())

    @property
    def active(self) -> bool:
        """Whether it is active."""
        known = {**self.office.agents, **self.office.counters}.get(self.context.UID())
        return bool(known and known.active)

    @property
    def may_edit(self) -> bool:
        """Whether this person may change it."""
        return self.may(ModifyPortalContent)

    @property
    def may_add_absence(self) -> bool:
        """Whether this person may add an unavailability to it."""
        return self.may(ADD_UNAVAILABILITY) and self.may(AddPortalContent)

    @property
    def absences(self) -> list[dict[str, Any]]:
        """Its unavailabilities that are not over, the next first."""
        wall = self.now.replace(tzinfo=None)
        found = [one for one in children(self.context, IUnavailability) if one.end > wall]
        return [self._absence(one) for one in sorted(found, key=lambda one: (one.start, one.end))]

    def _absence(self, one: Any) -> dict[str, Any]:
        number = sum(1 for _one in overlapped(self.desk, self.context, one, self.now))
        told = _("1 appointment to come") if number == 1 else _("${number} appointments to come")
        return {
            "when": period(one.start, one.end, self.words),
            "reason": one.reason or "",
            "booked": self.words.say(told, number=number) if number else "",
            "review_url": reviewing(self.url, one.getId()),
            "url": f"{one.absolute_url()}/edit" if self.may(ModifyPortalContent, one) else "",
        }
