"""The page that asks before something set up is deleted, and deletes it."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collective.rendezvous import _
from collective.rendezvous.booking import guards
from collective.rendezvous.booking.errors import HasAppointments
from collective.rendezvous.browser.setup.after import HOURS
from collective.rendezvous.browser.setup.after import known_back
from collective.rendezvous.browser.setup.after import leaving
from collective.rendezvous.browser.setup.after import reviewing
from collective.rendezvous.browser.setup.pages import FormPage
from collective.rendezvous.browser.setup.recap import entries
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.content.interfaces import IHours
from collective.rendezvous.content.section import IRendezVousSection
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode


QUESTIONS = {
    "AppointmentType": _("Delete this type of appointment?"),
    "Counter": _("Delete this counter?"),
    "Agent": _("Delete this agent?"),
    "Availability": _("Delete this availability?"),
    "Unavailability": _("Delete this unavailability?"),
    "RendezVousSection": _("Delete this section and all that is in it?"),
}
REFUSALS = {
    "AppointmentType": (
        _("1 appointment is to come for this type"),
        _("${number} appointments are to come for this type"),
    ),
    "Counter": (
        _("1 appointment is to come at this counter"),
        _("${number} appointments are to come at this counter"),
    ),
    "Agent": (
        _("1 appointment is to come with this agent"),
        _("${number} appointments are to come with this agent"),
    ),
    "RendezVousSection": (
        _("1 appointment is to come in this section"),
        _("${number} appointments are to come in this section"),
    ),
}
FILTERS = {"AppointmentType": "type", "Counter": "counter", "Agent": "agent"}
INSIDE = (
    ("AppointmentType", _("Types of appointments")),
    ("Counter", _("Counters")),
    ("Agent", _("Agents")),
    ("Availability", _("Availabilities")),
    ("Unavailability", _("Unavailabilities")),
)
SHORT = {
    "AppointmentType": {"title", "duration", "audience"},
    "Counter": {"title", "address", "capacity", "types"},
    "Agent": {"title", "role", "email"},
    "RendezVousSection": {"title"},
}


class DeletePage(StaffPage):
    """Warns that it is for good, names what goes; refuses with appointments to come."""

    template = ViewPageTemplateFile("templates/delete.pt")
    tab = FormPage.tab
    owner = FormPage.owner

    def answer(self) -> Any:
        """Ask; or, by POST, do what was pressed."""
        if not self.posted:
            return self.template()
        self.check_form()
        if self.request.form.get("transition") == "deactivate" and self.can_deactivate:
            api.content.transition(self.context, "deactivate")
            self.tell(_("“${title}” is inactive: it is not offered any more."), title=self.name)
            return self.redirect(leaving(self.context))
        return self.delete() if "delete" in self.request.form else self.template()

    def delete(self) -> Any:
        """Delete it and lead to where it was listed; or say why not."""
        context = aq_inner(self.context)
        parent, name = aq_parent(context), self.name
        whole = IRendezVousSection.providedBy(context)
        goal = parent.absolute_url() if whole else leaving(context, self.back)
        if self.portal_type == "Availability":
            goal = reviewing(goal, HOURS)
        try:
            parent.manage_delObjects([context.getId()])
        except HasAppointments:
            self.request.response.setStatus(409)
            return self.template()
        self.tell(_("“${title}” has been deleted."), title=name)
        return self.redirect(goal)

    @property
    def portal_type(self) -> str:
        """The type of what goes."""
        return str(self.context.portal_type)

    @cached_property
    def to_come(self) -> int:
        """How many appointments stand against it."""
        return guards.upcoming(self.context, self.now)

    @property
    def heading(self) -> str:
        """The question, or that it cannot be."""
        return _("This cannot be deleted yet") if self.to_come else QUESTIONS[self.portal_type]

    @property
    def refusal(self) -> str:
        """How many appointments stand against it, in words."""
        one, many = REFUSALS[self.portal_type]
        return self.words.say(one if self.to_come == 1 else many, number=self.to_come)

    @property
    def appointments_url(self) -> str:
        """Where these appointments are listed."""
        chosen = {FILTERS[self.portal_type]: self.context.getId()} if self.portal_type in FILTERS else {}
        return self.view_url("rendezvous-coming") + (f"?{urlencode(chosen)}" if chosen else "")

    @property
    def name(self) -> str:
        """What goes, in words."""
        if IHours.providedBy(self.context):
            told = [value for _label, value in entries(self.context, self.words)]
            return ", ".join(told[:3])
        return str(self.context.title)

    @property
    def details(self) -> list[tuple[str, str]]:
        """What goes: some of its fields, and how much is in it."""
        return [*entries(self.context, self.words, SHORT.get(self.portal_type)), *self._inside()]

    def _inside(self) -> list[tuple[str, str]]:
        types = [obj.portal_type for obj in getattr(aq_inner(self.context), "objectValues", list)()]
        return [
            (self.words.say(label), str(types.count(portal_type)))
            for portal_type, label in INSIDE
            if portal_type in types
        ]

    @property
    def keeps_past(self) -> bool:
        """Whether past appointments stay in what is kept."""
        return self.portal_type in FILTERS

    @property
    def counts(self) -> bool:
        """Whether appointments stand on it at all."""
        return self.portal_type in REFUSALS

    @cached_property
    def can_deactivate(self) -> bool:
        """Whether it can be taken out of what is offered instead."""
        steps = api.portal.get_tool("portal_workflow").getTransitionsFor(self.context)
        return any(step["id"] == "deactivate" for step in steps)

    @property
    def back(self) -> str:
        """Where one came from, if not from where it leads by itself."""
        return known_back(self.request.form.get("back"))

    @property
    def stay_url(self) -> str:
        """Back to what is not deleted."""
        return f"{self.context.absolute_url()}/edit{f'?back={self.back}' if self.back else ''}"
