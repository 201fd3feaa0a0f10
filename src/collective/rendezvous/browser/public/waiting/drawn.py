"""Pages that show the form of the waiting list; beside a type, with its places."""

from collections.abc import Mapping
from collective.rendezvous.browser.public import trap
from collective.rendezvous.browser.public.drawing import Drawing
from collective.rendezvous.browser.public.page import rich
from collective.rendezvous.browser.public.type_page import TypePage
from collective.rendezvous.browser.public.waiting.form import JoinForm
from collective.rendezvous.browser.public.week import last_day
from datetime import date
from functools import cached_property
from typing import Any


class WithJoinForm(Drawing, TypePage):
    """Makes the form; what is chosen in the address stands in it already."""

    trap_field = trap.FIELD

    @property
    def join_values(self) -> Mapping[str, Any]:
        """What the form starts from: what was chosen, and not what only stood there first."""
        chosen = self.choice.parameters
        return {name: value for name, value in chosen.items() if name in self.request.form}

    @property
    def join_days(self) -> tuple[date, date]:
        """The days that stand in the form: from today on, as far as one can book."""
        today = self.now.date()
        return today, last_day(self.type, today)

    @cached_property
    def join_form(self) -> JoinForm:
        """The form."""
        return JoinForm(self.type, self.places, self.join_values, self.join_days, self.words)

    @property
    def join_url(self) -> str:
        """Where it leads."""
        return f"{self.type_url}/@@waiting-list"

    @property
    def join_hidden(self) -> list[tuple[str, str]]:
        """What it carries."""
        return [(trap.STAMP, trap.stamp(self.now))]

    @property
    def waiting_rgpd(self) -> str:
        """The type's text on personal data, or the section's, as safe HTML."""
        return rich(self.context.rgpd_text, self.context) or rich(self.section.privacy_text, self.section)
