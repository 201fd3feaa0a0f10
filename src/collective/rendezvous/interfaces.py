"""What holds the parts of the add-on together."""

from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IRendezVousLayer(IDefaultBrowserLayer):
    """A request to a site in which the add-on is installed."""
