"""One appointment: a light record, no content."""

from ..scheduling.states import TRANSITIONS
from .instants import instant
from .instants import seconds
from .references import id_of
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import fields
from datetime import datetime
from persistent import Persistent
from typing import Any
from typing import NamedTuple
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface


LAYOUT = 1
"""The first item of what is stored of an appointment; fields are only ever added at the end."""


class IAppointment(Interface):
    """One appointment of a section's ledger."""

    reference = Attribute("Ten characters, unique, unambiguous when read out: K7QM2X9RTA")
    key = Attribute("The secret that opens it to its citizen; empty once erased")
    state = Attribute("pending, confirmed, arrived, honoured, no_show, cancelled or expired")
    type_uid = Attribute("The uid of its type; titles are copied, so that the past stays readable")
    counter_uid = Attribute("The uid of its counter")
    agent_uid = Attribute("The uid of its agent")
    start = Attribute("When it starts, in whole minutes since the epoch (UTC)")
    length = Attribute("Wall-clock minutes from start to end, without the buffer")
    buffer = Attribute("Minutes after the end that stay taken on its lanes")
    people = Attribute("How many people come")
    email = Attribute("The visitor's address, as it was written; may be empty when staff booked")
    answers = Attribute("Answers to the type's questions, by label; never changed in place")
    origin = Attribute("public or staff")
    created = Attribute("When it was booked, in whole seconds since the epoch")
    sequence = Attribute("How often its time or place changed, for calendar files")
    until = Attribute("When a pending one lapses, in whole seconds since the epoch; else None")
    erased = Attribute("Whether all that was personal in it has been erased")
    reminded = Attribute("Whether the reminder was sent, or is not wanted")
    history = Attribute("What happened to it, a tuple of Change, oldest first")
    accepted = Attribute("The codes of the warnings that staff confirmed for its present time and place")


class Change(NamedTuple):
    """A line of the history: when (seconds since the epoch), who, what.

    `who` is a user id, "citizen" or "system"; `action` is book, change, propose, a transition,
    undo, remind or erase; `changes` are (field, before, after).
    """

    when: int
    who: str
    action: str
    changes: tuple[tuple[str, Any, Any], ...] = ()


@implementer(IAppointment)
@dataclass(kw_only=True, eq=False, repr=False)
class Appointment(Persistent):
    """See :class:`IAppointment`. Change it inside :meth:`.store.Ledger.changing`."""

    reference: str = ""
    key: str = ""
    state: str = "confirmed"
    type_uid: str = ""
    type_title: str = ""
    counter_uid: str = ""
    counter_title: str = ""
    agent_uid: str = ""
    agent_title: str = ""
    start: int = 0
    length: int = 0
    buffer: int = 0
    people: int = 1
    civility: str = ""
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    phone: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)
    comment: str = ""
    notes: str = ""
    origin: str = "public"
    language: str = ""
    created: int = 0
    sequence: int = 0
    until: int | None = None
    erased: bool = False
    reminded: bool = False
    history: tuple[Change, ...] = ()
    accepted: tuple[str, ...] = ()

    @property
    def id(self) -> int:
        """The number that its reference writes: its place in the trees."""
        id = id_of(self.reference)
        if id is None:
            raise ValueError(self.reference)
        return id

    @property
    def start_at(self) -> datetime:
        """When it starts, aware, in UTC."""
        return instant(self.start)

    @property
    def version(self) -> int:
        """Grows with each change: nothing changes without a line of history."""
        return len(self.history)

    @property
    def steps(self) -> list[Change]:
        """The transitions that stand, in order: each `undo` has taken back the last one."""
        found: list[Change] = []
        for change in self.history:
            if change.action in TRANSITIONS:
                found.append(change)
            elif change.action == "undo" and found:
                found.pop()
        return found

    def lapsed(self, now: datetime) -> bool:
        """Whether it is a pending one whose time to be confirmed is over."""
        return self.state == "pending" and self.until is not None and self.until <= seconds(now)

    def note(self, when: datetime, who: str, action: str, *changes: tuple[str, Any, Any]) -> None:
        """Add a line to the history."""
        self.history = (*self.history, Change(seconds(when), who, action, changes))

    def erase(self, now: datetime) -> None:
        """Erase all that is personal, in the history too; what is counted and summed up stays.

        Who of the staff did what goes as well, and so does whatever others have attached to it.
        """
        for name in PERSONAL:
            setattr(self, name, "")
        self.answers = {}
        self.history = tuple(
            Change(change.when, _anonymous(change.who), change.action) for change in self.history
        )
        for name in [name for name in self.__dict__ if name not in FIELDS and name[:3] not in ("_p_", "_v_")]:
            delattr(self, name)
        self.erased = True
        self.note(now, "system", "erase")

    def __getstate__(self) -> tuple[Any, ...]:
        """A tuple, half the size of a dict: the layout, attributes set by others, the fields."""
        held = {name: value for name, value in self.__dict__.items() if name[:3] not in ("_p_", "_v_")}
        values = [held.pop(name) for name in FIELDS]
        values[_ANSWERS] = dict(values[_ANSWERS]) or None
        values[_HISTORY] = tuple(tuple(c) if c.changes else tuple(c[:3]) for c in values[_HISTORY])
        return (LAYOUT, held or None, *values)

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        """Read that tuple; fields that it does not have yet keep their defaults."""
        held = dict(zip(FIELDS, state[2:], strict=False))
        held["answers"] = held["answers"] or {}
        held["history"] = tuple(Change(*change) for change in held["history"])
        self.__dict__.update(held, **(state[1] or {}))


FIELDS = tuple(item.name for item in fields(Appointment))
"""The fields, in the order in which they are stored."""

PERSONAL = ("key", "civility", "first_name", "last_name", "email", "phone", "comment", "notes")
"""The texts that erasing empties."""

NOBODY = frozenset({"citizen", "system"})
"""Who is named in the history without being named."""


def _anonymous(who: str) -> str:
    return who if who in NOBODY else ""


_ANSWERS = FIELDS.index("answers")
_HISTORY = FIELDS.index("history")
