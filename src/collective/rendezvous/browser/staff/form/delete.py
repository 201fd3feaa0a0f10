"""The page that warns before an appointment is erased for good, and erases it."""

from collective.rendezvous import _
from collective.rendezvous.booking.errors import BookingError
from collective.rendezvous.booking.messages import of_error
from collective.rendezvous.browser.staff.one_appointment import OneAppointment
from collective.rendezvous.scheduling.states import UPCOMING
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class DeletePage(OneAppointment):
    """GET asks, POST deletes."""

    heading = _("Delete this appointment?")
    template = ViewPageTemplateFile("templates/delete.pt")

    def answer(self) -> Any:
        """Ask, or delete and go to the list of its day."""
        if not self.posted:
            self.appointment  # noqa: B018
            return self.template()
        self.check_form()
        visitor, start = self.visitor, self.start
        try:
            self.desk.delete(self.appointment.reference, self.version)
        except BookingError as error:
            self.tell(of_error(error, self.words.language, staff=True), "error")
            return self.redirect(self.edit_url)
        self.tell(
            _("The appointment of ${visitor} on ${when} is deleted."),
            visitor=visitor,
            when=self.words.moment(start, year=True),
        )
        return self.redirect(f"{self.view_url('rendezvous-day')}?day={start.date().isoformat()}")

    @property
    def version(self) -> int | None:
        """The version that was seen."""
        sent = self.request.form.get("version")
        known = isinstance(sent, str) and sent.isascii() and sent.isdigit() and len(sent) < 10
        return int(sent) if known else None

    @property
    def mails(self) -> bool:
        """Whether the visitor is told by mail."""
        appointment = self.appointment
        to_come = self.state in UPCOMING and appointment.start_at > self.now
        return to_come and bool(appointment.email)

    @property
    def cancel_url(self) -> str:
        """The page that asks before it is cancelled instead, if it can be."""
        if "cancel" not in self.desk.actions(self.appointment):
            return ""
        return self.view_url(f"rendezvous-cancel/{self.appointment.reference}")

    @property
    def edit_url(self) -> str:
        """Its form."""
        return self.view_url(f"rendezvous-edit/{self.appointment.reference}")
