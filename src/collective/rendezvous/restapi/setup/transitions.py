"""Moving through the workflow: one transition, which must leave the present state."""

from AccessControl import getSecurityManager
from collective.rendezvous import _
from collective.rendezvous.content.states import state_of
from collective.rendezvous.restapi.body import json_object
from collective.rendezvous.restapi.errors import bad_field
from collective.rendezvous.roles.permissions import MANAGE_SETUP
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from typing import Any
from zExceptions import Unauthorized
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class Transition(Service):
    """POST @workflow/NAME."""

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.names: list[str] = []

    def publishTraverse(self, request: Any, name: str) -> "Transition":
        """Take the name of the transition from the address."""
        self.names.append(name)
        return self

    def reply(self) -> dict[str, Any]:
        """Fire it; who may not gets 401, what does not leave the present state is 400."""
        comment = json_object(self.request).get("comment")
        if not isinstance(comment, str | None):
            raise bad_field("comment", "wrong_type", _("This must be a text."))
        name = "/".join(self.names)
        workflows = api.portal.get_tool("portal_workflow")
        if name not in self._open_from_here(workflows):
            if not getSecurityManager().checkPermission(MANAGE_SETUP, self.context):
                raise Unauthorized("You are not allowed to change the state.")
            raise bad_field("transition", "wrong_state", _("This step does not exist in the present state."))
        if name not in [each["id"] for each in workflows.listActionInfos(object=self.context)]:
            raise Unauthorized("You are not allowed to change the state.")
        alsoProvides(self.request, IDisableCSRFProtection)
        workflows.doActionFor(self.context, name, comment=comment or "")
        return self._told(workflows)

    def _open_from_here(self, workflows: Any) -> set[str]:
        """The transitions that leave the present state, whoever may fire them."""
        found: set[str] = set()
        for workflow in workflows.getWorkflowsFor(self.context):
            state = workflow.states.get(state_of(self.context))
            found.update(state.transitions if state is not None else ())
        return found

    def _told(self, workflows: Any) -> dict[str, Any]:
        """The last step, as plone.restapi tells it."""
        workflow = workflows.getWorkflowsFor(self.context)[0]
        status = dict(workflows.getStatusOf(workflow.getId(), self.context) or {})
        status["title"] = self.context.translate(
            workflows.getTitleForStateOnType(status.get("review_state"), self.context.portal_type)
        )
        return json_compatible(status)
