"""The address of a feed, told to those alone who may renew it, and its renewal."""

from AccessControl import Unauthorized
from collective.rendezvous import _
from collective.rendezvous.booking.feeds import feed_token
from collective.rendezvous.booking.feeds import renew_feed
from collective.rendezvous.browser.staff.page import StaffPage
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode


class FeedPart(StaffPage):
    """A part of the page of an agent or a counter; empty for whoever may not see it."""

    template = ViewPageTemplateFile("templates/part.pt")

    def answer(self) -> Any:
        """Draw it."""
        return self.template() if self.allowed else ""

    @cached_property
    def allowed(self) -> bool:
        """Whether it is one's own, or one sets the section up."""
        return self.administers or self.actor.agent == self.context.UID()

    @property
    def feed_url(self) -> str:
        """The address; empty while there is none."""
        token = feed_token(self.section, self.context.UID())
        return f"{self.view_url('calendar.ics')}?{urlencode({'token': token})}" if token else ""

    @property
    def personal(self) -> bool:
        """Whether the feed names the visitors."""
        return bool(self.section.feed_personal_data)

    @property
    def renew_url(self) -> str:
        """Where the button sends."""
        return f"{self.context.absolute_url()}/@@renew-feed"


class RenewFeed(FeedPart):
    """Makes a new address, by POST, and leads back."""

    def answer(self) -> Any:
        """Renew it."""
        if not self.allowed:
            raise Unauthorized
        if self.posted:
            self.check_form()
            renew_feed(self.section, self.context.UID())
            self.tell(_("The calendar has a new address. The old one shows nothing any more."))
        return self.redirect(f"{self.context.absolute_url()}#feed")
