"""Your data (screen I): what is kept of citizens, why, how long, and what they can do about it."""

from collective.rendezvous import _
from collective.rendezvous.browser.public.page import Page
from collective.rendezvous.browser.public.page import rich
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class YourDataPage(Page):
    """The town's own words, then what the program does whatever they say."""

    heading = _("Your data")
    headers = {"Cache-Control": "no-store", "Referrer-Policy": "same-origin"}
    template = ViewPageTemplateFile("templates/your_data.pt")

    def answer(self) -> Any:
        """Show it."""
        return self.template()

    @property
    def privacy_text(self) -> str:
        """What the town has written, as safe HTML."""
        return rich(self.section.privacy_text, self.section)

    @property
    def retention(self) -> str:
        """How long data are kept, in words."""
        months = self.office.retention_months
        years, rest = divmod(months, 12)
        if rest:
            return self.words.say(_("1 month") if months == 1 else _("${number} months"), number=months)
        return self.words.say(_("1 year") if years == 1 else _("${number} years"), number=years)

    @property
    def controller(self) -> str:
        """Whose site it is."""
        return str(api.portal.get().title)

    @property
    def asks(self) -> bool:
        """Whether any type asks questions of its own."""
        return any(type.questions for type in self.desk.types())
