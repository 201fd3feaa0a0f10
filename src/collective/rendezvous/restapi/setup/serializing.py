"""How fields of what is set up read back: plain strings, ids, hours, moments with their offset."""

from collective.rendezvous.content.interfaces import ISetupObject
from collective.rendezvous.content.references import ids
from collective.rendezvous.content.references import targets
from collective.rendezvous.content.references import uids_by_id
from collective.rendezvous.content.rows import IClosureRow
from collective.rendezvous.restapi.setup.moments import written
from collective.z3cform.datagridfield.row import DictRow
from plone.restapi.interfaces import IFieldSerializer
from plone.restapi.serializer.converters import json_compatible
from typing import Any
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IDatetime
from zope.schema.interfaces import IList


class Plain:
    """The value as it is kept."""

    def __init__(self, field: Any, context: Any, request: Any) -> None:
        self.field = field
        self.context = context
        self.request = request

    def value(self) -> Any:
        """What the object holds."""
        return getattr(self.context, self.field.__name__, self.field.missing_value)

    def __call__(self) -> Any:
        """See IFieldSerializer."""
        return json_compatible(self.value())


@implementer(IFieldSerializer)
@adapter(IChoice, ISetupObject, Interface)
class Choice(Plain):
    """The value of a choice, without its title."""


@implementer(IFieldSerializer)
@adapter(IDatetime, ISetupObject, Interface)
class Moment(Plain):
    """A wall-clock time, with its offset."""

    def __call__(self) -> Any:
        """See IFieldSerializer."""
        value = self.value()
        return None if value is None else written(value, self.context)


@implementer(IFieldSerializer)
@adapter(IList, ISetupObject, Interface)
class Many(Plain):
    """Rows, days, or references: of these the ids of what still exists."""

    def __call__(self) -> Any:
        """See IFieldSerializer."""
        name, value = self.field.__name__, self.value() or []
        if name in targets(self.context):
            return ids(value, uids_by_id(self.context, targets(self.context)[name]))
        if isinstance(self.field.value_type, DictRow) and self.field.value_type.schema is IClosureRow:
            value = [_closure(row) for row in value]
        return json_compatible(value)


def _closure(row: dict[str, Any]) -> dict[str, Any]:
    """A closure of whole days tells no hours."""
    return {name: value for name, value in row.items() if value is not None or name not in ("start", "end")}
