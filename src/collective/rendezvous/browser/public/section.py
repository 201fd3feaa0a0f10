"""The section's page: what one can come for, and when (screen A)."""

from collective.rendezvous.browser.public.page import Page
from collective.rendezvous.browser.public.suspended import unless_closed
from collective.rendezvous.browser.public.week import last_day
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.slots import Query
from collective.rendezvous.scheduling.slots import Slot
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class SectionPage(Page):
    """Types as cards, each with its first free date."""

    template = ViewPageTemplateFile("templates/section.pt")
    headers = {"Cache-Control": "no-store"}
    columns = True

    @unless_closed
    def answer(self) -> Any:
        """Show the cards."""
        return self.template()

    @cached_property
    def cards(self) -> list[dict[str, Any]]:
        """One card for each type that the public can book."""
        types, today = self.desk.types(), self.now.date()
        firsts = self.desk.firsts(Query(type.uid, today, today) for type in types)
        return [self._card(type, first) for type, first in zip(types, firsts, strict=True)]

    def _card(self, type: AppointmentType, first: Slot | None) -> dict[str, Any]:
        content = self.section[type.id]
        return {
            "id": type.id,
            "title": type.title,
            "url": content.absolute_url(),
            "style": f"--rdv-color: {type.color}" if type.color else None,
            "paragraphs": (content.description or "").splitlines(),
            "documents": content.documents or [],
            "length": self.words.length(type.duration),
            "first": first.start if first else None,
            "opens": last_day(type, self.now.date()),
        }
