"""An appointment's calendar file, to download."""

from collective.rendezvous.browser.public.appointment_page import AppointmentPage
from collective.rendezvous.notifications.calendar_file import calendar_file
from collective.rendezvous.notifications.facts import facts_of
from collective.rendezvous.notifications.mailbox import organizer


class CalendarFile(AppointmentPage):
    """Answers with text/calendar."""

    def answer(self) -> bytes:
        """Return the file."""
        response = self.request.response
        response.setHeader("Content-Type", "text/calendar; charset=utf-8")
        name = f"{self.appointment.reference}.ics"
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        facts = facts_of(self.section, self.appointment, self.words.language)
        return calendar_file(facts, organizer(self.section), self.now)
