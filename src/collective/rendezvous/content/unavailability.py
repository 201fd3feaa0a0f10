"""An unavailability: from when to when an agent or a counter is not there."""

from collective.rendezvous import _
from collective.rendezvous.content.interfaces import IHours
from collective.rendezvous.content.text import Line
from plone.dexterity.content import Item
from plone.supermodel import model
from zope.interface import implementer
from zope.schema import Datetime


class IUnavailability(model.Schema, IHours):
    """A stretch of wall-clock time of the section, half-open."""

    start = Datetime(title=_("From"))
    end = Datetime(title=_("Until"))
    reason = Line(title=_("Reason"), required=False, default="", missing_value="", max_length=500)


@implementer(IUnavailability)
class Unavailability(Item):
    """When the agent or counter around it is away. `start` and `end` are naive."""

    exclude_from_nav = True

    def Title(self) -> str:
        """From when to when and why, for lists and messages."""
        stretch = f"{self.start:%Y-%m-%d %H:%M} – {self.end:%Y-%m-%d %H:%M}"
        return f"{stretch} {self.reason}" if self.reason else stretch
