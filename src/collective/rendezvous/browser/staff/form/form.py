"""The desk's form: what was typed, what it means to `booking`, and what is wrong with it."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.rendezvous import _
from collective.rendezvous.booking.errors import FieldError
from collective.rendezvous.booking.messages import of_field
from collective.rendezvous.browser.public.form import answer_of
from collective.rendezvous.browser.public.form import Group
from collective.rendezvous.browser.public.form import Shown
from collective.rendezvous.browser.public.form import text_of
from collective.rendezvous.browser.staff.form.inputs import GONE
from collective.rendezvous.browser.staff.form.inputs import Input
from collective.rendezvous.browser.staff.form.inputs import place_inputs
from collective.rendezvous.browser.staff.form.inputs import question_input
from collective.rendezvous.browser.staff.form.inputs import text_inputs
from collective.rendezvous.browser.staff.form.inputs import visitor_inputs
from collective.rendezvous.browser.staff.form.moment import typed
from collective.rendezvous.browser.words import Words
from collective.rendezvous.scheduling.office import Office
from typing import Any


BESIDE: dict[tuple[str, str], str] = {
    ("answers", "wrong_type"): _("Write a number, for example: 12"),
    ("people", "wrong_type"): _("Write a number, for example: 2"),
    ("type", "required"): _("Choose a type."),
}
"""Field and code: the sentence below the field; what is not here is said by `booking.messages`."""


class AppointmentForm:
    """The form filled with `values`, texts by the names of the fields."""

    def __init__(self, office: Office, values: Mapping[str, Any], words: Words) -> None:
        self.office = office
        self.words = words
        self.type = office.type_by_id(text_of(values.get("type")))
        self.place = place_inputs(office, self.type, words)
        self.visitor = visitor_inputs(words)
        questions = self.type.questions if self.type else ()
        self.questions = [(question, question_input(question)) for question in questions]
        self.texts = text_inputs()
        self.errors: list[Shown] = []
        for field in self.fields:
            field.value = text_of(values.get(field.name))
        self.typed = typed(self["date"].value, self["time"].value, office.zone)

    def __getitem__(self, name: str) -> Input:
        return next(field for field in self.fields if field.name == name)

    @property
    def fields(self) -> list[Input]:
        """All fields, in the order of the page."""
        return [*self.place, *self.visitor, *(field for _question, field in self.questions), *self.texts]

    @property
    def groups(self) -> list[Group]:
        """The fields under their legends."""
        request = [*(field for _question, field in self.questions), *self.texts]
        return [
            Group(_("Appointment"), list(self.place)),
            Group(_("Visitor"), list(self.visitor)),
            Group(_("Request"), list(request)),
        ]

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {field.name: field.value for field in self.fields}

    @property
    def asked(self) -> str:
        """What the rules are asked about: warnings are accepted for this and nothing else."""
        names = ("type", "people", "date", "time", "agent", "counter", "email")
        return "|".join(self[name].value.strip() for name in names)

    def keep(self, field: str, value: str, title: str) -> None:
        """Offer what an appointment has beside what can be chosen today."""
        found = self[field]
        if value and value not in [known for known, _title in found.choices]:
            found.choices = [*found.choices, (value, title)]

    def fix(self) -> None:
        """Let time and place be seen and not changed."""
        for field in self.place:
            field.fixed = True

    def data(self) -> dict[str, Any]:
        """What was typed, in the shape that `booking` reads."""
        people = self["people"].value.strip()
        return {
            "type": self._id("type") or None,
            "start": self.start,
            "people": int(people) if _is_number(people) else people or None,
            "agent": self._id("agent"),
            "counter": self._id("counter"),
            "visitor": {field.name: field.value for field in self.visitor},
            "answers": {
                question.label: answer_of(question, field.value) for question, field in self.questions
            },
            "comment": self["comment"].value,
            "notes": self["notes"].value,
        }

    @property
    def start(self) -> Any:
        """The start as a moment; None where nothing was typed, a text where it means no moment."""
        written = (self["date"].value + self["time"].value).strip()
        return self.typed.moment or (written or None)

    def _id(self, name: str) -> str:
        value = self[name].value
        return "" if value == GONE else value

    def refuse(self, errors: Iterable[FieldError]) -> None:
        """Put each error beside its field and in the summary, both in the order of the page."""
        beside: dict[str, str] = {}
        for error in errors:
            name, sentence = self._told(error)
            beside.setdefault(name, sentence)
        for field in self.fields:
            if field.name in beside:
                field.error = beside.pop(field.name)
                line = _("${field}: ${sentence}")
                label = self.words.say(field.label).rstrip(" :\xa0")
                text = self.words.say(line, field=label, sentence=field.error)
                self.errors.append(
                    Shown(field.target, f"{label} {field.error}" if label.endswith("?") else text)
                )
        self.errors += [Shown("", sentence) for sentence in beside.values()]

    def _told(self, error: FieldError) -> tuple[str, str]:
        if error.field == "start":
            sentence = self.typed.problem or of_field(error, self.words.language)
            return self.typed.field or "date", self.words.say(sentence)
        told = BESIDE.get((error.field, error.code))
        sentence = self.words.say(told) if told else of_field(error, self.words.language)
        if error.field != "answers":
            return error.field, sentence
        label = error.values.get("label")
        name = next((field.name for _question, field in self.questions if field.item == label), "answers")
        return name, sentence


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10
