"""What all the citizen's pages have in common."""

from Acquisition import aq_inner
from collective.rendezvous import _
from collective.rendezvous import clock
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.errors import Busy
from collective.rendezvous.booking.messages import of_error
from collective.rendezvous.browser.built import Scripted
from collective.rendezvous.browser.icons import icon
from collective.rendezvous.browser.public.interfaces import ICitizensPage
from collective.rendezvous.browser.public.steps import steps
from collective.rendezvous.browser.words import Words
from collective.rendezvous.browser.words import words_of
from collective.rendezvous.content.place import section_of
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.scheduling.rules import Actor
from collective.rendezvous.words.phones import Phone
from datetime import datetime
from functools import cached_property
from plone.protect import CheckAuthenticator
from plone.protect.authenticator import isAnonymousUser
from Products.CMFPlone.resources import add_bundle_on_request
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.interface import implementer

import transaction


BUNDLE = "collective.rendezvous"

PRIVATE = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
"""Headers of all pages beyond the section's."""


@implementer(ICitizensPage)
class Page(Scripted, BrowserView):
    """A page of a section; `heading` (a message) is its h1, `problem` whether it shows an error."""

    heading: str = ""
    template: Any = None
    problem = False
    headers = PRIVATE
    columns = False
    step = 0
    script = "citizen"
    reason = ""
    busy = ViewPageTemplateFile("templates/busy.pt")

    def __call__(self) -> Any:
        """Answer the request."""
        self.prepare()
        return self.answered()

    def answered(self) -> Any:
        """The answer; or, where the page itself does not say so, that nothing can be written just now."""
        try:
            return self.answer()
        except Busy as busy:
            return self.put_off(busy)

    def answer(self) -> Any:
        """Say what this page is about."""
        raise NotImplementedError

    def put_off(self, busy: Busy) -> Any:
        """Say that nothing has changed, and when to try again."""
        self.heading = _("Nothing has changed")
        self.reason = of_error(busy, self.words.language)
        self.request.response.setStatus(503)
        self.request.response.setHeader("Retry-After", str(busy.retry_after))
        return self.busy()

    def again(self, status: int, problem: bool = True) -> Any:
        """Show the form again, with what was typed; `problem`: whether something is wrong with it."""
        self.problem = problem
        self.request.response.setStatus(status)
        return self.template()

    def prepare(self) -> None:
        """Set headers, style and columns; do it before anything is drawn."""
        for name, value in self.headers.items():
            self.request.response.setHeader(name, value)
        add_bundle_on_request(self.request, BUNDLE)
        if not self.columns:
            self.request.set("disable_plone.leftcolumn", 1)
            self.request.set("disable_plone.rightcolumn", 1)

    @property
    def title(self) -> str:
        """What stands in the browser's title bar; empty: the title of the context."""
        title = self.words.say(self.heading) if self.heading else ""
        return self.words.say(_("Error: ${title}"), title=title) if self.problem else title

    @cached_property
    def section(self) -> Any:
        """The section that this page belongs to."""
        return section_of(aq_inner(self.context))

    @cached_property
    def now(self) -> datetime:
        """The moment of this request, in the section's zone."""
        return clock.now().astimezone(self.desk.office.zone)

    @cached_property
    def desk(self) -> Desk:
        """The door to appointments; who comes through here is the public, whoever is logged in."""
        return Desk(self.section, Actor("public"), clock.now(), transaction.commit)

    @property
    def noindex(self) -> bool:
        """Whether search engines are asked to leave the page out."""
        return "X-Robots-Tag" in self.headers

    @cached_property
    def office(self) -> Office:
        """What is set up in the section."""
        return self.desk.office

    @cached_property
    def words(self) -> Words:
        """Dates, hours and messages in the reader's language."""
        return words_of(self.request, self.section.holidays_country or "FR")

    @cached_property
    def section_url(self) -> str:
        """The section's address."""
        return str(self.section.absolute_url())

    @property
    def your_data_url(self) -> str:
        """The address that tells what is kept of citizens."""
        return f"{self.section_url}/@@your-data"

    @cached_property
    def contact_phone(self) -> Phone | None:
        """The number to call, if there is one."""
        return self.words.phone(self.section.contact_phone) if self.section.contact_phone else None

    @property
    def contact_email(self) -> str:
        """The address to write to, or nothing."""
        return self.section.contact_email or ""

    @cached_property
    def intro(self) -> str:
        """The section's introduction, as safe HTML."""
        return rich(self.section.intro, self.section)

    @property
    def steps(self) -> list[dict[str, str | None]]:
        """The steps of a booking, this one marked."""
        return steps(self.step, self.words)

    def check_form(self) -> None:
        """Refuse the form of another site that makes a logged-in user's browser send it here."""
        if not isAnonymousUser(self.request.get("AUTHENTICATED_USER")):
            CheckAuthenticator(self.request)

    @property
    def posted(self) -> bool:
        """Whether a form was sent."""
        return bool(self.request.method == "POST")

    def redirect(self, url: str) -> str:
        """Send the browser to another page, by GET."""
        self.request.response.redirect(url, status=303)
        return ""

    def icon(self, name: str, css: str = "") -> str:
        """Return an icon of Plone's, silent for screen readers."""
        return icon(self.context, self.request, name, css)

    @staticmethod
    def datetime(value: datetime) -> str:
        """Return a moment as `time` elements want it: wall-clock, to the minute."""
        return value.strftime("%Y-%m-%dT%H:%M")


def rich(text: Any, context: Any) -> str:
    """Return a rich text through Plone's safe transform; nothing for an empty one."""
    return text.output_relative_to(context) or "" if text else ""
