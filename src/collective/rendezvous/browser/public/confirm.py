"""Confirm a pending appointment by the key that the mail told, by POST."""

from collective.rendezvous.addresses import manage_url
from collective.rendezvous.booking.errors import BookingError
from collective.rendezvous.booking.messages import of_error
from collective.rendezvous.browser.public.appointment_page import AppointmentPage
from Products.statusmessages.interfaces import IStatusMessage
from typing import Any


class ConfirmPage(AppointmentPage):
    """Has no page of its own."""

    def answer(self) -> Any:
        """Confirm, then show the confirmation."""
        if not self.posted:
            return self.redirect(self.manage_url)
        self.check_form()
        try:
            self.desk.confirm(self.reference, self.key)
        except BookingError as error:
            IStatusMessage(self.request).add(of_error(error, self.words.language), type="warning")
            return self.redirect(self.manage_url)
        return self.redirect(manage_url(self.section_url, self.reference, self.key, booked="1"))
