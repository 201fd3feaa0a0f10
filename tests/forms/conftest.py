"""The section of the staff's pages, and a browser for a person in it."""

from collections.abc import Callable
from plone.testing.zope import Browser
from tests.browser.staff.conftest import book
from tests.browser.staff.conftest import desk
from tests.browser.staff.conftest import hand
from tests.browser.staff.conftest import page
from tests.browser.staff.conftest import section
from tests.town import PASSWORD
from typing import Any

import pytest


__all__ = ["book", "desk", "hand", "page", "section"]


@pytest.fixture
def as_person(functional: Any) -> Callable[..., Any]:
    def as_person(who: str, password: str = PASSWORD) -> Any:
        browser = Browser(functional["app"])
        browser.addHeader("Authorization", f"Basic {who}:{password}")
        browser.addHeader("Accept-Language", "fr")
        browser.addHeader("Accept", "text/html")
        return browser

    return as_person
