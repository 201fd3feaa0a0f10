"""Opening the section to citizens."""

from collective.rendezvous import _
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.content.states import state_of
from plone import api
from typing import Any


class OpenSection(StaffPage):
    """Opens the section, by POST only, and leads back to the home."""

    def answer(self) -> Any:
        """Open it if it is not open yet."""
        if self.posted:
            self.check_form()
            if state_of(self.section) != "open":
                api.content.transition(self.section, "open")
            self.tell(_("The section is open: citizens can book."))
        return self.redirect(self.view_url("rendezvous-home"))
