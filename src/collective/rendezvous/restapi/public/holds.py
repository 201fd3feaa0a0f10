"""`POST @holds` keeps a slot; `DELETE @holds/HOLD` gives it back."""

from collective.rendezvous import clock
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.errors import Unknown
from collective.rendezvous.restapi.client import client_of
from collective.rendezvous.restapi.section.service import SectionService
from collective.rendezvous.roles.permissions import BOOK
from collective.rendezvous.scheduling.rules import Actor
from functools import cached_property
from typing import Any
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class Keeping(SectionService):
    """Holds are the public's: whoever asks is judged as the public."""

    @cached_property
    def desk(self) -> Desk:
        """See :class:`..section.service.SectionService`."""
        return Desk(self.context, Actor(), clock.now())


class Keep(Keeping):
    """See the module."""

    def reply(self) -> dict[str, Any]:
        """See the contract."""
        self.writes()
        if self.desk.office.state == "open":
            self.demand(BOOK)
        held = self.desk.hold(self.sent, client_of(self.request))
        self.request.response.setStatus(201)
        return {
            "hold": held.id,
            "start": held.start.isoformat(),
            "end": held.end.isoformat(),
            "expires": held.expires.isoformat(),
        }


@implementer(IPublishTraverse)
class GiveBack(Keeping):
    """See the module."""

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.path: list[str] = []

    def publishTraverse(self, request: Any, name: str) -> "GiveBack":
        """Take the hold's id."""
        self.path.append(name)
        return self

    def reply(self) -> Any:
        """See the contract: the same for a hold that has lapsed, or never was."""
        self.writes()
        if len(self.path) != 1:
            raise Unknown
        self.desk.release(self.path[0])
        return self.no_content()
