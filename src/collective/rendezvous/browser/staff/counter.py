"""A counter: where it is, what it receives, when it is not available (screens 3 and 6)."""

from collective.rendezvous.browser.staff.resource import ResourcePage
from collective.rendezvous.words.addresses import address_lines
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class CounterPage(ResourcePage):
    """The counter's details."""

    tab = "counters"
    template = ViewPageTemplateFile("templates/counter.pt")

    def answer(self) -> Any:
        """Show them."""
        return self.template()

    @property
    def lines(self) -> tuple[str, ...]:
        """Its address, line by line."""
        return address_lines(self.context.address or "")

    @property
    def access(self) -> list[str]:
        """How to get in, line by line."""
        return (self.context.access or "").splitlines()

    @property
    def types(self) -> list[dict[str, Any]]:
        """What is received there."""
        wanted = set(self.context.types or ())
        return [
            {"title": kind.title, "style": f"--rdv-color: {kind.color}" if kind.color else None}
            for kind in self.office.types.values()
            if kind.uid in wanted
        ]
