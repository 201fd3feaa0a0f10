"""The section of the staff's pages."""

from tests.browser.staff.conftest import book
from tests.browser.staff.conftest import desk
from tests.browser.staff.conftest import hand
from tests.browser.staff.conftest import page
from tests.browser.staff.conftest import section
from tests.browser.staff.conftest import token


__all__ = ["book", "desk", "hand", "page", "section", "token"]
