"""Checks of a type: its questions."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.rendezvous import _
from collective.rendezvous.content.checks.problem import Place
from collective.rendezvous.content.checks.problem import Problem
from typing import Any


def check_type(values: Mapping[str, Any], place: Place) -> Iterator[Problem]:
    """Labels of questions name the answers, so each stands once; a choice needs choices."""
    seen: set[str] = set()
    for question in values["questions"] or ():
        label = question["label"]
        if label in seen:
            yield Problem(
                "questions",
                "duplicate",
                _("The question “${label}” stands there twice.", mapping={"label": label}),
            )
        seen.add(label)
        if question["kind"] == "choice" and not question.get("choices"):
            yield Problem(
                "questions", "required", _("The question “${label}” needs choices.", mapping={"label": label})
            )
