"""The snapshot and the ledger of a section, read from the site."""

from ..ledger.container import ledger_of as stored
from ..ledger.store import Ledger
from ..scheduling.office import Office
from plone import api
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.interface import Interface


class IOfficeSource(Interface):
    """Adapts a section; reads its set-up from content."""

    def snapshot() -> Office:
        """A new, immutable snapshot of all that is set up now."""


def ledger_of(section: Any, create: bool = False) -> Ledger | None:
    """The ledger of a section; None if there is none yet and none is to be made."""
    return stored(api.portal.get(), IUUID(section), create)


def office_of(section: Any) -> Office:
    """The snapshot of a section's set-up, made once for each revision of it."""
    ledger = ledger_of(section)
    if ledger is None:
        return IOfficeSource(section).snapshot()
    revision = ledger.revision
    revision._p_activate()
    office: Office | None = revision._v_office
    if office is None:
        office = revision._v_office = IOfficeSource(section).snapshot()
    return office


def touch(section: Any) -> None:
    """Note that something in the section's set-up was added, changed, moved or removed.

    The next reader makes a new snapshot; a booking that did not see the change conflicts.
    """
    ledger = ledger_of(section, create=True)
    if ledger is not None:
        ledger.revision.bump()
