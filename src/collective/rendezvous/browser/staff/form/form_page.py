"""What adding and editing an appointment have in common: what is shown when it cannot be saved as it is."""

from collections.abc import Iterable
from collective.rendezvous import _
from collective.rendezvous.booking.errors import Busy
from collective.rendezvous.booking.errors import Invalid
from collective.rendezvous.booking.errors import NeedsConfirmation
from collective.rendezvous.booking.errors import Refused
from collective.rendezvous.booking.messages import of_error
from collective.rendezvous.booking.messages import of_finding
from collective.rendezvous.browser.public.choice import moment
from collective.rendezvous.browser.staff import names
from collective.rendezvous.browser.staff.back import at_row
from collective.rendezvous.browser.staff.form.form import AppointmentForm
from collective.rendezvous.browser.staff.form.inputs import id_of
from collective.rendezvous.browser.staff.form.inputs import Input
from collective.rendezvous.browser.staff.form.kept import AGAIN
from collective.rendezvous.browser.staff.form.kept import KeptForm
from collective.rendezvous.browser.staff.form.moment import shown
from collective.rendezvous.browser.staff.form.moment import typed
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.scheduling.rules import Finding
from collective.rendezvous.scheduling.slots import Slot
from collective.rendezvous.scheduling.zone import end_of
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.component import getMultiAdapter


LINKS = {
    "start": _("Change the time"),
    "type": _("Change the type"),
    "agent": _("Change the agent"),
    "counter": _("Change the counter"),
    "email": _("Change the e-mail address"),
}
"""The field of a finding -> what the link to it says."""

OUT_OF_HOURS = {
    "day_closed",
    "counter_unavailable",
    "outside_availability",
    "agent_unavailable",
}
"""Warnings that all say the same: nobody would be received then."""


