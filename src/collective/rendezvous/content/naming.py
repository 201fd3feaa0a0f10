"""Short names of new objects."""

from Acquisition import aq_base
from collections.abc import Callable
from collective.rendezvous.content.interfaces import IHours
from collective.rendezvous.content.section import IRendezVousSection
from plone.app.content.interfaces import INameFromTitle
from plone.app.content.namechooser import NormalizingNameChooser
from plone.base.utils import check_id
from secrets import token_hex
from typing import Any
from zope.component import adapter
from zope.component import queryMultiAdapter
from zope.container.interfaces import INameChooser
from zope.globalrequest import getRequest
from zope.interface import implementer


DEFAULT_PAGES = frozenset({"index_html", "index.html", "index.htm", "FrontPage"})
"""Names of what Plone shows in the place of a folder's own page."""


@implementer(INameFromTitle)
@adapter(IHours)
class ShortName:
    """Hours have no title: a short random name, so that two people may add some at the same time."""

    def __init__(self, context: Any) -> None:
        self.title = f"{context.portal_type[0].lower()}-{token_hex(4)}"


def means_something_else(container: Any, name: str) -> bool:
    """Whether a name already leads to something: an attribute, a page of the container, a reserved name."""
    return bool(
        name in DEFAULT_PAGES
        or hasattr(aq_base(container), name)
        or queryMultiAdapter((container, getRequest()), name=name) is not None
        or check_id(container, name, required=1, contained_by=container)
    )


@implementer(INameChooser)
@adapter(IRendezVousSection)
class SectionNames(NormalizingNameChooser):
    """Names from titles that hide none of the section's own pages: a type "Edit" becomes edit-1."""

    def _getCheckId(self, obj: Any) -> Callable[..., bool]:
        return lambda name, required=1: not name or means_something_else(self.context, name)
