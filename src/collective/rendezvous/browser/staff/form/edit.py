"""Edit an appointment: its form, with what happened to it and what can be done next."""

from collective.rendezvous import _
from collective.rendezvous.booking.change import JUDGED
from collective.rendezvous.booking.errors import Stale
from collective.rendezvous.booking.errors import Unknown
from collective.rendezvous.booking.errors import WrongState
from collective.rendezvous.booking.messages import of_error
from collective.rendezvous.booking.opening import state_of
from collective.rendezvous.browser.staff.appointment import AppointmentPage
from collective.rendezvous.browser.staff.form.form import AppointmentForm
from collective.rendezvous.browser.staff.form.form_page import FormPage
from collective.rendezvous.browser.staff.form.stored import keep_stored
from collective.rendezvous.browser.staff.form.stored import values_at
from collective.rendezvous.browser.staff.form.stored import values_of
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.scheduling.states import OCCUPYING
from collective.rendezvous.scheduling.states import UPCOMING
from functools import cached_property
from typing import Any


FIELDS = {"start": ("date", "time")}
"""What is asked for -> the fields in which it is typed, where they have other names."""


class EditPage(FormPage, AppointmentPage):
    """Only what was changed is asked for, so that what nobody touched is held against no rule."""

    aside = True

    def answer(self) -> Any:
        """Show the form or save it; what is erased has nothing left to edit."""
        if self.appointment.erased:
            self.tell(_("The personal data of this appointment are erased: it cannot be changed."), "error")
            return self.redirect(self.details_url)
        return FormPage.answer(self)

    @cached_property
    def initial(self) -> dict[str, Any]:
        """What the appointment has."""
        return values_of(self.appointment, self.office)

    @cached_property
    def form(self) -> AppointmentForm:
        """The form; where nobody is expected any more, time and place only stand there."""
        return self.kept(super().form)

    def kept(self, form: AppointmentForm) -> AppointmentForm:
        """The form with what the appointment has, though it could not be chosen today."""
        keep_stored(form, self.appointment, self.office)
        if self.state not in OCCUPYING:
            form.fix()
        return form

    @cached_property
    def version(self) -> int:
        """The version that is edited: the one whose form was sent, else today's."""
        sent = self.request.form.get("version") if self.posted else None
        if isinstance(sent, str) and sent.isascii() and sent.isdigit() and len(sent) < 10:
            return int(sent)
        return self.appointment.version

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """The version as well."""
        return [*super().hidden, ("version", str(self.version))]

    @property
    def tells(self) -> bool:
        """Whether the visitor can be told, whatever changes."""
        return self.state in UPCOMING

    @property
    def told(self) -> bool:
        """Whether staff want the visitor told."""
        return bool(self.posted and self.request.form.get("tell"))

    @property
    def delete_url(self) -> str:
        """The page that warns before it is erased."""
        return self.view_url(f"rendezvous-delete/{self.appointment.reference}")

    @property
    def back(self) -> str:
        """Where a step pressed here leads back to."""
        return f"@@rendezvous-edit/{self.appointment.reference}"

    @property
    def wanted(self) -> dict[str, Any]:
        """What was changed, in the shape that `booking` reads."""
        data = self.form.data()
        values, stands = self.form.values, values_of(self.appointment, self.office)
        touched = {name for name, value in values.items() if value != stands.get(name, "")}
        visitor = set(data["visitor"]) & touched
        answers = {field.name for _question, field in self.form.questions} & touched
        wanted = {name: data[name] for name in data if touched & {*FIELDS.get(name, (name,))}}
        if visitor:
            wanted["visitor"] = {name: data["visitor"][name] for name in visitor}
        if answers or "type" in wanted:
            wanted["answers"] = data["answers"]
        if self.state not in OCCUPYING:
            wanted = {name: value for name, value in wanted.items() if name not in JUDGED}
        return wanted

    def save(self) -> Any:
        """Change it, unless somebody else did meanwhile."""
        reference, version = self.appointment.reference, self.version
        data = {**self.wanted, "confirm": sorted(self.confirmed)}
        try:
            appointment = self.desk.change(reference, data, version, self.told)
        except Stale:
            return self.changed_meanwhile()
        except Unknown:
            self.tell(_("Somebody has deleted this appointment meanwhile."), "error")
            return self.redirect(self.leave_url)
        except WrongState as wrong:
            self.notice = of_error(wrong, self.words.language, staff=True)
            return self.again(409)
        if appointment.version == version and not self.told:
            self.tell(_("Nothing was changed."))
            return self.redirect(self.leave_url)
        return self.saved(appointment, self.mailed(appointment, version))

    def mailed(self, appointment: Appointment, since: int) -> bool:
        """Whether a mail tells the visitor of what was changed since that version."""
        names = {name for change in appointment.history[since:] for name, _old, _new in change.changes}
        expected = state_of(appointment, self.now) in UPCOMING
        return expected and bool(appointment.email) and (self.told or bool(names & {"start", "type"}))

    def changed_meanwhile(self) -> Any:
        """Tell what somebody else changed; what was typed stays, what was not touched follows."""
        appointment, office = self.appointment, self.office
        typed, stands = self.form.values, values_of(appointment, office)
        before = values_at(appointment, self.version, office)
        mine = {name for name, value in typed.items() if value != before.get(name, "")}
        theirs = {name for name, value in stands.items() if value != before.get(name, "")}
        merged = {**typed, **{name: value for name, value in stands.items() if name not in mine}}
        self.changes = self.history[: max(0, appointment.version - self.version)]
        self.form = self.kept(AppointmentForm(office, merged, self.words))
        both = {name for name in mine & theirs if typed[name] != stands[name]}
        self.conflicts = tuple(field for field in self.form.fields if field.name in both)
        self.version = appointment.version
        return self.again(409)
