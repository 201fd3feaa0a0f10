"""Just booked, the e-mail still to be confirmed (mock 04, pending): the page does not know the key."""

from collective.rendezvous import _
from collective.rendezvous.booking.errors import BookingError
from collective.rendezvous.booking.errors import Invalid
from collective.rendezvous.booking.errors import Refused
from collective.rendezvous.booking.errors import Unknown
from collective.rendezvous.booking.messages import of_error
from collective.rendezvous.browser.public.address_form import AddressForm
from collective.rendezvous.browser.public.appointment_page import AppointmentPage
from collective.rendezvous.browser.public.drawing import Drawing
from collective.rendezvous.browser.public.links import pending_url
from collective.rendezvous.browser.public.links import seen
from collective.rendezvous.ledger.appointment import Appointment
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from typing import Any


SEEN = "seen"
"""The field with the seal."""


class PendingPage(Drawing, AppointmentPage):
    """Opened by a seal that only whoever has just booked has; POST corrects a mistyped address."""

    step = 4
    heading = _("Your address has still to be confirmed")
    template = ViewPageTemplateFile("templates/pending.pt")

    def opened(self) -> Appointment:
        """Return the appointment that the seal opens."""
        ledger = self.desk.ledger
        found = ledger.get(self.reference) if ledger is not None else None
        if found is None or found.erased or not seen(self.reference, self.request.form.get(SEEN)):
            raise Unknown
        return found

    def answer(self) -> Any:
        """Ask to look into the mails, as long as there is something to confirm."""
        if self.state_name != "pending":
            return self.redirect(self.section_url)
        return self._correct() if self.posted else self.template()

    def _correct(self) -> Any:
        self.check_form()
        try:
            self.desk.correct(self.reference, self.form.field.value)
        except Invalid as invalid:
            self.form.refuse(invalid.errors)
            return self.again(400)
        except Refused as refused:
            self.form.refuse_visitor(refused.findings[0])
            return self.again(409)
        except BookingError as error:
            IStatusMessage(self.request).add(of_error(error, self.words.language), type="warning")
        else:
            told = _("we have written to ${email}.")
            IStatusMessage(self.request).add(self.words.say(told, email=self.form.field.value), type="info")
        return self.redirect(pending_url(self.section_url, self.reference))

    @cached_property
    def form(self) -> AddressForm:
        """The form that corrects the address."""
        typed = self.request.form.get("email") if self.posted else ""
        return AddressForm(typed, _("The e-mail with the link is sent there again."), self.words)

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """The seal, which travels in the form and not in its address."""
        return [(SEEN, self.request.form.get(SEEN, ""))]

    @property
    def correct_url(self) -> str:
        """Where the form leads."""
        return self.url("pending").partition("?")[0]
