"""Upgrade steps on what is stored of appointments."""

from collective.rendezvous.booking.completing import complete
from plone import api
from typing import Any


def to_1002(tool: Any) -> None:
    """Complete the ledgers: searches by any word of a name, secrets of calendar feeds."""
    complete(api.portal.get())
