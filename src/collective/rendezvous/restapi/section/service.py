"""The base of the section's services: who asks, what was sent, and answers as compact JSON."""

from AccessControl import getSecurityManager
from collective.rendezvous import _
from collective.rendezvous import clock
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.errors import BookingError
from collective.rendezvous.restapi.errors import ApiError
from collective.rendezvous.restapi.section.refusals import Denied
from collective.rendezvous.restapi.section.refusals import refusal
from collective.rendezvous.restapi.section.sent import body
from collective.rendezvous.roles.asker import asker
from collective.rendezvous.scheduling.rules import Actor
from functools import cached_property
from io import IOBase
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides

import json


NO_CONTENT: Any = object()


class SectionService(Service):
    """A service of a section. Subclasses answer :meth:`reply` with plain values, or raise.

    What the desk says no with becomes an answer here, and is not raised further: exceptions end
    in the site's error log with the address, and the address may hold a citizen's key.
    """

    def render(self) -> bytes | IOBase | None:
        """Answer in JSON that no cache keeps; an open file goes as it is."""
        self.check_permission()
        response = self.request.response
        response.setHeader("Cache-Control", "no-store")
        try:
            answer = self.reply()
        except (BookingError, ApiError) as error:
            answer = self.refuse(error)
        if answer is NO_CONTENT:
            return None
        if isinstance(answer, IOBase):
            return answer
        response.setHeader("Content-Type", "application/json")
        if self.request.method == "HEAD":
            return None
        return compact(answer)

    def refuse(self, error: BookingError | ApiError) -> dict[str, Any]:
        """Why not, with the status that says so."""
        if isinstance(error, BookingError):
            error = refusal(error, self.language, self.actor.staff)
        response = self.request.response
        response.setStatus(error.status)
        for name, value in error.headers.items():
            response.setHeader(name, value)
        return error.body(self.request)

    def no_content(self, status: int = 204) -> Any:
        """Answer without a body."""
        self.request.response.setStatus(status)
        return NO_CONTENT

    @cached_property
    def language(self) -> str:
        """The visitor's language, as Plone has settled it."""
        return str(self.request.get("LANGUAGE") or "en")

    @cached_property
    def actor(self) -> Actor:
        """Who asks."""
        return asker(self.context, self.request)

    @cached_property
    def desk(self) -> Desk:
        """The section's desk, at this moment, for whoever asks."""
        return Desk(self.context, self.actor, clock.now())

    @cached_property
    def sent(self) -> dict[str, Any]:
        """The JSON object that was sent."""
        return body(self.request)

    def may(self, permission: str) -> bool:
        """Whether the asker has a permission on the section."""
        return bool(getSecurityManager().checkPermission(permission, self.context))

    def demand(self, permission: str) -> None:
        """Refuse whoever has not that permission on the section."""
        if not self.may(permission):
            raise Denied()

    def writes(self) -> None:
        """Note that this request writes: it is no form of a page, so it carries no page's token.

        A page of another site that sends it along with the cookie of somebody logged in is refused.
        """
        crossing = self.request.getHeader("Sec-Fetch-Site") in ("cross-site", "same-site")
        if crossing and self.actor.userid and not self.request._auth:
            raise Denied(_("A page of another site cannot do this for you."))
        alsoProvides(self.request, IDisableCSRFProtection)


def compact(answer: Any) -> bytes:
    """Plain values as JSON, without blanks: five times as fast as indented and sorted."""
    return json.dumps(answer, separators=(",", ":")).encode("ascii")
