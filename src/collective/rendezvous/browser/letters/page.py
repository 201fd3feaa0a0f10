"""Look at each mail as it would be sent, and send oneself a trial."""

from collective.rendezvous import _
from collective.rendezvous.browser.letters.chosen import ChosenLetter
from collective.rendezvous.notifications.described import DESCRIBED
from collective.rendezvous.notifications.described import Described
from collective.rendezvous.notifications.mailbox import organizer
from collective.rendezvous.notifications.samples import sample_letter
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.MailHost.MailHost import MailHostError
from smtplib import SMTPException
from typing import Any
from urllib.parse import urlencode


class LettersPage(ChosenLetter):
    """Shows the two parts of a letter side by side."""

    heading = _("Mails")
    tab = "settings"
    template = ViewPageTemplateFile("templates/letters.pt")

    def answer(self) -> Any:
        """Show the letter; or send it, by POST."""
        if not self.posted:
            return self.template()
        self.check_form()
        self.send()
        return self.redirect(self.url("rendezvous-letters"))

    def send(self) -> None:
        """Send a trial to whoever asks for it, and tell whether the mail server took it."""
        recipient = self.own_address
        try:
            letter = sample_letter(self.section, self.kind, self.language, recipient, self.now)
            api.portal.get_tool("MailHost").send(letter, immediate=True)
        except ValueError:
            self.tell(_("No trial was sent: an e-mail address is missing or wrong."), "error")
        except (MailHostError, OSError, SMTPException) as error:
            self.tell(
                _("No trial was sent: the mail server does not answer or refuses (${error})."),
                "error",
                error=type(error).__name__,
            )
        else:
            self.tell(_("A trial was sent to ${email}."), email=recipient)

    @property
    def described(self) -> Described:
        """What is shown."""
        return DESCRIBED[self.kind]

    @property
    def choices(self) -> list[dict[str, Any]]:
        """The kinds to choose from; those with a text of the town say so."""
        return [
            {
                "value": name,
                "label": self.words.say(
                    _("${title} (the town's text)") if each.written(self.section) else each.title,
                    title=self.words.say(each.title),
                ),
                "selected": name == self.kind,
            }
            for name, each in DESCRIBED.items()
        ]

    @property
    def written(self) -> bool:
        """Whether the town wrote its text."""
        return self.described.written(self.section)

    @property
    def sender(self) -> str:
        """Who writes; nothing where there is no address yet."""
        found = organizer(self.section)
        return str(found) if found is not None else ""

    @property
    def own_address(self) -> str:
        """Where a trial goes."""
        return str(api.user.get_current().getProperty("email", "") or "")

    @property
    def frame_url(self) -> str:
        """The address of the HTML part."""
        return self.url("rendezvous-letter")

    @property
    def texts_url(self) -> str:
        """The form in which the texts are written."""
        return f"{self.section_url}/edit"

    def url(self, view: str) -> str:
        """The address of a view of what is shown."""
        return f"{self.view_url(view)}?{urlencode({'kind': self.kind, 'language': self.language})}"
