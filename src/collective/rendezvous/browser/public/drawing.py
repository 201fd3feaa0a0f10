"""How the fields of a citizen's form are drawn."""

from collective.rendezvous.browser.public.fields import Field
from collective.rendezvous.browser.public.page import Page
from typing import Any
from zope.component import getMultiAdapter


class Drawing(Page):
    """What the template of a form asks of a field."""

    def field_class(self, field: Field) -> str:
        """Return the classes around a field."""
        error = " error" if field.error else ""
        columns = "col-12" if field.width == 12 else f"col-md-{field.width}"
        return f"mb-3 field fieldname-{field.name} widget-mode-input{error} {columns}"

    def control_class(self, field: Field, css: str) -> str:
        """Return the classes of a control."""
        return f"{css} is-invalid" if field.error else css

    def field_macro(self, field: Field) -> Any:
        """Return the macro that draws a field."""
        fields = getMultiAdapter((self.context, self.request), name="rendezvous-fields")
        return fields[field.widget]
