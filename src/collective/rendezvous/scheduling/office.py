"""The immutable snapshot of what a section offers.

Uids name everything in here; ids (short names) only stand beside them, for the edges. Hours are
minutes since midnight, wall-clock, half-open: 9:00-12:00 is 540 to 720, a day ends at 1440.
"""

from .memory import Memory
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from zoneinfo import ZoneInfo


DAY = 1440
"""Minutes in a day of wall-clock time."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a type asks its visitors. `kind`: text, textarea, choice, yesno or number."""

    label: str
    kind: str = "text"
    choices: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class AppointmentType:
    """What one comes for. Durations in minutes, notices in hours, the horizon in days."""

    uid: str
    id: str
    title: str
    duration: int
    step: int | None = None
    buffer: int = 0
    min_notice_hours: int = 0
    horizon_days: int = 90
    cancel_notice_hours: int = 0
    audience: str = "public"
    confirmation: str = "immediate"
    max_people: int = 1
    extra_minutes_per_person: int = 0
    questions: tuple[Question, ...] = ()
    color: str = ""
    active: bool = True

    def length(self, people: int = 1) -> int:
        """Minutes from start to end for so many people, without the buffer."""
        return self.duration + self.extra_minutes_per_person * (people - 1)


@dataclass(frozen=True, slots=True)
class Unavailability:
    """A stretch of wall-clock time, [start, end), in which an agent or a counter is not there."""

    start: datetime
    end: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Counter:
    """A place that receives `capacity` appointments at the same time, of the types named."""

    uid: str
    id: str
    title: str
    capacity: int = 1
    types: frozenset[str] = frozenset()
    address: str = ""
    access: str = ""
    unavailabilities: tuple[Unavailability, ...] = ()
    active: bool = True


@dataclass(frozen=True, slots=True)
class Availability:
    """Hours on days of the week (0 = Monday) in which an agent receives for the types named.

    No counters named means any. `weeks`: every, even or odd (ISO week number). `valid_from` and
    `valid_until` are inclusive; None is open. `audience`: public or staff.
    """

    uid: str
    days: frozenset[int]
    start: int
    end: int
    types: frozenset[str]
    counters: frozenset[str] = frozenset()
    audience: str = "public"
    valid_from: date | None = None
    valid_until: date | None = None
    weeks: str = "every"

    @property
    def always(self) -> bool:
        """Whether these hours exist on each of their days of the week, without end."""
        return self.weeks == "every" and self.valid_from is None and self.valid_until is None

    def applies(self, day: date) -> bool:
        """Whether these hours exist on that day."""
        if day.weekday() not in self.days:
            return False
        if self.valid_from is not None and day < self.valid_from:
            return False
        if self.valid_until is not None and day > self.valid_until:
            return False
        return self.weeks == "every" or (day.isocalendar().week % 2 == 0) == (self.weeks == "even")


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody who receives. `role`: receptionist or administrator."""

    uid: str
    id: str
    title: str
    userid: str = ""
    role: str = "receptionist"
    email: str = ""
    availabilities: tuple[Availability, ...] = ()
    unavailabilities: tuple[Unavailability, ...] = ()
    active: bool = True


@dataclass(frozen=True, slots=True)
class Closure:
    """Days, both included, on which nobody is received; of each of them only [start, end)."""

    first_day: date
    last_day: date
    start: int = 0
    end: int = DAY
    reason: str = ""


@dataclass(frozen=True)
class Office:
    """One section: its types, counters and agents by uid, closures, time zone and limits.

    `state`: preparation, open or suspended.
    """

    uid: str
    timezone: str
    types: Mapping[str, AppointmentType] = field(default_factory=lambda: MappingProxyType({}))
    counters: Mapping[str, Counter] = field(default_factory=lambda: MappingProxyType({}))
    agents: Mapping[str, Agent] = field(default_factory=lambda: MappingProxyType({}))
    closures: tuple[Closure, ...] = ()
    holidays_country: str = ""
    holidays_subdivision: str = ""
    holidays_worked: frozenset[date] = frozenset()
    title: str = ""
    state: str = "open"
    day_start: int = 480
    day_end: int = 1080
    reminder_hours: int = 48
    retention_months: int = 12
    max_upcoming_per_email: int = 3
    bookings_per_minute: int = 20
    hold_minutes: int = 10
    pending_minutes: int = 30
    freed_slot_minutes: int = 0

    @cached_property
    def zone(self) -> ZoneInfo:
        """The section's time zone: the viewer's never counts."""
        return ZoneInfo(self.timezone)

    @cached_property
    def memory(self) -> Memory:
        """Where searches of this office may keep what they found."""
        return Memory()

    def type_by_id(self, id: str) -> AppointmentType | None:
        """The type with that short name, active or not."""
        return next((t for t in self.types.values() if t.id == id), None)

    def counter_by_id(self, id: str) -> Counter | None:
        """The counter with that short name, active or not."""
        return next((c for c in self.counters.values() if c.id == id), None)

    def agent_by_id(self, id: str) -> Agent | None:
        """The agent with that short name, active or not."""
        return next((a for a in self.agents.values() if a.id == id), None)

    def agent_of(self, userid: str) -> Agent | None:
        """The agent that this user of the site is here, active or not."""
        return next((a for a in self.agents.values() if a.userid == userid), None)
