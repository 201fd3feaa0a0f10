"""Choosing the user that an agent is: from a list, or typed where the site has too many to list."""

from collective.rendezvous import _
from collective.rendezvous.content.accounts import ids_of
from plone.app.z3cform.widgets.text import TextWidget
from typing import Any
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import ITextWidget
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.interface import implementer
from zope.interface import implementer_only
from zope.schema import ValidationError
from zope.schema.interfaces import IChoice


class NoSuchUser(ValidationError):
    """A name that nobody has."""

    __doc__ = _("The site has no such user. Write the user name or the e-mail address in full.")


class SeveralUsers(ValidationError):
    """An address that several accounts have."""

    __doc__ = _("Several accounts have this e-mail address. Write the user name.")


class IUserTextWidget(ITextWidget):
    """A text that names a user."""


@implementer_only(IUserTextWidget)
class UserTextWidget(TextWidget):
    """A text that names a user."""


@implementer(IFieldWidget)
def user_text_widget(field: Any, request: Any) -> Any:
    """Make such a widget."""
    return FieldWidget(field, UserTextWidget(request))


@adapter(IChoice, IUserTextWidget)
class UserConverter(BaseDataConverter):
    """Reads user ids, user names and e-mail addresses; writes user ids."""

    def toWidgetValue(self, value: str | None) -> str:
        """See z3c.form's IDataConverter."""
        return value or ""

    def toFieldValue(self, value: str) -> str | None:
        """See z3c.form's IDataConverter."""
        told = (value or "").strip()
        if not told:
            return None
        if told == getattr(self.widget.context, "userid", None):
            return told
        found = ids_of(told)
        if len(found) > 1:
            raise SeveralUsers(told)
        if not found:
            raise NoSuchUser(told)
        return found[0]
