"""What the pages behind the key of an entry have in common."""

from collective.rendezvous import _
from collective.rendezvous.addresses import waiting_url
from collective.rendezvous.booking.errors import NotWaiting
from collective.rendezvous.browser.public import summary
from collective.rendezvous.browser.public.page import Page
from collective.rendezvous.browser.public.places import places
from collective.rendezvous.browser.public.summary import Row
from collective.rendezvous.scheduling.office import AppointmentType
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


DAYS = _("Days")


class EntryPage(Page):
    """A page that the key opens; where it opens nothing, one that says so (404)."""

    gone = ViewPageTemplateFile("templates/gone.pt")

    def __call__(self) -> Any:
        """Answer the request, or say that the link leads nowhere."""
        self.prepare()
        try:
            self.waiter = self.desk.waiting.read(self.key)
            return self.answered()
        except NotWaiting:
            self.heading = _("This link is over")
            self.request.response.setStatus(404)
            return self.gone()

    waiter: Any
    """The entry of the ledger's waiting list."""

    @property
    def key(self) -> str:
        """The key that came with the request."""
        key = self.request.form.get("key")
        return key if isinstance(key, str) else ""

    @cached_property
    def kind(self) -> AppointmentType | None:
        """What is waited for, None where it is gone."""
        return self.office.types.get(self.waiter.type_uid)

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What a form about it carries."""
        return [("key", self.key)]

    @property
    def action(self) -> str:
        """Where a form leads: the key travels in it, not in the address."""
        return str(self.request.URL)

    def url(self, page: str = "") -> str:
        """Return the address of one of its pages."""
        return waiting_url(self.section_url, self.waiter.key, page)

    @property
    def see_url(self) -> str:
        """The address of its first page."""
        return self.url()

    @property
    def leave_url(self) -> str:
        """The address that asks whether to leave."""
        return self.url("leave")

    @property
    def offer_url(self) -> str:
        """The address at which one books what is offered."""
        return self.url("offer")

    @property
    def summary(self) -> list[Row]:
        """What, where, when."""
        waiter, words = self.waiter, self.words
        days = words.day(waiter.first, year=True)
        if waiter.last != waiter.first:
            last = words.day(waiter.last, year=True)
            days = words.say(_("from ${first} to ${last}"), first=words.day(waiter.first), last=last)
        rows = [Row(summary.REASON, [self.kind.title])] if self.kind is not None else []
        where = self._places()
        if where:
            rows.append(Row(summary.WHERE, where))
        rows.append(Row(DAYS, [days]))
        if waiter.people > 1:
            rows.append(Row(summary.PEOPLE, [str(waiter.people)]))
        rows.append(Row(summary.EMAIL, [waiter.email]))
        return rows

    def _places(self) -> list[str]:
        chosen = set(self.waiter.counters)
        if not chosen or self.kind is None:
            return []
        return [place.name for place in places(self.office, self.kind.uid) if chosen & place.uids]
