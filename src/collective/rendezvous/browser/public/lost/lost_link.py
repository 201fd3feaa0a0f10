"""Have one's links sent once more: the page says the same to everybody."""

from collective.rendezvous import _
from collective.rendezvous.booking.errors import Busy
from collective.rendezvous.booking.errors import Invalid
from collective.rendezvous.booking.messages import of_error
from collective.rendezvous.browser.public import trap
from collective.rendezvous.browser.public.address_form import AddressForm
from collective.rendezvous.browser.public.drawing import Drawing
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


SENT = "sent"


class LostLinkPage(Drawing):
    """Asks for an address; POST sends the links to it, if there are any."""

    heading = _("Receive my link again")
    template = ViewPageTemplateFile("templates/lost_link.pt")
    done = ViewPageTemplateFile("templates/sent.pt")
    notice = ""
    trap_field = trap.FIELD

    def answer(self) -> Any:
        """Ask, send, or say what was done."""
        if self.posted:
            return self._send()
        if SENT in self.request.form:
            self.heading = _("Look into your e-mails")
            return self.done()
        return self.template()

    def _send(self) -> Any:
        self.check_form()
        if trap.suspicious(self.request.form, self.now):
            return self._again(_("Please check the address, then press “Send me the links” again."), 400)
        try:
            self.desk.resend(self.form.field.value, self.words.language)
        except Invalid as invalid:
            self.form.refuse(invalid.errors)
            return self._again("", 400)
        except Busy as busy:
            self.request.response.setHeader("Retry-After", str(busy.retry_after))
            return self._again(of_error(busy, self.words.language), 503)
        return self.redirect(f"{self.page_url}?{SENT}=1")

    def _again(self, notice: str, status: int) -> Any:
        self.notice = notice
        return self.again(status)

    @cached_property
    def form(self) -> AddressForm:
        """The form, with what was typed."""
        typed = self.request.form.get("email") if self.posted else ""
        return AddressForm(typed, _("The address that you wrote when you booked."), self.words)

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """When the form was shown first."""
        shown = self.request.form.get(trap.STAMP)
        return [(trap.STAMP, shown if trap.genuine(shown) else trap.stamp(self.now))]

    @property
    def page_url(self) -> str:
        """Its own address."""
        return f"{self.section_url}/@@lost-link"
