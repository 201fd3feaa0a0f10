"""What happens on the waiting list, told while the transaction runs, so that it can still fail."""

from ...ledger.waiting import Waiter
from typing import Any
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class IWaitingEvent(IObjectEvent):
    """Something happened to an entry; the object is the section."""

    waiter = Attribute("The entry of the ledger's waiting list")


class IWaitingJoined(IWaitingEvent):
    """Somebody wants to be put on the list; the address is still to be confirmed."""


class IPlaceOffered(IWaitingEvent):
    """A place is held for somebody, for a while."""


@implementer(IWaitingEvent)
class WaitingEvent(ObjectEvent):
    """See :class:`IWaitingEvent`."""

    def __init__(self, section: Any, waiter: Waiter) -> None:
        super().__init__(section)
        self.waiter = waiter


@implementer(IWaitingJoined)
class WaitingJoined(WaitingEvent):
    """See :class:`IWaitingJoined`."""


@implementer(IPlaceOffered)
class PlaceOffered(WaitingEvent):
    """See :class:`IPlaceOffered`."""
