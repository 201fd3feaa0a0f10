"""Rich text, as plone.restapi takes it, once its types are sure."""

from collective.rendezvous import _
from collective.rendezvous.content.text import printable
from collective.rendezvous.restapi.setup.problems import Wrong
from plone.restapi.interfaces import IFieldDeserializer
from typing import Any
from zope.component import getMultiAdapter
from zope.globalrequest import getRequest


KIND = "text/html"
LENGTH = 200_000


def read_rich_text(field: Any, value: Any, obj: Any) -> Any:
    """A text, or an object with `data` and perhaps `content-type`."""
    kind: Any = field.default_mime_type
    if isinstance(value, dict):
        kind = value.get("content-type") or kind
        value = value.get("data", "")
    if not isinstance(value, str):
        raise Wrong("wrong_type", _("This must be a text."))
    if kind != KIND:
        raise Wrong("wrong_type", _("This kind of text is not known."))
    if len(value) > LENGTH:
        raise Wrong("too_long", _("This is too long: at most ${max}.", mapping={"max": LENGTH}))
    if not printable(value, lines=True):
        raise Wrong("control_characters", _("This text holds characters that cannot be kept."))
    read = getMultiAdapter((field, obj, getRequest()), IFieldDeserializer)
    return read({"data": value, "content-type": kind})
