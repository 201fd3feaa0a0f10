"""Book what is offered, in one form; or decline it."""

from collective.rendezvous import _
from collective.rendezvous.browser.public.choice import Choice
from collective.rendezvous.browser.public.details import DetailsPage
from collective.rendezvous.browser.public.form import Form
from collective.rendezvous.browser.public.suspended import unless_closed
from collective.rendezvous.browser.public.waiting.entry import EntryPage
from collective.rendezvous.ledger.instants import instant
from datetime import datetime
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from typing import Any


class OfferPage(EntryPage):
    """Shows the form of the details where a place is held, else that it is not any more."""

    heading = _("This time is not kept for you any more")
    over = ViewPageTemplateFile("templates/over.pt")

    @unless_closed
    def answer(self) -> Any:
        """Show the form, or do what was asked with it."""
        held = self.waiter.offered(self.now)
        content = self.section.get(self.kind.id) if self.kind is not None and self.kind.active else None
        if content is None or (held is None and not self.posted):
            return self.over()
        if self.posted and "decline" in self.request.form:
            return self._decline()
        page = OfferDetails(content, self.request)
        page.entry = self
        return page()

    def _decline(self) -> Any:
        self.check_form()
        self.desk.waiting.decline(self.key)
        told = self.words.say(_("the time goes to the next one. You stay on the waiting list."))
        IStatusMessage(self.request).add(told, type="info")
        return self.redirect(self.see_url)

    @property
    def type_url(self) -> str:
        """Where one books another time."""
        return f"{self.section_url}/{self.kind.id}" if self.kind is not None else self.section_url


class OfferDetails(DetailsPage):
    """The form of the details, for the time that is offered."""

    entry: OfferPage
    held = None
    hold_id = ""
    declinable = True

    @cached_property
    def choice(self) -> Choice:
        """The place, people and start that are offered; once that has lapsed, those of the form."""
        held = self.entry.waiter.offered(self.now)
        if held is None:
            return super().choice
        place = next((one for one in self.places if held.counter in one.uids), None)
        start = instant(held.start).astimezone(self.office.zone)
        chosen = place if len(self.places) > 1 else None
        return Choice(chosen, self.entry.waiter.people, start)

    @property
    def kept_until(self) -> datetime | None:
        """Until when the time is held."""
        held = self.entry.waiter.offered(self.now)
        return datetime.fromtimestamp(held.until, self.office.zone) if held is not None else None

    @property
    def offered(self) -> bool:
        """The time is held."""
        return True

    def keep(self) -> None:
        """It is held already."""

    def let_go(self) -> None:
        """Booking it lets go of it."""

    @cached_property
    def form(self) -> Form:
        """The form, with what was typed; the address is known."""
        if self.returning:
            return Form(self.type, self.request.form, self.words)
        return Form(self.type, {"email": self.entry.waiter.email}, self.words)

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What the form carries beside its fields."""
        return [*super().hidden, ("key", self.entry.key)]

    @property
    def data(self) -> dict[str, Any]:
        """What is asked for, in the shape that `booking` reads."""
        return {**super().data, "offer": self.entry.key}

    @property
    def form_action(self) -> str:
        """Where the form leads: the key travels in it, not in the address."""
        return self.entry.action
