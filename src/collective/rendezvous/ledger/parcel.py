"""What waits to be sent by mail: what it is about, not yet a word of it."""

from collections.abc import Mapping
from persistent import Persistent
from typing import Any


class Parcel(Persistent):
    """A letter that somebody is to get.

    `kind` names who composes it, at the time of sending, from what is true then. `to` is an address; empty
    stands for the visitor's of the appointment `reference`. `facts` are plain values (texts, numbers, lists)
    that the letter needs and that nobody else keeps. `written`: seconds since the epoch; `tries`: how often
    its sending failed.
    """

    def __init__(
        self,
        kind: str,
        to: str = "",
        reference: str = "",
        language: str = "",
        facts: Mapping[str, Any] | None = None,
        written: int = 0,
    ) -> None:
        self.kind = kind
        self.to = to
        self.reference = reference
        self.language = language
        self.facts = dict(facts or {})
        self.written = written
        self.tries = 0

    def __getstate__(self) -> tuple[Any, ...]:
        """A tuple, half the size of a dict."""
        return (
            self.kind,
            self.to,
            self.reference,
            self.language,
            self.facts or None,
            self.written,
            self.tries,
        )

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        """Read that tuple."""
        self.kind, self.to, self.reference, self.language, facts, self.written, self.tries = state
        self.facts = facts or {}
