"""Forms of what is set up: Dexterity's own, with our checks and their messages beside the fields."""

from collective.rendezvous.content.checks import check
from collective.rendezvous.content.checks.warnings import warnings
from plone import api
from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.browser.edit import DefaultEditForm
from typing import Any
from z3c.form.interfaces import IErrorViewSnippet
from zope.component import getMultiAdapter
from zope.interface import Invalid


class Checked:
    """Adds what :mod:`.checks` finds to the errors of a form."""

    def extractData(self, setErrors: bool = True) -> tuple[dict[str, Any], tuple[Any, ...]]:
        """See z3c.form's IForm; the checks run once every single field is right."""
        data, errors = super().extractData(setErrors=setErrors)  # type: ignore[misc]
        if errors:
            return data, errors
        for problem in check(self.portal_type, data, self.parent(), self.edited()):
            errors += (self._beside(problem.field, problem.message),)
        return data, errors

    def _beside(self, name: str, message: str) -> Any:
        for form in (self, *getattr(self, "groups", ())):
            widget = form.widgets.get(name)
            if widget is not None:
                break
        else:
            form, widget = self, None
        field = widget.field if widget is not None else None
        snippet = getMultiAdapter(
            (Invalid(message), self.request, widget, field, form, self.context), IErrorViewSnippet
        )
        snippet.update()
        if widget is not None:
            widget.error = snippet
        form.widgets.errors += (snippet,)
        return snippet

    def warn(self, obj: Any) -> None:
        """Tell what is allowed, but perhaps not meant."""
        for message in warnings(obj):
            api.portal.show_message(message, self.request, type="warning")


class AddForm(Checked, DefaultAddForm):
    """Adds one thing."""

    def parent(self) -> Any:
        """Where it is added."""
        return self.context

    def edited(self) -> Any | None:
        """Nothing is there yet."""
        return None

    def add(self, object: Any) -> None:
        """See z3c.form's IAddForm."""
        super().add(object)
        self.warn(self.container[object.getId()])


class EditForm(Checked, DefaultEditForm):
    """Changes one thing."""

    def parent(self) -> Any:
        """Where it stands."""
        return self.context.aq_inner.aq_parent

    def edited(self) -> Any | None:
        """What is changed."""
        return self.context

    def applyChanges(self, data: dict[str, Any]) -> Any:
        """See z3c.form's IEditForm."""
        changes = super().applyChanges(data)
        self.warn(self.context)
        return changes