class FormPage(KeptForm):
    """A page with the form. A subclass says what it holds at first, and how it is saved."""

    tab = "planning"
    template = ViewPageTemplateFile("templates/form.pt")
    notice = ""
    warnings: tuple[Finding, ...] = ()
    refusals: tuple[Finding, ...] = ()
    alternatives: tuple[Slot, ...] = ()
    changes: Any = ()
    conflicts: tuple[Input, ...] = ()
    aside = False

    def save(self) -> Any:
        """Save what was typed; raises what the desk raises."""
        raise NotImplementedError

    @property
    def initial(self) -> dict[str, Any]:
        """What the fields hold before anybody typed."""
        raise NotImplementedError

    def answer(self) -> Any:
        """Show the form, or save it."""
        if not self.posted or "show" in self.request.form:
            return self.template()
        if AGAIN in self.request.form:
            self.notice = self.words.say(_("All that you wrote is here again. Nothing is saved yet."))
            return self.template()
        self.check_form()
        if self.unseen:
            self.notice = self.words.say(
                _("This type asks questions: they stand below. Nothing is saved yet.")
            )
            return self.template()
        try:
            return self.save()
        except Invalid as invalid:
            self.form.refuse(invalid.errors)
            return self.again(400)
        except NeedsConfirmation as needed:
            self.warnings = tuple(needed.warnings)
            return self.again(409, problem=False)
        except Refused as refused:
            self.refusals, self.alternatives = refused.findings, refused.alternatives
            return self.again(409)
        except Busy as busy:
            self.request.response.setHeader("Retry-After", str(busy.retry_after))
            self.notice = of_error(busy, self.words.language, staff=True)
            return self.again(503)

    # What was typed

    @cached_property
    def form(self) -> AppointmentForm:
        """The form with what was typed; a free start that was pressed takes the place of date and time."""
        values = {**self.initial, **self.request.form} if self.posted else self.initial
        pressed = moment(values.get("start")) if self.posted else None
        if pressed is not None:
            values |= shown(pressed.astimezone(self.office.zone))
        return AppointmentForm(self.office, values, self.words)

    @property
    def unseen(self) -> bool:
        """Whether the type has questions that the page sent did not show."""
        kind, seen = self.form.type, self.request.form.get("shown")
        return kind is not None and bool(kind.questions) and seen is not None and seen != kind.id

    @property
    def confirmed(self) -> list[str]:
        """The codes of the warnings that were accepted, for the very time and place they were told of."""
        codes, asked = self.request.form.get("confirm"), self.request.form.get("asked")
        return codes.split() if isinstance(codes, str) and asked == self.form.asked else []

    # What the template shows

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What the form carries beside its fields."""
        return [("asked", self.form.asked), ("shown", self.form.type.id if self.form.type else "")]

    @property
    def codes(self) -> str:
        """What « Confirm » sends."""
        return " ".join(dict.fromkeys([*self.confirmed, *(one.code for one in self.warnings)]))

    @property
    def warned_of(self) -> str:
        """The heading of the warnings."""
        if {one.code for one in self.warnings} <= OUT_OF_HOURS:
            return self.words.say(_("This appointment is outside of the hours"))
        return self.words.say(_("Please check this appointment"))

    def sentences(self, findings: Iterable[Finding]) -> list[str]:
        """What the rules say."""
        return [of_finding(one, self.words.language, staff=True) for one in findings]

    def links(self, findings: Iterable[Finding]) -> list[dict[str, str]]:
        """Links to the fields concerned."""
        found = dict.fromkeys(one.field for one in findings)
        return [
            {"target": "time" if name == "start" else id_of(name), "label": LINKS[name]}
            for name in found
            if name in LINKS
        ]

    def when(self, slot: Slot) -> str:
        """A free start, as its button says it."""
        return self.words.moment(slot.start)

    @property
    def time_help(self) -> str:
        """What to know about the time, with the end where it is known."""
        form = self.form
        told = self.words.say(_("Any time, even outside of the hours."))
        if form.typed.moment is None or form.type is None:
            return told
        people = form.data()["people"]
        length = form.type.length(people if isinstance(people, int) and 0 < people <= 1000 else 1)
        hour = self.words.hour(end_of(form.typed.moment, length))
        until = self.words.say(_("Ends at ${hour}."), hour=hour)
        return f"{told} {until}"

    def help_of(self, field: Input) -> str:
        """The help below a field."""
        return self.time_help if field.name == "time" else self.words.say(field.help)

    @property
    def asks(self) -> bool:
        """Whether any type asks questions."""
        return any(kind.active and kind.questions for kind in self.office.types.values())

    @property
    def leave_url(self) -> str:
        """The day list, for whoever does not save."""
        found = typed(str(self.initial.get("date", "")), "0:00", self.office.zone).moment
        return self.day_list(found.date() if found else self.today)

    def day_list(self, day: Any) -> str:
        """The list of a day."""
        return f"{self.view_url('rendezvous-day')}?day={day.isoformat()}"

    def input_class(self, field: Input) -> str:
        """Return the classes around a field."""
        error = " error" if field.error else ""
        return f"mb-3 field fieldname-{field.name} widget-mode-input{error} col-md-{field.width}"

    def control_class(self, field: Input, css: str) -> str:
        """Return the classes of a control."""
        return f"{css} is-invalid" if field.error else css

    def described_by(self, field: Input) -> str | None:
        """The ids of help and error."""
        ids = [f"{field.name}-help"] if self.help_of(field) else []
        ids += [f"{field.name}-error"] if field.error else []
        return " ".join(ids) or None

    def macro(self, field: Input) -> Any:
        """Return the macro that draws a field."""
        return getMultiAdapter((self.context, self.request), name="rendezvous-inputs")[field.widget]

    # After it

    def saved(self, appointment: Appointment, mailed: bool) -> str:
        """Say what is saved, and go to its day."""
        start = appointment.start_at.astimezone(self.office.zone)
        message = _("The appointment of ${visitor} is saved: ${when}, ${type}, ${counter}, ${agent}.")
        if mailed:
            message = _(
                "The appointment of ${visitor} is saved: ${when}, ${type}, ${counter}, ${agent}. "
                "${email} is told."
            )
        self.tell(
            message,
            visitor=names.visitor(appointment, self.words),
            when=self.words.moment(start, year=True),
            type=appointment.type_title,
            counter=appointment.counter_title,
            agent=appointment.agent_title,
            email=appointment.email,
        )
        return self.redirect(at_row(self.day_list(start.date()), appointment.reference))
