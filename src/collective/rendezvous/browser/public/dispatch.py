"""The section's own address: staff find their home, everybody else the public page."""

from Products.Five import BrowserView
from typing import Any
from zope.component import queryMultiAdapter
from zope.security import checkPermission


HOME = "rendezvous-home"


class SectionView(BrowserView):
    """Chooses the page for whoever comes."""

    def __call__(self) -> Any:
        """Answer as the staff's home or as the page of the citizens."""
        home = None
        if checkPermission("collective.rendezvous.ViewPlanning", self.context):
            home = queryMultiAdapter((self.context, self.request), name=HOME)
        page = home or queryMultiAdapter((self.context, self.request), name="citizens")
        return page()
