"""The answer to a deletion that appointments to come stand against, wherever it was asked for."""

from collective.rendezvous.browser.kept.words import why_kept
from Products.CMFPlone.browser.exceptions import ExceptionView
from typing import Any
from zope.i18n import translate

import json


class KeptView(ExceptionView):
    """A page of the site, or JSON for scripts in its pages: 409."""

    reason = ""

    def __call__(self) -> Any:
        """Render what fits the request."""
        self.reason = translate(why_kept(self.context), context=self.request)
        self.context = self.__parent__
        self.request.response.setStatus(409, lock=1)
        if "text/html" not in self.request.getHeader("Accept", ""):
            self.request.response.setHeader("Content-Type", "application/json")
            return json.dumps({"status": "warning", "msg": self.reason})
        return self.index()
