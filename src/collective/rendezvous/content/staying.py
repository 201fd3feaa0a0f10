"""What must stay: things with appointments to come, and each thing in its own section."""

from collective.rendezvous import _
from collective.rendezvous import clock
from collective.rendezvous.booking.guards import refuse_with_appointments
from collective.rendezvous.content.place import section_of
from collective.rendezvous.content.section import IRendezVousSection
from OFS.interfaces import IObjectWillBeMovedEvent
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zExceptions import BadRequest
from zope.globalrequest import getRequest
from zope.i18n import translate


def refuse_removal(obj: Any, event: Any) -> None:
    """Ask booking before something goes, also when it goes with the folder around its section.

    A whole site may go; and what is in a section that goes has been asked for with it.
    """
    if _inside_site(event.object) and (event.object is obj or IRendezVousSection.providedBy(obj)):
        refuse_with_appointments(obj, clock.now())


def refuse_other_section(obj: Any, event: IObjectWillBeMovedEvent) -> None:
    """Keep what is in a section there: its appointments are in that section's ledger."""
    if event.object is not obj or event.oldParent is None or event.newParent is None:
        return
    if IRendezVousSection.providedBy(obj):
        return
    old, new = section_of(event.oldParent), section_of(event.newParent)
    if old is not None and (new is None or old.aq_base is not new.aq_base):
        raise BadRequest(translate(_("This cannot be moved to another section."), context=getRequest()))


def _inside_site(obj: Any) -> bool:
    """Whether it is content of a site, rather than a site or the database."""
    return not IPloneSiteRoot.providedBy(obj) and obj.getPhysicalPath() != ("",)
