"""The browser's title bar names the step and says when there is an error."""

from html import escape
from plone.app.layout.viewlets.common import TitleViewlet


class PageTitle(TitleViewlet):
    """Plone's title viewlet with the title of the page instead of the context's."""

    @property
    def page_title(self) -> str:
        """The title, escaped."""
        title = self.view.title
        return escape(title, quote=False) if title else TitleViewlet.page_title.fget(self)
