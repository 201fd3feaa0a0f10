"""Give one's details and book (screen C)."""

from collective.rendezvous import _
from collective.rendezvous.addresses import manage_url
from collective.rendezvous.booking.book import Receipt
from collective.rendezvous.booking.errors import Busy
from collective.rendezvous.booking.errors import Invalid
from collective.rendezvous.booking.errors import Refused
from collective.rendezvous.booking.errors import SectionClosed
from collective.rendezvous.booking.errors import TooMany
from collective.rendezvous.booking.messages import of_error
from collective.rendezvous.browser.public import trap
from collective.rendezvous.browser.public.choose import ChoosePage
from collective.rendezvous.browser.public.details_parts import DetailsParts
from collective.rendezvous.browser.public.drawing import Drawing
from collective.rendezvous.browser.public.gone import GonePage
from collective.rendezvous.browser.public.links import pending_url
from collective.rendezvous.browser.public.suspended import closed
from collective.rendezvous.browser.public.suspended import unless_closed
from contextlib import suppress
from datetime import datetime
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from typing import Any
from urllib.parse import urlencode


class DetailsPage(Drawing, DetailsParts):
    """The form; POST with `book` books, with `back` or `from` shows the slots again, all kept."""

    step = 3
    heading = _("Your details")
    template = ViewPageTemplateFile("templates/details.pt")

    kept_until: datetime | None = None
    """Until when a time that the waiting list offered is kept."""
    declinable = False
    """Whether the time can be left to the next one, instead of choosing another."""

    @property
    def form_action(self) -> str:
        """Where the form leads."""
        return self.details_url

    @unless_closed
    def answer(self) -> Any:
        """Show the form, or do what was asked with it."""
        asked = self.request.form
        if self.posted and ("back" in asked or "from" in asked):
            return self._choose_again()
        if self.choice.start is None:
            return self.redirect(self.start_url)
        if not self.posted:
            return self.template() if self.offered else self._gone(None)
        self.check_form()
        if "edit" in asked:
            return self.template()
        return self._book() if "book" in asked else self._proceed()

    def _proceed(self) -> Any:
        """Keep the time that was chosen, then show the form."""
        try:
            self.keep()
        except Refused as refused:
            return self._gone(refused)
        except Invalid:
            return self._choose_again()
        except SectionClosed:
            return closed(self)
        if self.returning:
            return self.template()
        query = "&".join([self.choice.query, *(urlencode([pair]) for pair in self._hold)])
        return self.redirect(f"{self.details_url}?{query}")

    def _choose_again(self) -> Any:
        page = ChoosePage(self.context, self.request)
        page.kept = self.kept
        return page()

    def _book(self) -> Any:
        if trap.suspicious(self.request.form, self.now):
            return self._again(_("Please check what you wrote, then press “Confirm the appointment” again."))
        try:
            receipt = self.desk.book(self.data, self.once, self.words.language, self.client)
        except Invalid as invalid:
            return self._invalid(invalid)
        except Refused as refused:
            return self._refused(refused)
        except (TooMany, Busy) as error:
            busy = isinstance(error, Busy)
            self.request.response.setHeader("Retry-After", str(error.retry_after))
            return self._again(of_error(error, self.words.language), 503 if busy else 429)
        except SectionClosed:
            return closed(self)
        return self._booked(receipt)

    def _booked(self, receipt: Receipt) -> str:
        self.let_go()
        appointment = receipt.appointment
        if receipt.state == "pending":
            return self.redirect(pending_url(self.section_url, appointment.reference))
        moment = self.words.moment(appointment.start_at.astimezone(self.office.zone))
        message = _("appointment booked for ${when}, reference ${reference}.")
        told = self.words.say(message, when=moment, reference=appointment.reference)
        IStatusMessage(self.request).add(told, type="info")
        url = manage_url(self.section_url, appointment.reference, appointment.key, booked="1")
        return self.redirect(url)

    def _invalid(self, invalid: Invalid) -> Any:
        if any(error.code == "key_reused" for error in invalid.errors):
            self.carried = self.renewed()
            return self._again(
                _(
                    "This form has already booked an appointment: look at your e-mails. To book another one, "
                    "press “Confirm the appointment” again."
                )
            )
        if any(error.field in ("start", "type", "counter", "people") for error in invalid.errors):
            return self._choose_again()
        self.form.refuse(invalid.errors)
        return self._corrected(400)

    def _refused(self, refused: Refused) -> Any:
        if refused.code == "too_many_for_visitor":
            self.form.refuse_visitor(refused.findings[0])
            return self._corrected(409)
        return self._gone(refused)

    def _gone(self, refused: Refused | None) -> Any:
        page = GonePage(self.context, self.request)
        page.refused = refused
        return page()

    def _again(self, notice: str, status: int = 400) -> Any:
        self.notice = notice
        return self._corrected(status)

    def _corrected(self, status: int) -> Any:
        """Show the form once more; whoever has to correct something has as much time again."""
        with suppress(Invalid, Refused, SectionClosed):
            self.keep()
        return self.again(status)
