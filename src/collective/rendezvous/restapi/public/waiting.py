"""`@waiting-list`: POST joins, POST to `confirm?key=KEY` confirms the address, DELETE `?key=KEY` leaves."""

from collective.rendezvous import _
from collective.rendezvous import clock
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.errors import Unknown
from collective.rendezvous.restapi.client import client_of
from collective.rendezvous.restapi.section.parameters import in_address
from collective.rendezvous.restapi.section.service import SectionService
from collective.rendezvous.roles.permissions import BOOK
from collective.rendezvous.scheduling.rules import Actor
from functools import cached_property
from typing import Any
from zope.i18n import translate
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class WaitingService(SectionService):
    """The waiting list is the public's: whoever asks is judged as the public."""

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.path: list[str] = []

    def publishTraverse(self, request: Any, name: str) -> "WaitingService":
        """Take the name of what is to be done."""
        self.path.append(name)
        return self

    @cached_property
    def desk(self) -> Desk:
        """See :class:`..section.service.SectionService`."""
        return Desk(self.context, Actor(), clock.now())

    @property
    def key(self) -> str:
        """The key in the address; raises Unknown where there is none, or more than one."""
        found = in_address(self.request).many("key")
        if len(found) != 1:
            raise Unknown
        return found[0]


class Join(WaitingService):
    """See the module."""

    def reply(self) -> dict[str, Any]:
        """See the contract."""
        self.writes()
        if self.path == ["confirm"]:
            return self.confirm()
        if self.path:
            raise Unknown
        if self.desk.office.state == "open":
            self.demand(BOOK)
        self.desk.waiting.join(self.sent, self.language, client_of(self.request))
        self.request.response.setStatus(202)
        told = _("We have written to this address. Whoever reads it confirms with the link in the e-mail.")
        return {"message": translate(told, context=self.request)}

    def confirm(self) -> dict[str, Any]:
        """From now on one waits."""
        waiter = self.desk.waiting.confirm(self.key)
        kind = self.desk.office.types.get(waiter.type_uid)
        return {
            "type": None if kind is None else {"id": kind.id, "title": kind.title},
            "from": waiter.first.isoformat(),
            "to": waiter.last.isoformat(),
            "people": waiter.people,
        }


class Leave(WaitingService):
    """See the module."""

    def reply(self) -> Any:
        """See the contract."""
        self.writes()
        if self.path:
            raise Unknown
        self.desk.waiting.leave(self.key)
        return self.no_content()
