"""`@@calendar.ics?token=T`: the calendar of whichever agent or counter the secret belongs to."""

from collective.rendezvous import clock
from collective.rendezvous.booking.feeds import Feed
from collective.rendezvous.booking.feeds import opened_feed
from collective.rendezvous.booking.office import office_of
from collective.rendezvous.browser.words import words_of
from collective.rendezvous.notifications.feed import feed
from collective.rendezvous.notifications.feed import Told
from Products.Five import BrowserView

import re


TAG = re.compile(r'"([^"]*)"')


class CalendarFeed(BrowserView):
    """Answers programs: whoever has the secret reads, logged in or not, in any state of the section."""

    def __call__(self) -> bytes:
        """Return the calendar, or say that it has not changed; a wrong secret is the same 404 as none."""
        response, token = self.request.response, self.request.form.get("token")
        response.setHeader("X-Robots-Tag", "noindex, nofollow")
        response.setHeader("Cache-Control", "private, no-cache")
        response.setHeader("Content-Type", "text/plain; charset=utf-8")
        office, now = office_of(self.context), clock.now()
        found = opened_feed(self.context, office, token, now) if isinstance(token, str) else None
        if found is None:
            response.setStatus(404)
            return b"Not found"
        told = self.told(found)
        tag = found.tag(told)
        response.setHeader("ETag", f'"{tag}"')
        response.setHeader("Content-Type", "text/calendar; charset=utf-8")
        if tag in TAG.findall(self.request.getHeader("If-None-Match") or ""):
            response.setStatus(304)
            return b""
        return feed(found, office, told, now)

    def told(self, found: Feed) -> Told:
        """What else the calendar says depends on."""
        office = found.office
        whose = office.agents.get(found.uid) or office.counters[found.uid]
        return Told(
            title=f"{office.title}: {whose.title}",
            url=self.context.absolute_url(),
            personal=bool(self.context.feed_personal_data),
            language=words_of(self.request).language,
        )
