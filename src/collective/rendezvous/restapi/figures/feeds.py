"""The calendar feed of an agent or a counter: its address, told to staff, and its renewal."""

from collective.rendezvous import clock
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.feeds import feed_token
from collective.rendezvous.booking.feeds import renew_feed
from collective.rendezvous.content.place import section_of
from collective.rendezvous.restapi.section.refusals import Denied
from collective.rendezvous.restapi.section.service import SectionService
from collective.rendezvous.roles.asker import asker
from collective.rendezvous.roles.permissions import MANAGE_SETUP
from collective.rendezvous.scheduling.rules import Actor
from functools import cached_property
from plone.restapi.services.content.get import ContentGet
from typing import Any
from urllib.parse import urlencode


def feed_url(section: Any, token: str) -> str:
    """The address that a secret opens."""
    return f"{section.absolute_url()}/@@calendar.ics?{urlencode({'token': token})}"


class ReadResource(ContentGet):
    """An agent or a counter, with its feed for staff.

    It is told here and not by the serializer, which exports of content use as well.
    """

    def reply(self) -> Any:
        """See plone.restapi."""
        told = super().reply()
        section = section_of(self.context)
        if isinstance(told, dict) and asker(section).staff:
            token = feed_token(section, self.context.UID())
            told["feed_url"] = feed_url(section, token) if token else None
        return told


class RenewFeed(SectionService):
    """`POST @renew-feed` on one's own agent, else for who sets the section up."""

    def reply(self) -> dict[str, Any]:
        """See the contract."""
        self.writes()
        if self.actor.agent != self.context.UID() and not self.may(MANAGE_SETUP):
            raise Denied()
        return {"feed_url": feed_url(self.section, renew_feed(self.section, self.context.UID()))}

    @cached_property
    def section(self) -> Any:
        """The section around it."""
        return section_of(self.context)

    @cached_property
    def actor(self) -> Actor:
        """See :class:`SectionService`."""
        return asker(self.section, self.request)

    @cached_property
    def desk(self) -> Desk:
        """See :class:`SectionService`."""
        return Desk(self.section, self.actor, clock.now())
