"""The portlet of the next free times.

It stands on pages that a cache may keep for a while, so it tells days and no hours; its links lead to weeks
and types, which are never kept. Where what it was set up for is gone, closed or not to be seen, it shows
nothing.
"""

from collective.rendezvous import _
from collective.rendezvous import clock
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.browser.soon.soon import Soon
from collective.rendezvous.browser.soon.soon import soon
from collective.rendezvous.browser.words import Words
from collective.rendezvous.browser.words import words_of
from collective.rendezvous.content.appointment_type import IAppointmentType
from collective.rendezvous.content.place import section_of
from collective.rendezvous.content.section import IRendezVousSection
from collective.rendezvous.scheduling.rules import Actor
from functools import cached_property
from plone import api
from plone.app.portlets.portlets import base
from plone.portlets.interfaces import IPortletDataProvider
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.interface import implementer
from zope.schema import Choice
from zope.schema import Int
from zope.schema import TextLine


class INextSlotsPortlet(IPortletDataProvider):
    """What the portlet shows."""

    header = TextLine(
        title=_("Title of the portlet"),
        description=_("Empty: “Next free dates”."),
        required=False,
        max_length=200,
    )
    of = Choice(
        title=_("Show the next free dates of"),
        vocabulary="collective.rendezvous.offers",
        required=True,
    )
    limit = Int(title=_("Number of dates"), description=_("Of each reason."), default=3, min=1, max=10)


@implementer(INextSlotsPortlet)
class Assignment(base.Assignment):
    """The portlet as it is set up; `of`: the uid of a section or of a type."""

    def __init__(self, header: str | None = None, of: str = "", limit: int = 3) -> None:
        self.header = header
        self.of = of
        self.limit = limit

    @property
    def title(self) -> str:
        """How it is called where portlets are managed."""
        return self.header or _("Next free dates")


class Renderer(base.Renderer):
    """The portlet as it is drawn."""

    render = ViewPageTemplateFile("templates/portlet.pt")

    @property
    def available(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.found)

    @cached_property
    def of(self) -> Any:
        """The section or the type; None where it is gone or whoever comes may not see it."""
        found = api.content.get(UID=self.data.of) if self.data.of else None
        if not (IRendezVousSection.providedBy(found) or IAppointmentType.providedBy(found)):
            return None
        return found if api.user.has_permission("View", obj=found) else None

    @cached_property
    def section(self) -> Any:
        """The section that it belongs to."""
        return section_of(self.of) if self.of is not None else None

    @cached_property
    def words(self) -> Words:
        """Dates and messages in the reader's language."""
        return words_of(self.request, self.section.holidays_country or "FR")

    @cached_property
    def found(self) -> list[Soon]:
        """The types, each with its first days."""
        if self.section is None:
            return []
        desk = Desk(self.section, Actor("public"), clock.now())
        if desk.office.state != "open":
            return []
        type_uid = self.of.UID() if IAppointmentType.providedBy(self.of) else None
        return list(soon(desk, self.section, self.words, self.limit, type_uid, by_day=True))

    @property
    def limit(self) -> int:
        """How many days of each type."""
        return max(1, min(self.data.limit or 1, 10))

    @property
    def title(self) -> str:
        """What stands above it."""
        return self.data.header or self.words.say(_("Next free dates"))

    @property
    def section_url(self) -> str:
        """Where one sees all types."""
        return str(self.section.absolute_url())


class AddForm(base.AddForm):
    """Adds one."""

    schema = INextSlotsPortlet
    label = _("Add a portlet with the next free dates")
    description = _("The next free dates of a section or of one reason, and how long one waits.")

    def create(self, data: Any) -> Assignment:
        """Make it of what was filled in."""
        return Assignment(**data)


class EditForm(base.EditForm):
    """Changes one."""

    schema = INextSlotsPortlet
    label = _("Change the portlet with the next free dates")
    description = _("The next free dates of a section or of one reason, and how long one waits.")
