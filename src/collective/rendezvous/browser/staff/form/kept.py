"""A form that was sent once the session had ended: nothing typed is lost, and nothing is saved."""

from AccessControl import Unauthorized
from collective.rendezvous import _
from collective.rendezvous.browser.staff.page import StaffPage
from plone.protect.authenticator import isAnonymousUser
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import quote


AGAIN = "again"
"""The field of the form that brings what was typed back; such a form saves nothing."""

DROPPED = frozenset({"_authenticator", "save", AGAIN})


class KeptForm(StaffPage):
    """A page with a form that asks for its permission itself.

    Whoever sends it without a session gets a page that holds all that was typed, and leads to the
    log-in and back to the form; everything else is refused as usual.
    """

    def __call__(self) -> Any:
        """Answer whoever may, or keep what was typed."""
        if self.takes_steps:
            return super().__call__()
        if self.posted and isAnonymousUser(self.request.get("AUTHENTICATED_USER")):
            return EndedPage(self.context, self.request)()
        raise Unauthorized


class EndedPage(StaffPage):
    """Holds what was sent; its button sends it again, to the form."""

    heading = _("Your session has ended")
    template = ViewPageTemplateFile("templates/ended.pt")

    def answer(self) -> Any:
        """Show the way to log in and back."""
        self.request.response.setStatus(401)
        return self.template()

    @property
    def typed_fields(self) -> list[tuple[str, str]]:
        """All that was sent, by field."""
        return [
            (name, one)
            for name, value in self.request.form.items()
            if name not in DROPPED
            for one in (value if isinstance(value, list) else [value])
            if isinstance(one, str)
        ]

    @property
    def login_url(self) -> str:
        """Where one logs in."""
        return self.log_in_url + quote(self.view_url("rendezvous-session"))
