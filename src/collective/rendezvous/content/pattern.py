"""The week pattern of an agent, copied to another: told before it is done.

A pattern is all availabilities that are not over and not of a single day: those are exceptions of
the agent who has them, and are not copied.
"""

from collections.abc import Iterator
from collective.rendezvous.content.availability import IAvailability
from collective.rendezvous.content.checks.overlap import overlapping
from collective.rendezvous.content.counter import ICounter
from collective.rendezvous.content.office import availability as snapshot
from collective.rendezvous.content.office import complete
from collective.rendezvous.content.references import uids_by_id
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from datetime import timedelta
from plone.dexterity.utils import createContentInContainer
from typing import Any
from zope.lifecycleevent import modified


FIELDS = ("days", "start", "end", "types", "counters", "audience", "valid_from", "valid_until", "weeks")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Order:
    """What to copy: from whom, whether it takes the place of what is there, and from which day on.

    `since`: the copies begin and what they replace ends there; None is without a beginning.
    """

    source: Any
    replace: bool
    today: date
    since: date | None = None


@dataclass
class Copy:
    """What the copy does to one agent: hours that come, go, or end the day before it.

    `overlaps`: pairs of an availability to copy and one that stays, at the same time with other
    counters: with any of these nothing is done.
    """

    target: Any
    added: list[dict[str, Any]] = field(default_factory=list)
    removed: list[Any] = field(default_factory=list)
    ended: list[Any] = field(default_factory=list)
    kept: int = 0
    overlaps: list[tuple[dict[str, Any], Any]] = field(default_factory=list)


def pattern(agent: Any, today: date) -> list[Any]:
    """The availabilities of an agent's week pattern."""
    return [
        one
        for one in complete(agent, IAvailability, "days", "start", "end")
        if not (one.valid_until and (one.valid_until < today or one.valid_until == one.valid_from))
    ]


def plan(order: Order, target: Any) -> Copy:
    """What copying to one agent would do."""
    copy = Copy(target, added=list(_copies(order)))
    since = order.since
    stays = list(complete(target, IAvailability, "days", "start", "end"))
    if order.replace:
        for one in pattern(target, order.today):
            if since and (one.valid_from is None or one.valid_from < since):
                if one.valid_until is None or one.valid_until >= since:
                    copy.ended.append(one)
            else:
                copy.removed.append(one)
    copy.added = [data for data in copy.added if not _is_there(data, stays, copy)]
    copy.overlaps = list(_overlaps(order, copy, stays))
    return copy


def _copies(order: Order) -> Iterator[dict[str, Any]]:
    since = order.since
    for one in pattern(order.source, order.today):
        data = {name: getattr(one, name) for name in FIELDS}
        data = {name: list(value) if isinstance(value, list) else value for name, value in data.items()}
        if since and data["valid_until"] and data["valid_until"] < since:
            continue
        if since and (data["valid_from"] is None or data["valid_from"] < since):
            data["valid_from"] = since
        yield data


def _is_there(data: dict[str, Any], stays: list[Any], copy: Copy) -> bool:
    """Whether the target has these very hours already; they stay then, also where others are replaced."""
    for one in stays:
        if all(_same(getattr(one, name), data[name]) for name in FIELDS):
            if one in copy.removed:
                copy.removed.remove(one)
            copy.kept += 1
            return True
    return False


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return sorted(one) == sorted(other)
    return bool(one == other)


def _overlaps(order: Order, copy: Copy, stays: list[Any]) -> Iterator[tuple[dict[str, Any], Any]]:
    counters = set(uids_by_id(copy.target, ICounter).values())
    for one in stays:
        if one in copy.removed:
            continue
        there = snapshot(one, (), counters)
        if one in copy.ended and order.since:
            there = replace(there, valid_until=order.since - ONE_DAY)
        for data in copy.added:
            new = snapshot(Planned(data), (), counters)
            if new.counters != there.counters and overlapping(new, there):
                yield data, one


class Planned:
    """The values of an availability that is not there yet, as its fields."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.__dict__.update(data)

    def UID(self) -> str:
        """It has none yet."""
        return ""


def carry_out(order: Order, copy: Copy) -> None:
    """Write what was planned."""
    for one in copy.removed:
        copy.target.manage_delObjects([one.getId()])
    for one in copy.ended:
        one.valid_until = order.since and order.since - ONE_DAY
        modified(one)
    for data in copy.added:
        createContentInContainer(copy.target, "Availability", **data)
