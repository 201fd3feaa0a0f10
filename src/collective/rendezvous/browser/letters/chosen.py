"""What the pages about one kind of letter have in common."""

from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.notifications.described import DESCRIBED
from collective.rendezvous.notifications.samples import sample
from collective.rendezvous.notifications.text import Text
from functools import cached_property
from plone import api


class ChosenLetter(StaffPage):
    """A page about one kind of letter, in one of the site's languages."""

    @property
    def kind(self) -> str:
        """The kind that was asked for, else the first."""
        told = self.request.form.get("kind")
        return told if isinstance(told, str) and told in DESCRIBED else next(iter(DESCRIBED))

    @property
    def language(self) -> str:
        """The language that was asked for, else the site's."""
        told = self.request.form.get("language")
        known = isinstance(told, str) and told in self.languages
        return told if known else str(api.portal.get_default_language())

    @cached_property
    def languages(self) -> dict[str, str]:
        """The languages of the site, by code, with their names."""
        tool = api.portal.get_tool("portal_languages")
        names = tool.getAvailableLanguageInformation()
        return {code: str(names.get(code, {}).get("native") or code) for code in tool.getSupportedLanguages()}

    @cached_property
    def text(self) -> Text:
        """The letter, with the present texts and an invented visitor."""
        return sample(self.section, self.kind, self.language, self.now)
