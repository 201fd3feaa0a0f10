"""What a text typed into the search box finds."""

from .lookups import Lookup
from .names import beginning_digits
from .names import folded
from .names import looks_like_phone
from .names import mailbox
from .names import phone_digits
from collections.abc import Iterator
from collections.abc import Mapping


def search(lookups: Mapping[str, Lookup], text: str, region: str) -> Iterator[tuple[int, int]]:
    """(start, id) of what begins so, in no order, some more than once.

    Last name, first name, any word of them, "first last", "last first", e-mail address; for digits,
    phone number.
    """
    for lookup, prefix in sorted(_prefixes(text, region)):
        for _, start, id in lookups[lookup].beginning(prefix):
            yield start, id


def exactly(lookups: Mapping[str, Lookup], text: str, region: str) -> Iterator[tuple[int, int]]:
    """(start, id) of those whose e-mail address, phone number or full name is just that."""
    wanted = {("email", mailbox(text)), ("name", folded(text))}
    if looks_like_phone(text):
        wanted.add(("phone", phone_digits(text, region)))
    for lookup, value in sorted(wanted):
        if value:
            for _, start, id in lookups[lookup].between((value,), (value + "\0",)):
                yield start, id


def _prefixes(text: str, region: str) -> set[tuple[str, str]]:
    name = folded(text)
    found = {("name", name), ("word", name), ("email", mailbox(text)), ("email", name)}
    if looks_like_phone(text):
        found |= {("phone", beginning_digits(text, region)), ("phone", phone_digits(text, region))}
    return {(lookup, prefix) for lookup, prefix in found if prefix}
