"""From JSON to what a field holds: strict about types, so that nothing else can go wrong later."""

from collections.abc import Callable
from collections.abc import Mapping
from collective.rendezvous import _
from collective.rendezvous.content.references import targets
from collective.rendezvous.content.references import uids_by_id
from collective.rendezvous.content.text import printable
from collective.rendezvous.restapi.setup.moments import read_date
from collective.rendezvous.restapi.setup.moments import read_datetime
from collective.rendezvous.restapi.setup.problems import Wrong
from collective.rendezvous.restapi.setup.problems import wrong
from collective.rendezvous.restapi.setup.richtext import read_rich_text
from collective.z3cform.datagridfield.row import DictRow
from copy import copy
from plone.app.textfield.interfaces import IRichText
from typing import Any
from zope.schema import getFields
from zope.schema import ValidationError
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IDatetime
from zope.schema.interfaces import IInt
from zope.schema.interfaces import IList
from zope.schema.interfaces import IText

import unicodedata


WRONG_TYPE = _("This has the wrong form.")


def read(field: Any, value: Any, obj: Any) -> Any:
    """What `field` of `obj` holds after `value` was sent for it; raises Wrong.

    null is the field's default (or what it holds when empty), unless it is required.
    """
    bound = field.bind(obj)
    if value is None:
        if bound.default is None and field.required:
            raise Wrong("required", _("This is required."))
        return copy(bound.default)
    found = _convert(field, value, obj)
    if field.required and isinstance(found, str) and not found.strip():
        raise Wrong("required", _("This is required."))
    try:
        bound.validate(found)
    except ValidationError as error:
        raise wrong(error, field) from None
    return found


def _convert(field: Any, value: Any, obj: Any) -> Any:
    if IList.providedBy(field):
        return _list(field, value, obj)
    for interface, convert in CONVERTERS:
        if interface.providedBy(field):
            return convert(field, value, obj)
    raise TypeError(field)


def _boolean(field: Any, value: Any, obj: Any) -> bool:
    if not isinstance(value, bool):
        raise Wrong("wrong_type", _("This must be true or false."))
    return value


def _whole(field: Any, value: Any, obj: Any) -> int:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise Wrong("wrong_type", _("This must be a whole number."))
    return value


def _text(field: Any, value: Any, obj: Any) -> str:
    if not isinstance(value, str):
        raise Wrong("wrong_type", _("This must be a text."))
    return unicodedata.normalize("NFC", value)


def _choice(field: Any, value: Any, obj: Any) -> Any:
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise Wrong("wrong_type", WRONG_TYPE)
    if isinstance(value, str) and not printable(value):
        raise Wrong("unknown", _("This is none of the choices."))
    return value


CONVERTERS: tuple[tuple[Any, Callable[[Any, Any, Any], Any]], ...] = (
    (IRichText, read_rich_text),
    (IBool, _boolean),
    (IInt, _whole),
    (IChoice, _choice),
    (IDatetime, read_datetime),
    (IDate, read_date),
    (IText, _text),
)


def _list(field: Any, value: Any, obj: Any) -> list[Any]:
    if not isinstance(value, list):
        raise Wrong("wrong_type", _("This must be a list."))
    if field.max_length is not None and len(value) > field.max_length:
        raise Wrong("too_long", _("This is too long: at most ${max}.", mapping={"max": field.max_length}))
    if field.__name__ in targets(obj):
        return _references(field, value, obj)
    if isinstance(field.value_type, DictRow):
        return [_row(field.value_type.schema, each, obj) for each in value]
    found = []
    for each in value:
        item = read(field.value_type, each, obj)
        if item not in found or not IChoice.providedBy(field.value_type):
            found.append(item)
    return found


def _references(field: Any, value: list[Any], obj: Any) -> list[str]:
    """Ids to UIDs; one that is named twice counts once."""
    by_id = uids_by_id(obj, targets(obj)[field.__name__])
    found: dict[str, None] = {}
    for id in value:
        if not isinstance(id, str):
            raise Wrong("wrong_type", _("This must be a list of short names."))
        if id not in by_id:
            raise Wrong("unknown", _("The section has no “${id}”.", mapping={"id": id[:100]}))
        found[by_id[id]] = None
    return list(found)


def _row(schema: Any, value: Any, obj: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise Wrong("wrong_type", _("This must be a list of objects."))
    row = {}
    for name, field in getFields(schema).items():
        try:
            row[name] = read(field, value.get(name) if value.get(name) != "" else None, obj)
        except Wrong as problem:
            raise Wrong(problem.code, _row_message(field, problem)) from None
    return row


def _row_message(field: Any, problem: Wrong) -> str:
    return _("${column}: ${problem}", mapping={"column": field.title, "problem": problem.message})
