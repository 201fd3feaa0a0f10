"""Adding, changing and moving through the workflow: plone.restapi's services, with our errors."""

from collective.rendezvous import _
from collective.rendezvous.booking.errors import HasAppointments
from collective.rendezvous.content.naming import means_something_else
from collective.rendezvous.restapi.body import json_object
from collective.rendezvous.restapi.errors import bad_field
from collective.rendezvous.restapi.errors import kept
from plone.restapi.services.content.add import FolderPost
from plone.restapi.services.content.delete import ContentDelete
from plone.restapi.services.content.update import ContentPatch
from typing import Any

import re
import transaction


TYPES = frozenset(
    {"Agent", "AppointmentType", "Availability", "Counter", "RendezVousSection", "Unavailability"}
)
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


class AddContent(FolderPost):
    """Adds to any folder of the site; only what we know is looked at more closely."""

    def reply(self) -> Any:
        """See plone.restapi; the stock service does the work once the body is sure to be sound."""
        data = json_object(self.request)
        kind = data.get("@type")
        if kind is not None and not isinstance(kind, str):
            raise bad_field("@type", "wrong_type", _("This must be a text."))
        if kind in TYPES:
            self.check_names(data)
        return super().reply()

    def check_names(self, data: dict[str, Any]) -> None:
        """Refuse an id that cannot be one; other keys that the stock service reads must be texts."""
        for name in ("UID", "language", "translation_of"):
            if not isinstance(data.get(name), str | None):
                raise bad_field(name, "wrong_type", _("This must be a text."))
        id = data.get("id")
        if id is None or id == "":
            return
        if not isinstance(id, str) or not ID.fullmatch(id):
            raise bad_field(
                "id", "invalid", _("A short name is made of letters, digits, dots, dashes and underscores.")
            )
        if id in self.context.objectIds():
            raise bad_field("id", "duplicate", _("There is something of that short name already."))
        if means_something_else(self.context, id):
            raise bad_field("id", "invalid", _("This short name means something else here."))


class DeleteContent(ContentDelete):
    """Deletes anything of the site; what has appointments to come stays, and that is no error of the site."""

    def reply(self) -> Any:
        """See plone.restapi. Raised further, the refusal would stand in the error log as a fault."""
        try:
            return super().reply()
        except HasAppointments as refusal:
            transaction.doom()
            error = kept(refusal)
            self.request.response.setStatus(error.status)
            return error.body(self.request)


class ChangeContent(ContentPatch):
    """Changes one of our things."""

    def reply(self) -> Any:
        """See plone.restapi; a body that is no JSON object is our error."""
        json_object(self.request)
        return super().reply()
