"""Bring ledgers of older versions up to date."""

from ..ledger.container import ledgers
from .feeds import ensure_feeds
from .office import office_of
from plone.app.uuid.utils import uuidToObject
from typing import Any


def complete(portal: Any) -> None:
    """Make what the ledgers of a site have not yet: parts, look-ups, secrets of calendar feeds."""
    for uid, ledger in (ledgers(portal) or {}).items():
        ledger.complete()
        section = uuidToObject(uid, unrestricted=True)
        if section is not None:
            ensure_feeds(ledger, office_of(section))
