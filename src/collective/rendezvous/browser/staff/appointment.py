"""All that is known of an appointment, and what can be done with it."""

from collective.rendezvous import _
from collective.rendezvous.browser.staff.history import lines
from collective.rendezvous.browser.staff.history import spoken
from collective.rendezvous.browser.staff.history import Told
from collective.rendezvous.browser.staff.one_appointment import OneAppointment
from collective.rendezvous.browser.staff.rows import ICONS
from collective.rendezvous.browser.staff.rows import said
from collective.rendezvous.browser.staff.steps import LABELS
from collective.rendezvous.browser.staff.steps import Step
from collective.rendezvous.browser.staff.steps import steps
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class AppointmentPage(OneAppointment):
    """Every field, the history, the steps that can be taken now."""

    template = ViewPageTemplateFile("templates/appointment.pt")

    def answer(self) -> Any:
        """Show it."""
        self.appointment  # noqa: B018
        return self.template()

    @property
    def heading(self) -> str:
        """Whose appointment it is."""
        return self.words.say(_("Appointment of ${visitor}"), visitor=self.visitor)

    @property
    def said(self) -> str:
        """Its state in words."""
        return said(self, self.appointment, self.state)

    @property
    def state_icon(self) -> str:
        """The icon beside it."""
        return self.icon(*ICONS[self.state]) if self.state in ICONS else ""

    @property
    def actions(self) -> list[str]:
        """The names of the steps that can be taken now."""
        return self.desk.actions(self.appointment) if self.takes_steps else []

    @property
    def buttons(self) -> list[Step]:
        """Their buttons."""
        begun = self.start.date() <= self.today
        return steps(self.appointment, self.state, self.actions, begun, LABELS)

    @property
    def cancel_url(self) -> str:
        """The page that asks before it is cancelled, if it can be."""
        if "cancel" not in self.actions:
            return ""
        return self.view_url(f"rendezvous-cancel/{self.appointment.reference}")

    @property
    def day_url(self) -> str:
        """The list of its day."""
        return f"{self.view_url('rendezvous-day')}?day={self.start.date().isoformat()}"

    @property
    def style(self) -> str | None:
        """The colour of its type."""
        kind = self.office.types.get(self.appointment.type_uid)
        return f"--rdv-color: {kind.color}" if kind and kind.color else None

    @property
    def answers(self) -> list[dict[str, Any]]:
        """What was answered to the type's questions."""
        return [
            {"label": label, "lines": spoken(value, self.words).splitlines()}
            for label, value in self.appointment.answers.items()
        ]

    @property
    def history(self) -> list[Told]:
        """What happened to it, the last first."""
        return lines(self.appointment, self.office, self.words)
