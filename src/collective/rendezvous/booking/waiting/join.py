"""Join the waiting list: the answer is the same whoever asks, and for whatever address."""

from ...ledger.instants import seconds
from ...ledger.waiting import UNCONFIRMED
from ...ledger.waiting import Waiter
from ...scheduling.zone import at
from ..book import Asked
from ..errors import AskedTooOften
from ..errors import SectionClosed
from ..writing import Writing
from .events import WaitingJoined
from .places import free_already
from .places import Places
from .wish import Wish
from .wish import wish_of
from datetime import timedelta


MOST = 3
"""So many entries an address may have in a section, confirmed or not: as many mails ask to confirm."""

A_MINUTE = 5
"""So many times a client may ask in a minute."""

AGAIN = 5 * 60
"""The seconds in which asking for the same again is a form that was sent twice."""


def join(writing: Writing, asked: Asked) -> None:
    """Note what somebody wants to wait for, and have the address asked whether it is theirs.

    Nothing happens, and nothing is told, where the address waits for the same already or for
    enough. Raises SectionClosed, Invalid or AskedTooOften.
    """
    office, now, waiting = writing.office, writing.now, writing.ledger.waiting
    if office.state != "open":
        raise SectionClosed(office.state)
    wish = wish_of(asked.data, office, writing.actor, now.astimezone(office.zone).date())
    wait = waiting.clients.allowed(asked.client, now, A_MINUTE)
    if wait:
        raise AskedTooOften(wait)
    waiting.clients.count(asked.client, now)
    writing.ledger.visitors.touch(wish.email)
    made = waiter_of(writing, wish, asked.language)
    others = [other for other in waiting.of(wish.email) if other.due > seconds(now)]
    if len(others) < MOST and not any(repeats(made, other) for other in others):
        waiting.add(made)
        writing.tell(WaitingJoined(writing.section, made))


def waiter_of(writing: Writing, wish: Wish, language: str) -> Waiter:
    """The entry; what is free by now is no news to whoever has just looked at it."""
    office, now = writing.office, writing.now
    named = wish.type, wish.counters, wish.people, wish.first, wish.last
    return Waiter(
        type_uid=wish.type,
        counters=wish.counters,
        people=wish.people,
        first=wish.first,
        last=wish.last,
        email=wish.email,
        ends=seconds(at(office.zone, wish.last + timedelta(days=1), 0)),
        created=seconds(now),
        language=language,
        known=free_already(Places(writing.ledger, office, now, freed=True), *named),
    )


def repeats(made: Waiter, other: Waiter) -> bool:
    """Whether somebody asks for what they wait for already, or sent the form twice."""
    if made.wish != other.wish:
        return False
    return other.state != UNCONFIRMED or made.created - other.created < AGAIN
