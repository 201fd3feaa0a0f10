"""An end after its start."""

from collective.rendezvous import _
from collective.rendezvous.content.checks.problem import Problem
from typing import Any


def end_after_start(start: Any, end: Any, field: str = "end") -> list[Problem]:
    """A problem of `field` unless the end comes after the start; hours "HH:MM" sort as text."""
    if start is not None and end is not None and end <= start:
        return [Problem(field, "end_before_start", _("The end must come after the start."))]
    return []


def not_before(first: Any, last: Any, field: str) -> list[Problem]:
    """A problem of `field` if the last day comes before the first; None is open."""
    if first is not None and last is not None and last < first:
        return [Problem(field, "end_before_start", _("The last day must not come before the first."))]
    return []
