"""Cancel one's appointment: a page that asks, and a POST that does it."""

from collective.rendezvous import _
from collective.rendezvous.booking.errors import BookingError
from collective.rendezvous.booking.messages import of_error
from collective.rendezvous.browser.public.appointment_page import AppointmentPage
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from typing import Any


class CancelPage(AppointmentPage):
    """Asks first."""

    heading = _("Cancel my appointment?")
    template = ViewPageTemplateFile("templates/cancel.pt")

    def answer(self) -> Any:
        """Ask, or cancel."""
        if self.posted:
            return self._cancel()
        return self.template() if self.cancellable else self.redirect(self.manage_url)

    def _cancel(self) -> str:
        self.check_form()
        url = self.manage_url
        try:
            self.desk.cancel(self.reference, self.key)
        except BookingError as error:
            told, kind = of_error(error, self.words.language), "warning"
        else:
            told, kind = self.words.say(_("your appointment is cancelled.")), "info"
        IStatusMessage(self.request).add(told, type=kind)
        return self.redirect(url)

    @property
    def cancel_action(self) -> str:
        """Where the form leads; the key travels in it, not in the address."""
        return self.cancel_url.partition("?")[0]
