"""Idempotency keys: a request that is sent twice is answered twice and done once.

Only a booking that succeeded is remembered. The key itself is not kept: its digest is, and the
digest of the request under the key, so nothing of what was sent can be guessed from it.
"""

from .cells import Cells
from .instants import seconds
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest
from hmac import digest
from typing import Any
from typing import NamedTuple


LIFETIME = 24 * 60 * 60
"""The seconds for which a key is remembered."""


class KeyReused(Exception):
    """The key was used for another request."""


class Answer(NamedTuple):
    """What is remembered of a request that was answered.

    `told` is whatever the caller needs to tell the same once more: plain strings and numbers.
    """

    when: int
    name: bytes
    request: bytes
    reference: str
    told: tuple[Any, ...]


class Answers(Cells):
    """The answers of the last 24 hours. Two transactions with the same key conflict."""

    def find(self, key: str, request: bytes, now: datetime) -> Answer | None:
        """The answer that this key had; raises :class:`KeyReused` if it was to another request."""
        name = _name(key)
        for answer in self._fresh(name, now):
            if answer.name == name:
                if not compare_digest(answer.request, _digest(key, request)):
                    raise KeyReused(key)
                return answer
        return None

    def remember(
        self,
        key: str,
        request: bytes,
        reference: str,
        now: datetime,
        told: tuple[Any, ...] = (),
    ) -> None:
        """Remember what was answered to this request."""
        name = _name(key)
        answer = Answer(seconds(now), name, _digest(key, request), reference, told)
        others = (other for other in self._fresh(name, now) if other.name != name)
        self.write(name, tuple(tuple(kept) for kept in (*others, answer)))

    def _fresh(self, name: bytes, now: datetime) -> list[Answer]:
        oldest = seconds(now) - LIFETIME
        answers = (Answer(*stored) for stored in self.read(name) or ())
        return [answer for answer in answers if answer.when > oldest]


def _name(key: str) -> bytes:
    return sha256(key.encode("utf-8", "surrogatepass")).digest()[:16]


def _digest(key: str, request: bytes) -> bytes:
    return digest(key.encode("utf-8", "surrogatepass"), request, sha256)[:16]
