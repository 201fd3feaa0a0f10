"""Ties fields to their helps and errors for those who hear the page: Plone's widgets have no ids for them."""

from collective.rendezvous.content.text import Color
from collective.z3cform.datagridfield.interfaces import IDataGridFieldWidget
from plone.app.z3cform.interfaces import ISingleCheckBoxBoolWidget
from typing import Any
from z3c.form.interfaces import ICheckBoxWidget
from z3c.form.interfaces import IRadioWidget
from zope.i18n import translate


GROUPS = (ICheckBoxWidget, IDataGridFieldWidget, IRadioWidget)
NEW_ROWS = ("AA", "TT")
"""What a grid calls the rows that nobody has filled in yet."""


def several(widget: Any) -> bool:
    """Whether a widget is several fields, which stand under one legend."""
    if ISingleCheckBoxBoolWidget.providedBy(widget):
        return False
    return any(each.providedBy(widget) for each in GROUPS)


def describe(widget: Any) -> None:
    """Set `aria-describedby` and `aria-invalid`, and the kind of a colour's field."""
    if IDataGridFieldWidget.providedBy(widget):
        _label_cells(widget)
    attributes = widget.attributes
    parts = [f"{widget.id}-help"] if help_of(widget) else []
    if widget.error:
        parts.insert(0, f"{widget.id}-error")
        attributes["aria-invalid"] = "true"
    if parts:
        attributes["aria-describedby"] = " ".join(parts)
    if isinstance(widget.field, Color):
        attributes["class"] = f"{attributes.get('class', '')} form-control-color"
        attributes["type"] = "color"


def help_of(widget: Any) -> str:
    """The help of a widget's field; nothing without one. A single box tells its own."""
    if ISingleCheckBoxBoolWidget.providedBy(widget):
        return ""
    return getattr(widget, "description", None) or (widget.field.description if widget.field else "") or ""


def _label_cells(grid: Any) -> None:
    """Name each field of a grid after its column; a row that nobody has filled in has no errors."""
    for row in grid.widgets:
        for widget in row.widgets.values():
            widget.attributes["aria-label"] = translate(widget.field.title, context=grid.request)
            if row.name.rpartition(".")[2] in NEW_ROWS:
                widget.error = None
