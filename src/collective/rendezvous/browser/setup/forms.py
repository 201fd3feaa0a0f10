"""The add and edit forms of the types, in the parts of :mod:`.layout`, telling what they saved."""

from collections.abc import Iterator
from collective.rendezvous import _
from collective.rendezvous.browser.setup.after import after
from collective.rendezvous.browser.setup.after import known_back
from collective.rendezvous.browser.setup.aria import describe
from collective.rendezvous.browser.setup.aria import help_of
from collective.rendezvous.browser.setup.aria import several
from collective.rendezvous.browser.setup.layout import Shown
from collective.rendezvous.browser.setup.layout import shown
from collective.rendezvous.browser.setup.recap import recap
from collective.rendezvous.browser.words import words_of
from collective.rendezvous.content import forms
from collective.z3cform.datagridfield.interfaces import IDataGridFieldWidget
from plone import api
from plone.dexterity.events import EditFinishedEvent
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from z3c.form.button import buttonAndHandler
from z3c.form.interfaces import HIDDEN_MODE
from zope.event import notify


class Office:
    """What both have in common: how they look."""

    template = ViewPageTemplateFile("templates/form.pt")
    field_template = ViewPageTemplateFile("templates/field.pt")
    cancel_url = ""
    delete_url = ""

    @property
    def all_widgets(self) -> dict[str, Any]:
        """The widgets of the form and its groups by their names."""
        found: dict[str, Any] = {}
        for form in (self, *self.groups):  # type: ignore[attr-defined]
            found.update(form.widgets)
        return found

    def update(self) -> None:
        """See z3c.form's IForm; fields are described by their helps and errors."""
        super().update()  # type: ignore[misc]
        for widget in self.all_widgets.values():
            describe(widget)

    @property
    def parts(self) -> Iterator[Shown]:
        """The parts that the template draws."""
        visible = {name: each for name, each in self.all_widgets.items() if each.mode != HIDDEN_MODE}
        return shown(self.portal_type, visible)  # type: ignore[attr-defined]

    def field(self, widget: Any) -> str:
        """Return a field with its label, help and error; several boxes stand in a fieldset."""
        return str(
            self.field_template(
                widget=widget,
                html=widget.render().replace("<th></th>", "<td></td>"),  # an empty heading of grids
                group=several(widget),
                grid=IDataGridFieldWidget.providedBy(widget),
                help=help_of(widget),
            )
        )

    @staticmethod
    def anchor(widget: Any) -> str:
        """The address of a field on the page."""
        return f"#formfield-{widget.id}" if several(widget) else f"#{widget.id}"

    @property
    def wrong(self) -> list[Any]:
        """The widgets with an error, in their order on the page."""
        return [widget for each in self.parts for widget, _css in each.widgets if widget.error]

    @property
    def back(self) -> str:
        """Where the form was opened from, if not from where it leads by itself."""
        return known_back(self.request.form.get("back"))  # type: ignore[attr-defined]

    def tell(self, obj: Any) -> None:
        """Tell what was saved."""
        words = words_of(self.request)  # type: ignore[attr-defined]
        api.portal.show_message(recap(obj, words), self.request)  # type: ignore[attr-defined]


class AddForm(Office, forms.AddForm):
    """Adds one thing."""

    next_url = ""

    def add(self, object: Any) -> None:
        """See z3c.form's IAddForm."""
        super().add(object)
        added = self.container[object.getId()]
        self.tell(added)
        self.next_url = after(added, self.back)

    def nextURL(self) -> str:
        """See Dexterity's add form."""
        return self.next_url or str(self.context.absolute_url())

    @buttonAndHandler(_("Save"), name="save")
    def handleAdd(self, action: Any) -> None:
        """Add it, unless something is wrong."""
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
        elif self.createAndAdd(data) is not None:
            self._finishedAdd = True


class EditForm(Office, forms.EditForm):
    """Changes one thing."""

    @buttonAndHandler(_("Save"), name="save")
    def handleApply(self, action: Any) -> None:
        """Save it, unless something is wrong."""
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        self.applyChanges(data)
        self.tell(self.context)
        self.request.response.redirect(after(self.context, self.back))
        notify(EditFinishedEvent(self.context))
