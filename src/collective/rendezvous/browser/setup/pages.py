"""The pages around the forms."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collective.rendezvous import _
from collective.rendezvous.browser.setup.after import leaving
from collective.rendezvous.browser.setup.after import listing
from collective.rendezvous.browser.setup.forms import AddForm
from collective.rendezvous.browser.setup.forms import EditForm
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.browser.words import Words
from collective.rendezvous.browser.words import words_of
from collective.rendezvous.content.interfaces import IHours
from functools import cached_property
from plone.z3cform.layout import FormWrapper
from Products.CMFCore.permissions import DeleteObjects
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.publisher.browser import BrowserPage


HEADINGS = {
    "AppointmentType": (_("Add a type of appointment"), _("Edit the type of appointment")),
    "Counter": (_("Add a counter"), _("Edit the counter")),
    "Agent": (_("Add an agent"), _("Edit the agent")),
    "Availability": (_("Add an availability"), _("Edit the availability")),
    "Unavailability": (_("Add an unavailability"), _("Edit the unavailability")),
    "RendezVousSection": (_("Add a section of appointments"), _("Settings")),
}
TABS = {
    "AppointmentType": "types",
    "Counter": "counters",
    "Agent": "agents",
    "RendezVousSection": "settings",
}


class FormPage(StaffPage, FormWrapper):
    """A page of the back office around a form."""

    template = ViewPageTemplateFile("templates/form_page.pt")
    portal_type = ""
    editing = False

    def answer(self) -> Any:
        """Run the form; show it unless it has led on."""
        self.form_instance.cancel_url = self.cancel_url
        self.form_instance.delete_url = self.delete_url
        self.update()
        if self.request.response.getStatus() in (302, 303):
            return ""
        self.problem = bool(self.form_instance.wrong)
        return self.template()

    @property
    def heading(self) -> str:
        """Add or edit what."""
        return HEADINGS[self.portal_type][self.editing]

    @property
    def tab(self) -> str:
        """The item of the menu; hours belong to the agent or counter around them."""
        return TABS.get(self.portal_type) or TABS.get(self.owner.portal_type, "")

    @property
    def owner(self) -> Any:
        """Whose hours they are; else what is edited or added to."""
        inner = aq_inner(self.context)
        return aq_parent(inner) if IHours.providedBy(inner) else inner

    @property
    def lead(self) -> str:
        """Whose hours they are, or what is edited."""
        hours = self.portal_type in ("Availability", "Unavailability")
        return str(self.owner.title) if hours or (self.editing and self.tab != "settings") else ""

    @cached_property
    def words(self) -> Words:
        """Words in the reader's language, also while there is no section yet."""
        return super().words if self.section is not None else words_of(self.request)

    @property
    def tabs(self) -> list[dict[str, Any]]:
        """The menu, once there is a section."""
        return super().tabs if self.section is not None else []

    @property
    def cancel_url(self) -> str:
        """Where one goes without saving."""
        return listing(self.portal_type, self.context, self.form_instance.back)

    @property
    def delete_url(self) -> str:
        """The page that asks before it goes; nothing where it cannot."""
        return ""


class AddPage(FormPage, BrowserPage):
    """Adds one thing, as `++add++` finds it."""

    form = AddForm

    def __init__(self, context: Any, request: Any, ti: Any) -> None:
        super().__init__(context, request)
        self.ti = ti
        self.portal_type = self.form_instance.portal_type = ti.getId()


class EditPage(FormPage):
    """Changes one thing."""

    form = EditForm
    editing = True

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.portal_type = context.portal_type

    @property
    def cancel_url(self) -> str:
        """Where it is listed."""
        return leaving(self.context, self.form_instance.back)

    @property
    def delete_url(self) -> str:
        """The page that asks before it goes."""
        if not self.may(DeleteObjects):
            return ""
        back = self.form_instance.back
        return f"{self.context.absolute_url()}/delete_confirmation{f'?back={back}' if back else ''}"
