"""Reads a section into scheduling's immutable office: directly, without the catalog, whoever asks."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collective.rendezvous.booking.office import IOfficeSource
from collective.rendezvous.content.agent import IAgent
from collective.rendezvous.content.appointment_type import IAppointmentType
from collective.rendezvous.content.availability import IAvailability
from collective.rendezvous.content.counter import ICounter
from collective.rendezvous.content.hour import minutes
from collective.rendezvous.content.place import children
from collective.rendezvous.content.section import IRendezVousSection
from collective.rendezvous.content.states import state_of
from collective.rendezvous.content.subdivisions import known_as
from collective.rendezvous.content.unavailability import IUnavailability
from collective.rendezvous.scheduling.office import Agent
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.office import Availability
from collective.rendezvous.scheduling.office import Closure
from collective.rendezvous.scheduling.office import Counter
from collective.rendezvous.scheduling.office import DAY
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.scheduling.office import Question
from collective.rendezvous.scheduling.office import Unavailability
from types import MappingProxyType
from typing import Any
from typing import Protocol
from typing import TypeVar
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


class HasUid(Protocol):
    """Anything with a uid."""

    @property
    def uid(self) -> str:
        """The uid of the object it was read from."""
        ...


T = TypeVar("T", bound=HasUid)

TYPE_FIELDS = (
    "duration",
    "step",
    "buffer",
    "min_notice_hours",
    "horizon_days",
    "cancel_notice_hours",
    "audience",
    "confirmation",
    "max_people",
    "extra_minutes_per_person",
)
SECTION_FIELDS = (
    "reminder_hours",
    "retention_months",
    "max_upcoming_per_email",
    "bookings_per_minute",
    "hold_minutes",
    "pending_minutes",
    "freed_slot_minutes",
)


@implementer(IOfficeSource)
@adapter(IRendezVousSection)
class OfficeSource:
    """Turns the content of a section into an office."""

    def __init__(self, section: Any) -> None:
        self.section = section

    def snapshot(self) -> Office:
        """See :class:`IOfficeSource`."""
        section = self.section
        types = _by_uid(_type(each) for each in complete(section, IAppointmentType, "duration"))
        counters = _by_uid(_counter(each, types) for each in complete(section, ICounter, "capacity"))
        agents = _by_uid(_agent(each, types, counters) for each in children(section, IAgent))
        return Office(
            uid=section.UID(),
            timezone=section.timezone,
            types=types,
            counters=counters,
            agents=agents,
            closures=tuple(_closure(row) for row in section.closures or ()),
            holidays_country=section.holidays_country or "",
            holidays_subdivision=known_as(section.holidays_country or "", section.holidays_subdivision or ""),
            holidays_worked=frozenset(section.holidays_worked or ()),
            title=section.title,
            state=state_of(section) or "preparation",
            day_start=minutes(section.day_start),
            day_end=minutes(section.day_end),
            **{name: getattr(section, name) for name in SECTION_FIELDS},
        )


def complete(container: Any, interface: type[Interface], *names: str) -> Iterator[Any]:
    """The children that have what they must have; an import makes them first and fills them later."""
    return (obj for obj in children(container, interface) if all(getattr(obj, name, None) for name in names))


def _by_uid(things: Iterable[T]) -> Mapping[str, T]:
    return MappingProxyType({thing.uid: thing for thing in things})


def _named(obj: Any) -> dict[str, Any]:
    return {"uid": obj.UID(), "id": obj.getId(), "title": obj.title, "active": state_of(obj) != "inactive"}


def _type(obj: Any) -> AppointmentType:
    return AppointmentType(
        **_named(obj),
        **{name: getattr(obj, name) for name in TYPE_FIELDS},
        questions=tuple(
            Question(row["label"], row["kind"], tuple(row.get("choices") or ()), bool(row.get("required")))
            for row in obj.questions or ()
        ),
        color=obj.color or "",
    )


def _counter(obj: Any, types: Mapping[str, AppointmentType]) -> Counter:
    return Counter(
        **_named(obj),
        capacity=obj.capacity,
        types=_known(obj.types, types),
        address=obj.address or "",
        access=obj.access or "",
        unavailabilities=tuple(_unavailabilities(obj)),
    )


def _agent(obj: Any, types: Mapping[str, AppointmentType], counters: Mapping[str, Counter]) -> Agent:
    return Agent(
        **_named(obj),
        userid=obj.userid or "",
        role=obj.role or "receptionist",
        email=obj.email or "",
        availabilities=tuple(
            availability(each, types, counters)
            for each in complete(obj, IAvailability, "days", "start", "end")
        ),
        unavailabilities=tuple(_unavailabilities(obj)),
    )


def availability(obj: Any, types: Iterable[str], counters: Iterable[str]) -> Availability:
    """One availability; of the types and counters it names those that exist."""
    return Availability(
        uid=obj.UID(),
        days=frozenset(obj.days),
        start=minutes(obj.start),
        end=minutes(obj.end),
        types=_known(obj.types, types),
        counters=_known(obj.counters, counters),
        audience=obj.audience,
        valid_from=obj.valid_from,
        valid_until=obj.valid_until,
        weeks=obj.weeks,
    )


def _known(uids: Iterable[str] | None, known: Iterable[str]) -> frozenset[str]:
    return frozenset(uids or ()).intersection(known)


def _unavailabilities(obj: Any) -> Iterator[Unavailability]:
    found = (
        Unavailability(each.start, each.end, each.reason or "")
        for each in complete(obj, IUnavailability, "start", "end")
    )
    return iter(sorted(found, key=lambda each: (each.start, each.end)))


def _closure(row: Mapping[str, Any]) -> Closure:
    return Closure(
        first_day=row["first_day"],
        last_day=row["last_day"],
        start=minutes(row["start"]) if row.get("start") else 0,
        end=minutes(row["end"]) if row.get("end") else DAY,
        reason=row.get("reason") or "",
    )
