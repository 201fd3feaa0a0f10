"""See what one waits for, confirm the address, leave the list."""

from collective.rendezvous import _
from collective.rendezvous.browser.public.waiting.entry import EntryPage
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from typing import Any


class SeePage(EntryPage):
    """What is waited for, and how it stands."""

    heading = _("You are on the waiting list")
    template = ViewPageTemplateFile("templates/see.pt")

    def answer(self) -> Any:
        """Show it; an address that is not confirmed has to be, first."""
        if not self.waiter.is_confirmed:
            return self.redirect(self.url("confirm"))
        return self.template()

    @property
    def offered(self) -> bool:
        """Whether a place is held for them."""
        return self.waiter.offered(self.now) is not None


class ConfirmPage(EntryPage):
    """Asks for one press: a link that a mail program follows by itself confirms nothing."""

    heading = _("Confirm that you want to wait")
    template = ViewPageTemplateFile("templates/confirm.pt")

    def answer(self) -> Any:
        """Ask, or confirm."""
        if self.posted:
            self.check_form()
            self.waiter = self.desk.waiting.confirm(self.key)
            told = _("your address is confirmed. We write to you as soon as a time comes free.")
            IStatusMessage(self.request).add(self.words.say(told), type="info")
            return self.redirect(self.see_url)
        return self.template() if not self.waiter.is_confirmed else self.redirect(self.see_url)


class LeavePage(EntryPage):
    """Asks first."""

    heading = _("Leave the waiting list?")
    template = ViewPageTemplateFile("templates/leave.pt")

    def answer(self) -> Any:
        """Ask, or leave."""
        if not self.posted:
            return self.template()
        self.check_form()
        self.desk.waiting.leave(self.key)
        told = self.words.say(_("you are not on the waiting list any more. Your address is erased."))
        IStatusMessage(self.request).add(told, type="info")
        return self.redirect(self.section_url)
