"""Erase what is kept of one's appointment: a page that asks, and a POST that does it."""

from collective.rendezvous import _
from collective.rendezvous.booking.errors import BookingError
from collective.rendezvous.booking.messages import of_error
from collective.rendezvous.browser.public.appointment_page import AppointmentPage
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from typing import Any


class ErasePage(AppointmentPage):
    """Asks first; afterwards the link opens nothing any more."""

    heading = _("Erase my data?")
    template = ViewPageTemplateFile("templates/erase.pt")

    def answer(self) -> Any:
        """Ask, or erase."""
        if self.posted:
            return self._erase()
        return self.template() if self.erasable else self.redirect(self.manage_url)

    def _erase(self) -> str:
        self.check_form()
        back = self.manage_url
        try:
            self.desk.erase(self.reference, key=self.key)
        except BookingError as error:
            IStatusMessage(self.request).add(of_error(error, self.words.language), type="warning")
            return self.redirect(back)
        told = self.words.say(
            _("your data of this appointment are erased. Your link opens nothing any more.")
        )
        IStatusMessage(self.request).add(told, type="info")
        return self.redirect(self.your_data_url)

    @property
    def erase_action(self) -> str:
        """Where the form leads; the key travels in it, not in the address."""
        return self.url("erase").partition("?")[0]
