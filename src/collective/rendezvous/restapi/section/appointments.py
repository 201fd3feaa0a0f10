"""The base of `@appointments`, `@appointments/REF` and `@appointments/REF/ACTION`."""

from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.errors import BookingError
from collective.rendezvous.booking.errors import Unknown
from collective.rendezvous.booking.opening import changeable
from collective.rendezvous.booking.opening import state_of
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.restapi.section.parameters import in_address
from collective.rendezvous.restapi.section.service import SectionService
from collective.rendezvous.restapi.section.telling import Teller
from collective.rendezvous.restapi.section.versions import etag
from collective.rendezvous.restapi.section.versions import version_seen
from collective.rendezvous.roles.permissions import VIEW_PLANNING
from dataclasses import replace
from functools import cached_property
from typing import Any
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class Appointments(SectionService):
    """Keeps the names below the service; subclasses are one for each method."""

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.path: list[str] = []

    def publishTraverse(self, request: Any, name: str) -> "Appointments":
        """Take any name: what it stands for is looked up later, and only for whoever may know."""
        self.path.append(name)
        return self

    @property
    def reference(self) -> str:
        """The only name in the path; raises Unknown where there is none, or more."""
        if len(self.path) != 1:
            raise Unknown
        return self.path[0]

    @cached_property
    def key(self) -> str | None:
        """The citizen's key in the address."""
        found = in_address(self.request).many("key")
        return found[0] if len(found) == 1 else None

    @cached_property
    def teller(self) -> Teller:
        """Tells appointments; made after a write, as it looks at the office."""
        return Teller(self.context, self.desk.office, self.desk.now)

    @cached_property
    def reads(self) -> bool:
        """Whether the asker may see all of any appointment."""
        return self.actor.staff or self.may(VIEW_PLANNING)

    @cached_property
    def reading(self) -> Desk:
        """The desk for reading: whoever may see the planning needs no key."""
        actor = self.actor
        if self.reads and not actor.staff:
            actor = replace(actor, kind="receptionist")
        return Desk(self.context, actor, self.desk.now)

    def version(self, reference: str) -> int | None:
        """The version of it that the asker saw; raises Unknown."""
        return version_seen(self.request, self.desk.read(reference))

    def told(self, appointment: Appointment) -> dict[str, Any]:
        """An appointment as the asker may see it, with its tag."""
        if self.reads:
            actions = self.desk.actions(appointment) if self.actor.staff else []
            answer = self.teller.full(appointment, actions)
        else:
            answer = self.teller.common(appointment) | {"actions": self.citizens_actions(appointment)}
        self.request.response.setHeader("ETag", etag(appointment, answer))
        return answer

    def citizens_actions(self, appointment: Appointment) -> list[str]:
        """What its citizen may still do: confirm, cancel (and then move, too)."""
        found = ["confirm"] if state_of(appointment, self.desk.now) == "pending" else []
        try:
            changeable(appointment, self.desk.office, self.desk.now)
        except BookingError:
            return found
        return [*found, "cancel"]
