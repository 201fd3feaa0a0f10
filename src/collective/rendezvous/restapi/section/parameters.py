"""What was asked by parameters: in the address, or in a body with the same names."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from collective.rendezvous.booking.errors import Invalid
from collective.rendezvous.booking.reading import YEARS
from collective.rendezvous.booking.texts import Problems
from datetime import date
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs

import re


DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
NUMBER = re.compile(r"-?\d{1,9}", re.ASCII)
NAMES = 1000
"""The most parameters that an address may hold."""


class Parameters(Problems):
    """Values by name, read one by one; what is wrong is collected, and raised by :meth:`done`."""

    def __init__(self, values: Mapping[str, Sequence[str]], in_address: bool = True) -> None:
        super().__init__()
        self.values = values
        self.in_address = in_address

    def done(self) -> None:
        """Raise :class:`.booking.errors.Invalid` if anything was wrong."""
        if self.errors:
            raise Invalid(self.errors)

    def many(self, name: str) -> list[str]:
        """All values of a parameter that may be repeated; empty ones do not count."""
        return [value for value in self.values.get(name, ()) if value]

    def one(self, name: str) -> str | None:
        """The value of a parameter that may stand there once."""
        found = self.many(name)
        if len(found) > 1:
            self.add(name, "wrong_type")
            return None
        return found[0] if found else None

    def day(self, name: str) -> date | None:
        """A day, written 2026-11-24."""
        value = self.one(name)
        if value is None:
            return None
        try:
            found = date.fromisoformat(value) if DAY.fullmatch(value) else None
        except ValueError:
            found = None
        if found is None or found.year not in YEARS:
            self.add(name, "invalid_day")
            return None
        return found

    def moment(self, name: str) -> datetime | None:
        """A moment with its offset."""
        value = self.one(name)
        if value is None:
            return None
        try:
            found = datetime.fromisoformat(value)
        except ValueError:
            self.add(name, "invalid_datetime")
            return None
        if found.utcoffset() is None:
            self.add(name, "no_offset")
        elif found.year not in YEARS:
            self.add(name, "invalid_datetime")
        else:
            return found
        return None

    def whole(self, name: str, default: int, least: int, most: int) -> int:
        """A whole number within bounds."""
        value = self.one(name)
        if value is None:
            return default
        if not NUMBER.fullmatch(value):
            self.add(name, "out_of_bounds" if value.isdecimal() else "wrong_type", least=least, most=most)
            return default
        return self.number(name, int(value), least, most)

    def uids(self, name: str, found: Any, required: bool = False) -> frozenset[str] | None:
        """The uids of what is named by ids; None where nothing is. `found` looks one up by id."""
        known = [(value, found(value)) for value in self.many(name)]
        if any(one is None for _, one in known):
            self.add(name, "unknown")
        elif not known and required:
            self.add(name, "required")
        return frozenset(one.uid for _, one in known if one is not None) or None


def in_address(request: Any) -> Parameters:
    """The parameters in the address, as they were sent: a name says nothing about the kind of its value."""
    try:
        values = parse_qs(
            request.environ.get("QUERY_STRING", ""),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=NAMES,
        )
    except ValueError:
        values = {}
    return Parameters(values)


def in_body(data: Mapping[str, Any]) -> Parameters:
    """The same in a JSON object: texts and numbers, or lists of them; null is nothing."""
    values: dict[str, list[str]] = {}
    wrong = []
    for name, value in data.items():
        several = value if isinstance(value, list) else [value]
        if all(each is None or plain(each) for each in several):
            values[name] = [str(each) for each in several if each is not None]
        else:
            wrong.append(name)
    found = Parameters(values, in_address=False)
    refuse(found, wrong)
    return found


def plain(value: Any) -> bool:
    """Whether a value can stand in an address as well."""
    return isinstance(value, str) or (type(value) is int and abs(value) < 10**18)


def refuse(parameters: Parameters, names: Iterable[str]) -> None:
    """Note that these have a value of another kind; unknown names are nobody's business."""
    for name in names:
        if name in KNOWN:
            parameters.add(name, "wrong_type")


KNOWN = frozenset({"from", "to", "agent", "counter", "type", "state", "q", "b_start", "b_size"})
