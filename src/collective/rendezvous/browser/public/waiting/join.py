"""Join the waiting list of a type: the form, and what comes after it."""

from collections.abc import Mapping
from collective.rendezvous import _
from collective.rendezvous.booking.errors import Busy
from collective.rendezvous.booking.errors import Invalid
from collective.rendezvous.booking.errors import SectionClosed
from collective.rendezvous.booking.errors import TooMany
from collective.rendezvous.booking.messages import of_error
from collective.rendezvous.browser.public import trap
from collective.rendezvous.browser.public.choice import day
from collective.rendezvous.browser.public.suspended import closed
from collective.rendezvous.browser.public.suspended import unless_closed
from collective.rendezvous.browser.public.waiting.drawn import WithJoinForm
from datetime import date
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


SENT = "sent"
"""In the address once the form has been sent."""


class JoinPage(WithJoinForm):
    """The form; POST puts somebody on the list, once the address is confirmed."""

    heading = _("Be told when a time comes free")
    template = ViewPageTemplateFile("templates/join.pt")
    asked_to_look = ViewPageTemplateFile("templates/sent.pt")
    notice = ""

    @unless_closed
    def answer(self) -> Any:
        """Show the form, do what it asks, or say to look into the mails."""
        if self.posted:
            self.check_form()
            return self._join()
        if SENT in self.request.form:
            self.heading = _("Look into your e-mails")
            return self.asked_to_look()
        return self.template()

    @property
    def join_values(self) -> Mapping[str, Any]:
        """See :class:`.drawn.WithJoinForm`."""
        return self.request.form if self.posted else super().join_values

    @property
    def join_days(self) -> tuple[date, date]:
        """From the week that was looked at on, as far as one can book."""
        today, last = super().join_days
        asked = None if self.posted else day(self.request.form.get("from"))
        return min(max(asked or today, today), last), last

    def _join(self) -> Any:
        if trap.suspicious(self.request.form, self.now):
            return self._again(_("Please check what you wrote, then press the button again."))
        try:
            client = str(self.request.getClientAddr())
            self.desk.waiting.join(self.join_form.data(), self.words.language, client)
        except Invalid as invalid:
            self.join_form.refuse(invalid.errors)
            return self._again("")
        except (TooMany, Busy) as error:
            self.request.response.setHeader("Retry-After", str(error.retry_after))
            busy = isinstance(error, Busy)
            return self._again(of_error(error, self.words.language), 503 if busy else 429)
        except SectionClosed:
            return closed(self)
        return self.redirect(f"{self.join_url}?{SENT}=1")

    def _again(self, notice: str, status: int = 400) -> Any:
        self.notice = notice
        return self.again(status)
