"""An availability on one of its days: other hours on that day alone, or on that weekday from now on.

A day alone is changed by what stands beside the availability, which stays as it is: an
unavailability without a reason over what is cut off, and hours valid on one day for what is added.
Such an unavailability gives way again where somebody wants to receive then; one with a reason, or
of several days, never does: what it cuts off stays cut off, and nothing can be added in it.
"""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Iterator
from collective.rendezvous import _
from collective.rendezvous.content.availability import IAvailability
from collective.rendezvous.content.checks import check
from collective.rendezvous.content.hour import minutes
from collective.rendezvous.content.hour import written
from collective.rendezvous.content.office import availability as snapshot
from collective.rendezvous.content.office import complete
from collective.rendezvous.content.unavailability import IUnavailability
from collective.rendezvous.scheduling.hours import absent
from collective.rendezvous.scheduling.minutes import span
from collective.rendezvous.scheduling.minutes import stretches
from collective.rendezvous.scheduling.office import DAY
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from functools import cached_property
from plone.dexterity.utils import createContentInContainer
from typing import Any
from zope.i18nmessageid import Message
from zope.lifecycleevent import modified


KEPT = ("types", "counters", "audience")
"""What hours of one day have from the availability that they lengthen."""


class NotPossible(Exception):
    """What is asked cannot be; `message` says why."""

    def __init__(self, message: Message | str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Wish:
    """From when to when on a day, in minutes since midnight; without any, not at all."""

    day: date
    start: int = 0
    end: int = 0

    @property
    def mask(self) -> int:
        """Its minutes."""
        return span(self.start, self.end)


@dataclass(frozen=True)
class Change:
    """What a wish for one day does: absences that go and come, hours that come on the day wished for.

    `taken_along`: other availabilities of the agent that lose the hours cut off, too.
    """

    wish: Wish
    gone: list[Any]
    cuts: list[tuple[datetime, datetime]]
    extras: list[tuple[int, int]]
    taken_along: list[Any]


class Occurrence:
    """An availability (content) on a day; LookupError where it has no hours on that day."""

    def __init__(self, availability: Any, day: date) -> None:
        if not snapshot(availability, (), ()).applies(day):
            raise LookupError(day)
        self.availability = availability
        self.day = day
        self.agent = aq_parent(aq_inner(availability))
        self.start, self.end = minutes(availability.start), minutes(availability.end)
        self.mask = span(self.start, self.end)

    @property
    def alone(self) -> bool:
        """Whether it is valid on this day alone."""
        it = self.availability
        return bool(it.valid_from == it.valid_until == self.day)

    @cached_property
    def left(self) -> list[tuple[int, int]]:
        """The hours without those in which the agent is away; closures of the section do not count."""
        return list(stretches(self.mask & ~absent(self._absences, self.day)))

    @cached_property
    def _absences(self) -> list[Any]:
        return list(complete(self.agent, IUnavailability, "start", "end"))

    # This day only

    def change(self, wish: Wish) -> Change:
        """What other hours on that day alone, or on another day in its place, would do."""
        away = absent([one for one in self._absences if not gives_way(one, wish.day)], wish.day)
        added = wish.mask & ~(self.mask if wish.day == self.day else 0)
        if away & added or (wish.mask and not wish.mask & ~away):
            raise NotPossible(
                _("The agent is away in these hours on that day. Change or delete the unavailability first.")
            )
        change = Change(wish, [], [], [], [])
        for day in sorted({self.day, wish.day}):
            wanted = wish.mask if day == wish.day else 0
            cut = self.mask & ~wanted if day == self.day and not self.alone else 0
            self._absences_on(change, day, wanted, cut)
        if not self.alone:
            change.extras.extend(stretches(added))
        self._refuse_overlaps(change)
        return change

    def _absences_on(self, change: Change, day: date, wanted: int, cut: int) -> None:
        """Note which absences of a day go and come, so that the wanted hours are free and `cut` is not."""
        flexible = [one for one in self._absences if gives_way(one, day)]
        fixed = [one for one in self._absences if one not in flexible]
        before = absent(flexible, day)
        after = before & ~wanted | cut & ~absent(fixed, day)
        pairs = {moments(day, *pair) for pair in stretches(after)}
        there = {(one.start, one.end) for one in flexible}
        change.gone.extend(one for one in flexible if (one.start, one.end) not in pairs)
        change.cuts.extend(sorted(pairs - there))
        change.taken_along.extend(self._others(day, after & ~before))

    def _others(self, day: date, cut: int) -> Iterator[Any]:
        for one in complete(self.agent, IAvailability, "days", "start", "end"):
            if one.aq_base is self.availability.aq_base or not snapshot(one, (), ()).applies(day):
                continue
            if span(minutes(one.start), minutes(one.end)) & cut:
                yield one

    def _refuse_overlaps(self, change: Change) -> None:
        wish = change.wish
        if self.alone and wish.mask:
            self._refuse(check("Availability", self._hours(wish), self.agent, self.availability))
        for start, end in change.extras:
            data = self._extra(Wish(wish.day, start, end))
            self._refuse(check("Availability", data, self.agent))

    @staticmethod
    def _refuse(problems: list[Any]) -> None:
        for problem in problems:
            raise NotPossible(problem.message)

    @staticmethod
    def _hours(wish: Wish) -> dict[str, Any]:
        return {
            "days": [wish.day.weekday()],
            "start": written(wish.start),
            "end": written(wish.end),
            "valid_from": wish.day,
            "valid_until": wish.day,
        }

    def _extra(self, wish: Wish) -> dict[str, Any]:
        kept = {name: getattr(self.availability, name) for name in KEPT}
        return self._hours(wish) | {
            name: list(value) if isinstance(value, list) else value for name, value in kept.items()
        }

    def carry_out(self, change: Change) -> None:
        """Write it."""
        wish = change.wish
        for one in change.gone:
            self.agent.manage_delObjects([one.getId()])
        for start, end in change.cuts:
            createContentInContainer(self.agent, "Unavailability", start=start, end=end)
        for first, last in change.extras:
            createContentInContainer(self.agent, "Availability", **self._extra(Wish(wish.day, first, last)))
        if self.alone and wish.mask:
            self._set(self._hours(wish))
        elif self.alone:
            self.agent.manage_delObjects([self.availability.getId()])

    # Every week

    def every_week(self, wish: Wish) -> None:
        """Give all its days these hours, and the wished weekday the place of this one; or say why not."""
        it = self.availability
        old, new = self.day.weekday(), wish.day.weekday()
        if new != old and new in it.days:
            raise NotPossible(_("These hours are on that weekday already."))
        data = {
            "days": sorted({*it.days} - {old} | {new}),
            "start": written(wish.start),
            "end": written(wish.end),
        }
        self._refuse(check("Availability", data, self.agent, it))
        self._set(data)

    def _set(self, data: dict[str, Any]) -> None:
        for name, value in data.items():
            setattr(self.availability, name, value)
        modified(self.availability)


def gives_way(absence: Any, day: date) -> bool:
    """Whether an absence is one of a single day without a reason, as is written for hours cut off."""
    first, last = moments(day, 0, DAY)
    return bool(not absence.reason and first <= absence.start and absence.end <= last)


def moments(day: date, start: int, end: int) -> tuple[datetime, datetime]:
    """A stretch of minutes of a day as two naive moments."""
    midnight = datetime.combine(day, time())
    return midnight + timedelta(minutes=start), midnight + timedelta(minutes=end)
