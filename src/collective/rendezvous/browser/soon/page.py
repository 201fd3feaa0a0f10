"""`@@next-slots` of a section or of a type: its next free slots, to be linked to or put into another page.

With `ajax_load=1` Plone leaves out all that is around it. No cache keeps it: free times change by the second.
"""

from Acquisition import aq_inner
from collective.rendezvous import _
from collective.rendezvous.browser.public.page import Page
from collective.rendezvous.browser.public.suspended import unless_closed
from collective.rendezvous.browser.soon.soon import Soon
from collective.rendezvous.browser.soon.soon import soon
from collective.rendezvous.content.appointment_type import IAppointmentType
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import NotFound


LIMIT, MOST = 3, 50
"""How many slots are told of a type, and at most."""


class NextSlotsPage(Page):
    """All types of a section, or one."""

    heading = _("Next free times")
    headers = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}
    columns = True
    template = ViewPageTemplateFile("templates/page.pt")

    @unless_closed
    def answer(self) -> Any:
        """Show them; a type that the public cannot book has no such page."""
        if self.type_uid is not None and not self.found:
            raise NotFound(self.context.getId())
        return self.template()

    @property
    def type_uid(self) -> str | None:
        """The type that is asked for, None for all of them."""
        context = aq_inner(self.context)
        return context.UID() if IAppointmentType.providedBy(context) else None

    @property
    def limit(self) -> int:
        """How many slots of each type."""
        asked = self.request.form.get("limit")
        number = int(asked) if isinstance(asked, str) and asked.isdecimal() and len(asked) < 4 else LIMIT
        return min(max(number, 1), MOST)

    @cached_property
    def found(self) -> list[Soon]:
        """The types, each with its slots."""
        return list(soon(self.desk, self.section, self.words, self.limit, self.type_uid))
