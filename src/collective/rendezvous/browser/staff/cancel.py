"""The page that asks before an appointment is cancelled."""

from collective.rendezvous import _
from collective.rendezvous.browser.staff.back import KNOWN
from collective.rendezvous.browser.staff.one_appointment import OneAppointment
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class CancelPage(OneAppointment):
    """Says what will happen; its button takes the step."""

    heading = _("Cancel this appointment?")
    template = ViewPageTemplateFile("templates/cancel.pt")

    def answer(self) -> Any:
        """Ask, or say that it cannot be cancelled any more."""
        if "cancel" not in self.desk.actions(self.appointment):
            self.tell(_("This is not possible for this appointment any more."), "error")
            return self.redirect(self.details_url)
        return self.template()

    @property
    def back(self) -> str:
        """Where one goes on: the list from which one came, if it is one, else the appointment."""
        told = self.request.form.get("back")
        return told if isinstance(told, str) and KNOWN.fullmatch(told) else super().back

    @property
    def sent(self) -> str:
        """What the button sends."""
        return f"cancel {self.appointment.reference} {self.appointment.version}"

    @property
    def mails(self) -> bool:
        """Whether the visitor has an address to be told at."""
        return bool(self.appointment.email)
