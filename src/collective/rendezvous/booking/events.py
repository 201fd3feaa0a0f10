"""What happens to appointments, told inside the transaction in which it happens.

They are object events, so that content rules can use them: `object` is the section.
"""

from ..ledger.appointment import Appointment
from ..scheduling.rules import Actor
from typing import Any
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class IAppointmentEvent(IObjectEvent):
    """Something happened to an appointment of the section `object`."""

    appointment = Attribute("The appointment, as it is now")
    actor = Attribute("Who did it")


class IAppointmentBooked(IAppointmentEvent):
    """An appointment was booked; it may still have to be confirmed by mail."""


class IAppointmentChanged(IAppointmentEvent):
    """Fields of an appointment changed; `fields` names them."""

    fields = Attribute("The names of the fields that changed")
    tell = Attribute("Whether staff want the visitor to be told, whatever changed")


class IAppointmentMoved(IAppointmentChanged):
    """Its date, time or type changed, perhaps with more."""

    left_agent = Attribute("The uid of the agent that it had before")
    left_start = Attribute("When it was to start before, in minutes since the epoch")


class IAppointmentProposed(IAppointmentEvent):
    """The office asks the visitor to choose another date."""


class IAppointmentReminded(IAppointmentEvent):
    """The visitor is to be reminded of an appointment."""


class IAppointmentTransitioned(IAppointmentEvent):
    """An appointment went from one state to another by `transition`, or back by undo."""

    transition = Attribute("The name of the transition, or undo")


class IAppointmentDeleted(IAppointmentEvent):
    """An appointment is about to be erased for good."""


class IAppointmentReaddressed(IAppointmentEvent):
    """An appointment that waits for its confirmation has got another address, and another key."""


class ILinksAsked(IObjectEvent):
    """Somebody wants the links of an address sent there, which has appointments to come."""

    email = Attribute("The address")
    language = Attribute("The language in which it was asked")


class IAppointmentErased(IAppointmentEvent):
    """All that is personal in an appointment is about to be erased, as somebody asked for it."""


@implementer(IAppointmentEvent)
class AppointmentEvent(ObjectEvent):
    """See :class:`IAppointmentEvent`."""

    def __init__(self, section: Any, appointment: Appointment, actor: Actor) -> None:
        super().__init__(section)
        self.appointment = appointment
        self.actor = actor


@implementer(IAppointmentBooked)
class AppointmentBooked(AppointmentEvent):
    """See :class:`IAppointmentBooked`."""


@implementer(IAppointmentChanged)
class AppointmentChanged(AppointmentEvent):
    """See :class:`IAppointmentChanged`."""

    def __init__(
        self,
        section: Any,
        appointment: Appointment,
        actor: Actor,
        fields: frozenset[str] = frozenset(),
        tell: bool = False,
    ) -> None:
        super().__init__(section, appointment, actor)
        self.fields = fields
        self.tell = tell


@implementer(IAppointmentMoved)
class AppointmentMoved(AppointmentChanged):
    """See :class:`IAppointmentMoved`."""

    def __init__(
        self,
        section: Any,
        appointment: Appointment,
        actor: Actor,
        fields: frozenset[str] = frozenset(),
        tell: bool = False,
        left_agent: str = "",
        left_start: int = 0,
    ) -> None:
        super().__init__(section, appointment, actor, fields, tell)
        self.left_agent = left_agent
        self.left_start = left_start


@implementer(IAppointmentProposed)
class AppointmentProposed(AppointmentEvent):
    """See :class:`IAppointmentProposed`."""


@implementer(IAppointmentReminded)
class AppointmentReminded(AppointmentEvent):
    """See :class:`IAppointmentReminded`."""


@implementer(IAppointmentTransitioned)
class AppointmentTransitioned(AppointmentEvent):
    """See :class:`IAppointmentTransitioned`."""

    def __init__(self, section: Any, appointment: Appointment, actor: Actor, transition: str) -> None:
        super().__init__(section, appointment, actor)
        self.transition = transition


@implementer(IAppointmentDeleted)
class AppointmentDeleted(AppointmentEvent):
    """See :class:`IAppointmentDeleted`."""


@implementer(IAppointmentErased)
class AppointmentErased(AppointmentEvent):
    """See :class:`IAppointmentErased`."""


@implementer(IAppointmentReaddressed)
class AppointmentReaddressed(AppointmentEvent):
    """See :class:`IAppointmentReaddressed`."""


@implementer(ILinksAsked)
class LinksAsked(ObjectEvent):
    """See :class:`ILinksAsked`."""

    def __init__(self, section: Any, email: str, language: str) -> None:
        super().__init__(section)
        self.email = email
        self.language = language
