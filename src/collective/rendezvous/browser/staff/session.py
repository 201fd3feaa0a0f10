"""Whether somebody is logged in still: what a script asks before it lets a form go."""

from collective.rendezvous import _
from collective.rendezvous.browser.staff.page import StaffPage
from typing import Any


class SessionView(StaffPage):
    """Says yes; whoever may not see it has no session. It is where one lands who logged in again."""

    def answer(self) -> Any:
        """One sentence."""
        self.request.response.setHeader("Content-Type", "text/plain; charset=utf-8")
        return self.words.say(_("You are logged in. Close this window and save again."))
