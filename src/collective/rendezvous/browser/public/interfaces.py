"""What marks the citizen's pages."""

from zope.interface import Attribute
from zope.publisher.interfaces.browser import IBrowserView


class ICitizensPage(IBrowserView):
    """A page that citizens see."""

    title = Attribute("What stands in the browser's title bar; empty: the title of the context")
