"""What an appointment has, or had, as the texts of the form's fields."""

from collections.abc import Mapping
from collective.rendezvous.browser.public.fields import question_field
from collective.rendezvous.browser.public.form import text_of
from collective.rendezvous.browser.staff.form.form import AppointmentForm
from collective.rendezvous.browser.staff.form.inputs import GONE
from collective.rendezvous.browser.staff.form.moment import shown
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.scheduling.office import Question
from datetime import datetime
from typing import Any


TEXTS = ("civility", "first_name", "last_name", "email", "phone", "comment", "notes")


def values_of(appointment: Appointment, office: Office) -> dict[str, str]:
    """The values that it has now."""
    values = {name: text_of(getattr(appointment, name)) for name in TEXTS}
    values |= shown(appointment.start_at.astimezone(office.zone))
    values["people"] = str(appointment.people)
    values["type"] = _id(office.types.get(appointment.type_uid))
    values["agent"] = _id(office.agents.get(appointment.agent_uid))
    values["counter"] = _id(office.counters.get(appointment.counter_uid))
    kind = office.types.get(appointment.type_uid)
    return values | answers_of(appointment.answers, kind.questions if kind else ())


def values_at(appointment: Appointment, version: int, office: Office) -> dict[str, str]:
    """The values that it had in an earlier version: what was changed since is taken back."""
    values = values_of(appointment, office)
    for change in reversed(appointment.history[version:]):
        for name, before, _after in change.changes:
            values |= _former(name, before, office)
    return values


def answers_of(answers: Mapping[str, Any], questions: tuple[Question, ...]) -> dict[str, str]:
    """The answers as the fields of the questions hold them."""
    return {question_field(question).name: answer_text(answers.get(question.label)) for question in questions}


def answer_text(answer: Any) -> str:
    """An answer as its field holds it."""
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    return "" if answer is None else text_of(str(answer))


def keep_stored(form: AppointmentForm, appointment: Appointment, office: Office) -> None:
    """Offer what the appointment has, though it could not be chosen any more."""
    stored = values_of(appointment, office)
    form.keep("type", stored["type"], appointment.type_title)
    form.keep("agent", stored["agent"], appointment.agent_title)
    form.keep("counter", stored["counter"], appointment.counter_title)
    form.keep("civility", stored["civility"], stored["civility"])
    for _question, field in form.questions:
        if field.kind == "choice":
            form.keep(field.name, stored.get(field.name, ""), stored.get(field.name, ""))


def _former(name: str, before: Any, office: Office) -> dict[str, str]:
    if name in TEXTS:
        return {name: text_of(before)}
    if name == "start":
        return shown(datetime.fromisoformat(before).astimezone(office.zone))
    if name == "people":
        return {name: str(before)}
    if name == "answers":
        questions = [one for kind in office.types.values() for one in kind.questions]
        return answers_of(before or {}, tuple(questions))
    known = {"type": office.types, "agent": office.agents, "counter": office.counters}.get(name, {})
    found: Any = next((one for one in known.values() if one.title == before), None)
    return {name: _id(found)} if known else {}


def _id(found: Any) -> str:
    return found.id if found is not None else GONE
