"""The HTML part of a letter alone, for the frame in which it is shown."""

from collective.rendezvous.browser.letters.chosen import ChosenLetter
from collective.rendezvous.notifications.html import html


class DrawnLetter(ChosenLetter):
    """Answers with the letter, as a mail program draws it: no theme, no script, nothing from elsewhere."""

    headers = {
        **ChosenLetter.headers,
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "Content-Type": "text/html; charset=utf-8",
        "X-Theme-Disabled": "1",
    }

    def answer(self) -> str:
        """Draw it."""
        return html(self.text)
