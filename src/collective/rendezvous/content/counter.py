"""A counter: a place where visitors are received."""

from collective.rendezvous import _
from collective.rendezvous.content.interfaces import IDescribed
from collective.rendezvous.content.interfaces import IResource
from collective.rendezvous.content.text import Lines
from plone.autoform import directives
from plone.dexterity.content import Container
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope.interface import implementer
from zope.schema import Choice
from zope.schema import Int
from zope.schema import List


class ICounter(IDescribed, IResource):
    """A place, and how many appointments it holds at the same time."""

    address = Lines(title=_("Address"), required=False, default="", missing_value="", max_length=1000)
    access = Lines(
        title=_("Access"),
        description=_("How to get in, for example: wheelchair accessible."),
        required=False,
        default="",
        missing_value="",
        max_length=2000,
    )
    capacity = Int(
        title=_("Capacity"),
        description=_("How many appointments can take place here at the same time."),
        min=1,
        max=500,
    )
    directives.widget("types", CheckBoxFieldWidget)
    types = List(
        title=_("Types of appointments"),
        description=_("What visitors are received for here."),
        value_type=Choice(vocabulary="collective.rendezvous.Types"),
        required=False,
        default=[],
        missing_value=[],
    )


@implementer(ICounter)
class Counter(Container):
    """A counter; its unavailabilities are in it. `types` holds UIDs."""

    exclude_from_nav = True
