"""Where ledgers live: in one annotation of the site, by the uid of their section.

Never below the section: copying, versioning and exporting content takes a whole subtree, and
citizens must not travel along.
"""

from .store import Ledger
from BTrees.OOBTree import OOBTree
from typing import Any
from zope.annotation.interfaces import IAnnotations


ANNOTATION = "collective.rendezvous.ledgers"


def tree(portal: Any, annotation: str, create: bool = False) -> OOBTree | None:
    """The tree in an annotation of a site; None if there is none yet and none is to be made."""
    annotations = IAnnotations(portal)
    found: OOBTree | None = annotations.get(annotation)
    if found is None and create:
        found = annotations[annotation] = OOBTree()
    return found


def ledgers(portal: Any, create: bool = False) -> OOBTree | None:
    """All ledgers of a site, by uid; None if there is none yet and none is to be made."""
    return tree(portal, ANNOTATION, create)


def ledger_of(portal: Any, uid: str, create: bool = False) -> Ledger | None:
    """The ledger of the section with that uid; None if there is none and none is to be made."""
    held = ledgers(portal, create)
    if held is None:
        return None
    found: Ledger | None = held.get(uid)
    if found is None and create:
        found = held[uid] = Ledger()
    if found is not None and create:
        found.complete()
    return found
