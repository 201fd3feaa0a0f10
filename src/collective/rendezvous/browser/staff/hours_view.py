"""The address of an availability or unavailability: it leads to whose it is."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collective.rendezvous.browser.staff.page import StaffPage
from typing import Any


class HoursView(StaffPage):
    """Shows the agent or counter around it, where all of them stand in one list."""

    def answer(self) -> Any:
        """Lead there."""
        return self.redirect(aq_parent(aq_inner(self.context)).absolute_url())
