"""The addresses below `@@waiting-list`, opened by a key alone."""

from collective.rendezvous.browser.public.page import Page
from collective.rendezvous.browser.public.waiting.offer import OfferPage
from collective.rendezvous.browser.public.waiting.see import ConfirmPage
from collective.rendezvous.browser.public.waiting.see import LeavePage
from collective.rendezvous.browser.public.waiting.see import SeePage
from Products.Five import BrowserView
from typing import Any
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


PAGES: dict[str, type[Page]] = {"": SeePage, "confirm": ConfirmPage, "leave": LeavePage, "offer": OfferPage}


@implementer(IPublishTraverse)
class WaitingView(BrowserView):
    """Finds the page that the rest of the address names."""

    page = ""

    def publishTraverse(self, request: Any, name: str) -> "WaitingView":
        """Take the name of the page."""
        if self.page or name not in PAGES or not name:
            raise NotFound(name)
        self.page = name
        return self

    def __call__(self) -> Any:
        """Answer as the page."""
        return PAGES[self.page](self.context, self.request)()
