"""Writes a JSON object into a thing that is set up: all of it, or nothing and a list of what is wrong."""

from AccessControl import getSecurityManager
from collective.rendezvous.content.checks import check
from collective.rendezvous.content.interfaces import ISetupObject
from collective.rendezvous.restapi.body import json_object
from collective.rendezvous.restapi.errors import BadInput
from collective.rendezvous.restapi.errors import FieldProblem
from collective.rendezvous.restapi.setup.problems import Wrong
from collective.rendezvous.restapi.setup.values import read
from plone.autoform.interfaces import WRITE_PERMISSIONS_KEY
from plone.dexterity.interfaces import IDexterityFTI
from plone.restapi.interfaces import IDeserializeFromJson
from plone.supermodel.utils import mergedTaggedValueDict
from typing import Any
from zope.component import adapter
from zope.component import getUtility
from zope.event import notify
from zope.interface import implementer
from zope.interface import Interface
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema import getFields
from zope.security.interfaces import IPermission


@implementer(IDeserializeFromJson)
@adapter(ISetupObject, Interface)
class DeserializeSetup:
    """Fields of the type's own schema; unknown keys are ignored, as is all that one may not write."""

    def __init__(self, context: Any, request: Any) -> None:
        self.context = context
        self.request = request
        self.schema = getUtility(IDexterityFTI, name=context.portal_type).lookupSchema()

    def __call__(
        self,
        validate_all: bool = False,
        data: dict[str, Any] | None = None,
        create: bool = False,
        mask_validation_errors: bool = True,
    ) -> Any:
        """See IDeserializeFromJson; raises BadInput."""
        values = self.values(json_object(self.request) if data is None else data, create)
        parent = self.context.aq_inner.aq_parent
        problems = check(self.context.portal_type, values, parent, None if create else self.context)
        if problems:
            raise BadInput(FieldProblem(each.field, each.code, each.message) for each in problems)
        self.write(values, create)
        return self.context

    def values(self, data: dict[str, Any], create: bool) -> dict[str, Any]:
        """The fields sent, as they will be kept; of a new object all that it must have."""
        values: dict[str, Any] = {}
        problems: list[FieldProblem] = []
        permissions = mergedTaggedValueDict(self.schema, WRITE_PERMISSIONS_KEY)
        for name, field in getFields(self.schema).items():
            if name not in data and not create:
                continue
            if not create and name in permissions and not self.allowed(permissions[name]):
                continue
            try:
                values[name] = read(field, data.get(name), self.context)
            except Wrong as problem:
                problems.append(problem.beside(name))
        if problems:
            raise BadInput(problems)
        return values

    def allowed(self, permission: str) -> bool:
        """Whether one has the permission (its id) here."""
        title = getUtility(IPermission, name=permission).title
        return bool(getSecurityManager().checkPermission(title, self.context))

    def write(self, values: dict[str, Any], create: bool) -> None:
        """Set what is new, and tell about it."""
        changed = [
            name for name, value in values.items() if create or getattr(self.context, name, None) != value
        ]
        for name in changed:
            setattr(self.context, name, values[name])
        if changed and not create:
            notify(ObjectModifiedEvent(self.context, Attributes(self.schema, *changed)))
