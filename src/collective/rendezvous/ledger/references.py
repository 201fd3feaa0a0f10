"""References of appointments: ten characters that one can read out on the phone.

A reference is a random number of 50 bits, written in 32 characters without 0, O, 1 and I. The
number is the appointment's id in the trees of the ledger, so no look-up by reference is needed,
and the order of ids is the order of references.
"""

from secrets import randbits
from secrets import token_urlsafe


ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH = 10

_VALUES = {character: value for value, character in enumerate(ALPHABET)}


def new_id() -> int:
    """A random id."""
    return randbits(5 * LENGTH)


def new_key() -> str:
    """A secret of 128 random bits, url-safe: it opens an appointment to its citizen."""
    return token_urlsafe(16)


def reference_of(id: int) -> str:
    """The reference that writes this id."""
    return "".join(ALPHABET[id >> shift & 31] for shift in range(5 * LENGTH - 5, -1, -5))


def id_of(reference: str) -> int | None:
    """The id that a reference writes; None for what is no reference."""
    if len(reference) != LENGTH:
        return None
    id = 0
    for character in reference:
        if character not in _VALUES:
            return None
        id = id << 5 | _VALUES[character]
    return id
