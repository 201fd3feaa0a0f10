"""What Zope cannot read of a request is a bad request, and no error of the server.

Zope converts `people:int=many`, and reads forms in any charset and XML-RPC, before it looks at
the path; what it cannot convert ends as a plain ValueError, LookupError or the like, told as 500.
"""

from collective.rendezvous.restapi.errors import ApiError
from collective.rendezvous.restapi.errors import ApiErrorView
from plone.rest.errors import ErrorHandling
from traceback import walk_tb
from typing import Any

import sys


class Unreadable(ErrorHandling):
    """Answers 400 for what was raised while the request was read; all else as plone.rest does."""

    def __call__(self) -> Any:
        """Write the answer."""
        if while_reading(sys.exc_info()[2]):
            return ApiErrorView(ApiError(errors=[]), self.request)()
        return super().__call__()


def while_reading(traceback: Any) -> bool:
    """Whether that happened before Zope began to look for what is asked for."""
    return any(frame.f_code.co_name == "processInputs" for frame, _line in walk_tb(traceback))
