"""What somebody asks for, read from plain values: one shape for REST and for forms.

The shape is that of a JSON body: ids for type, counter and agent, an ISO time with offset for
the start (or an aware datetime), `visitor` and `answers` as mappings.
"""

from ..scheduling.office import AppointmentType
from ..scheduling.office import Office
from ..scheduling.office import Question
from ..scheduling.rules import Actor
from .errors import Invalid
from .texts import PHONE
from .texts import Problems
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made
from datetime import datetime
from typing import Any


YEARS = range(1900, 2200)
MISSING: Any = object()


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who comes."""

    civility: str = ""
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Booking:
    """What was asked for, valid in itself; type, counter and agent are uids.

    `counters`: the counters of the place that was chosen, None for any; `counter` is one that
    was named. `hold`: the id of the slot that is kept for it; `offer`: the key of an entry of the
    waiting list to which it was offered.
    """

    type: str
    start: datetime
    people: int = 1
    counter: str | None = None
    counters: frozenset[str] | None = None
    agent: str | None = None
    visitor: Visitor = made(default_factory=Visitor)
    answers: Mapping[str, Any] = made(default_factory=dict)
    comment: str = ""
    notes: str = ""
    confirm: frozenset[str] = frozenset()
    hold: str = ""
    offer: str = ""


class Reader(Problems):
    """Reads the parts of what was asked against the office as it is now."""

    def __init__(self, data: Any, office: Office, actor: Actor) -> None:
        super().__init__()
        if not isinstance(data, Mapping):
            self.add("", "wrong_type")
            data = {}
        self.data: Mapping[str, Any] = data
        self.office = office
        self.actor = actor

    def done(self) -> None:
        """Raise :class:`.errors.Invalid` if anything was wrong."""
        if self.errors:
            raise Invalid(self.errors)

    def start(self, required: bool = True) -> datetime | None:
        """A moment with its offset, on a whole minute."""
        value = self.data.get("start")
        if value is None:
            if required:
                self.add("start", "required")
            return None
        if isinstance(value, str):
            try:
                value = datetime.fromisoformat(value)
            except ValueError:
                value = None
        if not isinstance(value, datetime):
            self.add("start", "invalid_datetime")
        elif value.utcoffset() is None:
            self.add("start", "no_offset")
        elif value.year not in YEARS:
            self.add("start", "out_of_bounds", least=YEARS.start, most=YEARS.stop - 1)
        elif value.second or value.microsecond or value.astimezone(self.office.zone).second:
            self.add("start", "no_seconds")
        else:
            return value.astimezone(self.office.zone)
        return None

    def kind(self) -> AppointmentType | None:
        """The type, active."""
        value = self.data.get("type")
        found = self.office.type_by_id(value) if isinstance(value, str) else None
        if value is None:
            self.add("type", "required")
        elif found is None:
            self.add("type", "unknown")
        elif not found.active:
            self.add("type", "inactive")
        else:
            return found
        return None

    def resource(self, field: str) -> str | None:
        """The uid of the counter or agent named, active; None where none is."""
        value = self.data.get(field)
        if value is None or value == "":
            return None
        find = self.office.counter_by_id if field == "counter" else self.office.agent_by_id
        found = find(value) if isinstance(value, str) else None
        if found is None:
            self.add(field, "unknown")
        elif not found.active:
            self.add(field, "inactive")
        else:
            return found.uid
        return None

    def place(self) -> frozenset[str] | None:
        """The uids of the counters of the place that was chosen; None for any."""
        ids = self.data.get("counters")
        if ids is None:
            return None
        if not isinstance(ids, list | tuple | set | frozenset):
            self.add("counter", "wrong_type")
            return None
        found = frozenset(one.uid for one in self.office.counters.values() if one.active and one.id in ids)
        if not found:
            self.add("counter", "unknown")
        return found

    def people(self, kind: AppointmentType | None, default: int = 1) -> int:
        """How many come, at most as many as the type takes."""
        value = self.data.get("people")
        if kind is None or value is None:
            return default
        return self.number("people", value, 1, kind.max_people)

    def visitor(self, merged: Visitor | None = None) -> Visitor:
        """Who comes. `merged`: what stands already, for changing parts of it."""
        given = self.data.get("visitor", MISSING if merged else None)
        if given is MISSING and merged is not None:
            return merged
        if given is not None and not isinstance(given, Mapping):
            self.add("visitor", "wrong_type")
            given = {}
        values = {name: getattr(merged, name, None) for name in Visitor.__slots__} | dict(given or {})
        return Visitor(
            civility=self.text("civility", values["civility"], PHONE, lines=False),
            first_name=self.name("first_name", values["first_name"], required=True),
            last_name=self.name("last_name", values["last_name"], required=True),
            email=self.email("email", values["email"], required=not self.actor.staff),
            phone=self.text("phone", values["phone"], PHONE, lines=False),
        )

    def answers(self, kind: AppointmentType) -> dict[str, Any]:
        """The answers to the type's questions by label; what is not answered is left out."""
        given = self.data.get("answers")
        if given is None:
            given = {}
        if not isinstance(given, Mapping):
            self.add("answers", "wrong_type")
            return {}
        labels = {question.label for question in kind.questions}
        for label in given:
            if label not in labels:
                self.add("answers", "unknown_question", label=str(label)[:200])
        found = {}
        for question in kind.questions:
            value = given.get(question.label)
            if value is None or value == "":
                if question.required and not self.actor.staff:
                    self.add("answers", "required", label=question.label)
            else:
                found[question.label] = self.answer(question, value)
        return found

    def answer(self, question: Question, value: Any) -> Any:
        """One answer, of the question's kind."""
        if question.kind == "number":
            return self.quantity("answers", value, label=question.label)
        if question.kind == "yesno":
            if not isinstance(value, bool):
                self.add("answers", "wrong_type", label=question.label)
            return value
        text = self.text("answers", value, lines=question.kind == "textarea", label=question.label)
        if question.kind == "choice" and text not in question.choices:
            self.add("answers", "unknown_choice", label=question.label)
        return text

    def secret(self, field: str) -> str:
        """The id of a hold, or the key of an offer; whether there is such a one is not asked here."""
        value = self.data.get(field)
        if value is None or isinstance(value, str):
            return value or ""
        self.add(field, "wrong_type")
        return ""

    def confirmed(self) -> frozenset[str]:
        """The codes of the warnings that staff accept."""
        value = self.data.get("confirm")
        if value is None:
            return frozenset()
        if not isinstance(value, list | tuple | set | frozenset) or not all(
            isinstance(one, str) for one in value
        ):
            self.add("confirm", "wrong_type")
            return frozenset()
        return frozenset(value)


def booking_of(data: Any, office: Office, actor: Actor) -> Booking:
    """What somebody asks to book; raises :class:`.errors.Invalid` with all that is wrong."""
    read = Reader(data, office, actor)
    kind, start = read.kind(), read.start()
    people, visitor = read.people(kind), read.visitor()
    booking: dict[str, Any] = {
        "counter": read.resource("counter"),
        "counters": read.place(),
        "answers": read.answers(kind) if kind else {},
        "comment": read.text("comment", read.data.get("comment")),
        "hold": read.secret("hold"),
        "offer": read.secret("offer"),
    }
    if actor.staff:
        booking["agent"] = read.resource("agent")
        booking["notes"] = read.text("notes", read.data.get("notes"))
        booking["confirm"] = read.confirmed()
    elif read.data.get("consent") is not True:
        read.add("consent", "required")
    read.done()
    assert kind is not None and start is not None
    return Booking(type=kind.uid, start=start, people=people, visitor=visitor, **booking)
