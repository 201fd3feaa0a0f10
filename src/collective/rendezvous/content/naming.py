"""Short names of new objects."""

from collective.rendezvous.content.interfaces import IHours
from plone.app.content.interfaces import INameFromTitle
from secrets import token_hex
from typing import Any
from zope.component import adapter
from zope.interface import implementer


@implementer(INameFromTitle)
@adapter(IHours)
class ShortName:
    """Hours have no title: a short random name, so that two people may add some at the same time."""

    def __init__(self, context: Any) -> None:
        self.title = f"{context.portal_type[0].lower()}-{token_hex(4)}"
