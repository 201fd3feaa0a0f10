"""See one's appointment (screen E), or its confirmation just after booking (screen D)."""

from collective.rendezvous import _
from collective.rendezvous.browser.public import summary
from collective.rendezvous.browser.public.appointment_page import AppointmentPage
from collective.rendezvous.browser.public.summary import Row
from collective.rendezvous.notifications.calendar_links import google
from collective.rendezvous.notifications.calendar_links import outlook
from collective.rendezvous.notifications.facts import Facts
from collective.rendezvous.notifications.facts import facts_of
from collective.rendezvous.words.states import STATES
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


BADGES = {
    "pending": ("text-bg-warning", "hourglass"),
    "confirmed": ("text-bg-success", "check-circle"),
    "arrived": ("text-bg-success", "check-circle"),
    "honoured": ("text-bg-success", "check-circle"),
}
GREY = ("text-bg-secondary", "x-circle")


class SeePage(AppointmentPage):
    """The appointment and what can be done about it."""

    heading = _("My appointment")
    template = ViewPageTemplateFile("templates/appointment.pt")
    confirmed = ViewPageTemplateFile("templates/confirmed.pt")

    def answer(self) -> Any:
        """Show it."""
        if self.just_booked:
            self.heading = _("Your appointment is confirmed")
            self.step = 4
            return self.confirmed()
        return self.template()

    @property
    def just_booked(self) -> bool:
        """Whether this is the end of a booking."""
        return "booked" in self.request.form and self.state_name == "confirmed" and self.to_come

    @property
    def state(self) -> str:
        """Its state in words."""
        return self.words.say(STATES[self.state_name])

    @property
    def badge_class(self) -> str:
        """The classes of the badge that tells the state."""
        return f"badge {BADGES.get(self.state_name, GREY)[0]} fs-6 fw-normal"

    @property
    def badge_icon(self) -> str:
        """The icon in it."""
        return BADGES.get(self.state_name, GREY)[1]

    @property
    def confirmable(self) -> bool:
        """Whether its e-mail address has still to be confirmed."""
        return self.state_name == "pending"

    @property
    def confirm_url(self) -> str:
        """Where one confirms it, by POST."""
        return self.url("confirm").partition("?")[0]

    @property
    def summary(self) -> list[Row]:
        """With what the citizen wrote, when this is not the confirmation."""
        rows = super().summary
        if self.just_booked:
            return rows
        seen = self.appointment
        rows += [Row(label, [self._spoken(value)]) for label, value in seen.answers.items()]
        if seen.phone:
            rows.append(Row(summary.PHONE, [self.words.phone(seen.phone).text]))
        if seen.comment:
            rows.append(Row(summary.COMMENT, seen.comment.splitlines()))
        return rows

    @cached_property
    def facts(self) -> Facts:
        """What calendars are told of it."""
        return facts_of(self.section, self.appointment, self.words.language)

    @property
    def google_url(self) -> str:
        """The address that puts it into Google's calendar."""
        return google(self.facts)

    @property
    def outlook_url(self) -> str:
        """The address that puts it into Outlook's calendar on the web."""
        return outlook(self.facts)

    def _spoken(self, value: Any) -> str:
        if isinstance(value, bool):
            return self.words.say(_("Yes") if value else _("No"))
        return str(value)
