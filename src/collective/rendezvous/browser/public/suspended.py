"""What a section says that takes no appointments for now (screen F)."""

from collections.abc import Callable
from functools import wraps
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


_template = ViewPageTemplateFile("templates/suspended.pt")


def unless_closed(answer: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Say why nothing can be booked in place of the page, where the section is not open."""

    @wraps(answer)
    def guarded(page: Any) -> Any:
        return answer(page) if page.office.state == "open" else closed(page)

    return guarded


def closed(page: Any) -> Any:
    """Return the page that says so."""
    page.step = 0
    page.heading = page.section.title
    return _template.__get__(page, type(page))()
