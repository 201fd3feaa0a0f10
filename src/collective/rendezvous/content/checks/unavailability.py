"""Checks of an unavailability."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.rendezvous.content.checks.hours import end_after_start
from collective.rendezvous.content.checks.problem import Place
from collective.rendezvous.content.checks.problem import Problem
from typing import Any


def check_unavailability(values: Mapping[str, Any], place: Place) -> Iterator[Problem]:
    """It ends after it begins."""
    yield from end_after_start(values["start"], values["end"])
