"""What an administrator presses beside an outbox."""

from collective.rendezvous import _
from collective.rendezvous import clock
from collective.rendezvous.jobs import mending
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from typing import Any


class OutboxAct(BrowserView):
    """Has the letters of a section tried again at once, or its failures forgotten; by POST only."""

    def __call__(self) -> Any:
        """Do it, and lead back to the panel."""
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            section = self.section
            if section is not None:
                self.act(section)
        self.request.response.redirect(f"{self.context.absolute_url()}/@@rendezvous-controlpanel", status=303)
        return ""

    @property
    def section(self) -> Any:
        """The section whose uid was sent; None if there is none."""
        uid = self.request.form.get("section", "")
        found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
            portal_type="RendezVousSection", UID=uid if isinstance(uid, str) and uid else "none"
        )
        return found[0]._unrestrictedGetObject() if found else None

    def act(self, section: Any) -> None:
        """Do what the button says."""
        if "retry" in self.request.form:
            mending.hurry(section, clock.now())
            self.tell(_("All that waits is tried again now."))
        elif "forget" in self.request.form:
            mending.forget(section)
            self.tell(_("The e-mails that were given up are no longer counted."))

    def tell(self, message: str) -> None:
        """Say what was done."""
        api.portal.show_message(message, self.request)
