"""The citizen's form: what was typed, what it means to `booking`, and what is wrong with it."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.rendezvous import _
from collective.rendezvous.booking.errors import FieldError
from collective.rendezvous.booking.messages import of_finding
from collective.rendezvous.browser.public.errors import help_with
from collective.rendezvous.browser.public.errors import in_summary
from collective.rendezvous.browser.public.errors import when_left
from collective.rendezvous.browser.public.fields import comment_field
from collective.rendezvous.browser.public.fields import contact_fields
from collective.rendezvous.browser.public.fields import Field
from collective.rendezvous.browser.public.fields import question_field
from collective.rendezvous.browser.public.fields import visitor_fields
from collective.rendezvous.browser.words import Words
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.office import Question
from collective.rendezvous.scheduling.rules import Finding
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Group:
    """Fields under one legend."""

    legend: str
    fields: list[Field]


@dataclass(frozen=True)
class Shown:
    """One line of the summary of errors; `target` is the id it leads to, empty where there is none."""

    target: str
    text: str


class Form:
    """The form for a type, filled with `values` (a request's form, or nothing)."""

    def __init__(self, type: AppointmentType, values: Mapping[str, Any], words: Words) -> None:
        self.type = type
        self.words = words
        self.visitor = visitor_fields(words)
        self.contact = contact_fields()
        self.questions = [(question, question_field(question)) for question in type.questions]
        self.comment = comment_field()
        self.consent = bool(values.get("consent"))
        self.consent_error = ""
        self.errors: list[Shown] = []
        for field in self.fields:
            field.value = text_of(values.get(field.name))
            name = "answers" if field.item else field.name
            field.said = when_left(name, words, field.required, field.kind, field.inputmode == "decimal")

    @property
    def consent_needed(self) -> str:
        """What is said where the box was ticked and is not any more."""
        return when_left("consent", self.words, required=True)["required"]

    @property
    def fields(self) -> list[Field]:
        """All fields, in the order of the page."""
        return [*self.visitor, *self.contact, *(field for _question, field in self.questions), self.comment]

    @property
    def groups(self) -> list[Group]:
        """The fields under their legends."""
        request = [*(field for _question, field in self.questions), self.comment]
        return [
            Group(_("Who is coming?"), self.visitor),
            Group(_("How can we reach you?"), self.contact),
            Group(_("Your request"), request),
        ]

    @property
    def written(self) -> list[tuple[str, str]]:
        """What was typed, as pairs for hidden fields."""
        pairs = [(field.name, field.value) for field in self.fields if field.value]
        return [*pairs, ("consent", "1")] if self.consent else pairs

    @property
    def full_name(self) -> str:
        """Who comes, as one writes it on an envelope."""
        return " ".join(field.value for field in self.visitor if field.value)

    @property
    def email(self) -> str:
        """Their address."""
        return self.contact[0].value

    def data(self) -> dict[str, Any]:
        """What was typed, in the shape that `booking` reads."""
        visitor = {field.name: field.value for field in (*self.visitor, *self.contact)}
        answers = {question.label: answer_of(question, field.value) for question, field in self.questions}
        return {
            "visitor": visitor,
            "answers": answers,
            "comment": self.comment.value,
            "consent": self.consent,
        }

    def refuse(self, errors: Iterable[FieldError]) -> None:
        """Put each error beside its field and in the summary, both in the order of the page."""
        beside: dict[str, FieldError] = {}
        for error in errors:
            beside.setdefault(self._name(error), error)
        for field in self.fields:
            if field.name in beside:
                error = beside.pop(field.name)
                field.error = help_with(error, self.words, field.kind)
                self._show(field.target, error, field.item, field.kind)
        if "consent" in beside:
            error = beside.pop("consent")
            self.consent_error = help_with(error, self.words)
            self._show("consent", error)
        for error in beside.values():
            self._show("", error)

    def refuse_visitor(self, finding: Finding) -> None:
        """Put a rule that concerns the visitor beside their address."""
        field = self.contact[0]
        field.error = of_finding(finding, self.words.language)
        self.errors.append(Shown(field.target, field.error))

    def _show(self, target: str, error: FieldError, question: str = "", kind: str = "") -> None:
        self.errors.append(Shown(target, in_summary(error, self.words, question, kind)))

    def _name(self, error: FieldError) -> str:
        if error.field != "answers":
            return error.field
        label = error.values.get("label")
        return next((field.name for _question, field in self.questions if field.item == label), "answers")


def answer_of(question: Question, text: str) -> Any:
    """What was typed, as the kind of the question wants it."""
    if question.kind == "yesno":
        return {"yes": True, "no": False}.get(text, text)
    return _number(text) if question.kind == "number" else text


def _number(text: str) -> Any:
    plain = "".join(text.split()).replace(",", ".")
    for kind in (int, float):
        try:
            return kind(plain)
        except ValueError:
            continue
    return text


def text_of(value: Any) -> str:
    """What a field holds, with the line breaks of this house; nothing where it is no text."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""
