"""A thing that is set up as a JSON object; never versioned, so the query's `version` means nothing."""

from collective.rendezvous import _
from collective.rendezvous.content.interfaces import IHours
from collective.rendezvous.content.interfaces import ISetupObject
from collective.rendezvous.restapi.errors import bad_field
from plone.restapi.bbb import boolean_value
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.dxcontent import SerializeFolderToJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from typing import Any
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


@implementer(ISerializeToJson)
@adapter(ISetupObject, Interface)
class SerializeContainer(SerializeFolderToJson):
    """A section, type, counter or agent, with what is in it and may be seen."""

    def getVersion(self, version: str) -> Any:
        """Return what stands there now."""
        return self.context

    def __call__(
        self, version: Any = None, include_items: bool = True, include_expansion: bool = True
    ) -> Any:
        """See ISerializeToJson; what the query says of items must be yes or no."""
        try:
            boolean_value(self.request.form.get("include_items", include_items))
        except ValueError:
            raise bad_field("include_items", "wrong_type", _("This must be true or false.")) from None
        return super().__call__(version, include_items, include_expansion)


@implementer(ISerializeToJson)
@adapter(IHours, Interface)
class SerializeHours(SerializeToJson):
    """An availability or unavailability."""

    def getVersion(self, version: str) -> Any:
        """Return what stands there now."""
        return self.context
