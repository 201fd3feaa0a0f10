"""Just booked, the e-mail still to be confirmed (mock 04, pending): the page does not know the key."""

from collective.rendezvous import _
from collective.rendezvous.booking.errors import Unknown
from collective.rendezvous.browser.public.appointment_page import AppointmentPage
from collective.rendezvous.browser.public.links import seen
from collective.rendezvous.ledger.appointment import Appointment
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class PendingPage(AppointmentPage):
    """Opened by a seal that only whoever has just booked has."""

    step = 4
    heading = _("Your address has still to be confirmed")
    template = ViewPageTemplateFile("templates/pending.pt")

    def opened(self) -> Appointment:
        """Return the appointment that the seal opens."""
        ledger = self.desk.ledger
        found = ledger.get(self.reference) if ledger is not None else None
        if found is None or found.erased or not seen(self.reference, self.request.form.get("seen")):
            raise Unknown
        return found

    def answer(self) -> Any:
        """Ask to look into the mails, as long as there is something to confirm."""
        return self.template() if self.state_name == "pending" else self.redirect(self.section_url)
