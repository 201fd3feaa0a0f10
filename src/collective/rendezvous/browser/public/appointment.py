"""The addresses below `@@appointment/REFERENCE`, opened by the key alone."""

from collective.rendezvous.browser.privacy.erase import ErasePage
from collective.rendezvous.browser.public.appointment_page import AppointmentPage
from collective.rendezvous.browser.public.calendar import CalendarFile
from collective.rendezvous.browser.public.cancel import CancelPage
from collective.rendezvous.browser.public.confirm import ConfirmPage
from collective.rendezvous.browser.public.move import MovePage
from collective.rendezvous.browser.public.pending import PendingPage
from collective.rendezvous.browser.public.see import SeePage
from Products.Five import BrowserView
from typing import Any
from urllib.parse import quote
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from zope.security import checkPermission


PAGES: dict[str, type[AppointmentPage]] = {
    "": SeePage,
    "cancel": CancelPage,
    "confirm": ConfirmPage,
    "erase": ErasePage,
    "ics": CalendarFile,
    "move": MovePage,
    "pending": PendingPage,
}

STAFFS = "appointment-for-staff"
"""The page of staff about an appointment."""


@implementer(IPublishTraverse)
class AppointmentView(BrowserView):
    """Finds the page that the rest of the address names."""

    reference = ""
    page = ""

    def publishTraverse(self, request: Any, name: str) -> "AppointmentView":
        """Take the reference, then the name of the page."""
        if not self.reference:
            self.reference = name
        elif not self.page and name in PAGES:
            self.page = name
        else:
            raise NotFound(name)
        return self

    def __call__(self) -> Any:
        """Answer as the page; staff who come without a key find their own page about it."""
        if self.reference and not self.page and not self.request.form.get("key") and self.for_staff():
            reference = quote(self.reference, safe="", errors="replace")
            return self.request.response.redirect(f"{self.context.absolute_url()}/@@{STAFFS}/{reference}")
        page = PAGES[self.page](self.context, self.request)
        page.reference = self.reference
        return page()

    def for_staff(self) -> bool:
        """Whether whoever asks may read every appointment."""
        return bool(checkPermission("collective.rendezvous.ViewPlanning", self.context))
