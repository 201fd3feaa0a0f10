"""An availability: hours, days of the week and types in which an agent receives."""

from collective.rendezvous import _
from collective.rendezvous.content.hour import Hour
from collective.rendezvous.content.interfaces import IHours
from collective.rendezvous.content.vocabularies import weekday_names
from plone.autoform import directives
from plone.dexterity.content import Item
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope.interface import implementer
from zope.schema import Choice
from zope.schema import Date
from zope.schema import List


class IAvailability(model.Schema, IHours):
    """Days × hours × types."""

    directives.widget("days", CheckBoxFieldWidget)
    days = List(
        title=_("Days"),
        value_type=Choice(vocabulary="collective.rendezvous.Weekdays"),
        min_length=1,
        missing_value=[],
    )
    start = Hour(title=_("From"), description=_("For example 09:00."))
    end = Hour(
        title=_("Until"), description=_("For example 12:00; 24:00 is the end of the day."), closing=True
    )
    directives.widget("types", CheckBoxFieldWidget)
    types = List(
        title=_("Types of appointments"),
        value_type=Choice(vocabulary="collective.rendezvous.Types"),
        min_length=1,
        missing_value=[],
    )
    directives.widget("counters", CheckBoxFieldWidget)
    counters = List(
        title=_("Counters"),
        description=_("None ticked: any counter that serves the type."),
        value_type=Choice(vocabulary="collective.rendezvous.Counters"),
        required=False,
        default=[],
        missing_value=[],
    )
    audience = Choice(title=_("Who books"), vocabulary="collective.rendezvous.Audiences", default="public")
    valid_from = Date(title=_("Valid from"), required=False, default=None)
    valid_until = Date(
        title=_("Valid until"), description=_("This day included."), required=False, default=None
    )
    weeks = Choice(title=_("Weeks"), vocabulary="collective.rendezvous.Weeks", default="every")


@implementer(IAvailability)
class Availability(Item):
    """Hours in which the agent around it receives. `types` and `counters` hold UIDs."""

    exclude_from_nav = True

    def Title(self) -> str:
        """Its days and hours, for lists and messages."""
        return f"{weekday_names(self.days or ())} {self.start}–{self.end}"
