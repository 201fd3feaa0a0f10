"""A week of an agent's availabilities, a column a day; made without any script."""

from collections.abc import Iterator
from collective.rendezvous import _
from collective.rendezvous.browser.staff.availability.blocks import Block
from collective.rendezvous.browser.staff.availability.blocks import Free
from collective.rendezvous.browser.staff.availability.blocks import Off
from collective.rendezvous.browser.staff.availability.blocks import query_of
from collective.rendezvous.browser.staff.availability.blocks import Told
from collective.rendezvous.browser.staff.hours import clock
from collective.rendezvous.browser.staff.hours import stretch
from collective.rendezvous.browser.staff.planning.lanes import lanes
from collective.rendezvous.content.availability import IAvailability
from collective.rendezvous.content.hour import minutes
from collective.rendezvous.content.occurrence import Occurrence
from collective.rendezvous.content.office import complete
from collective.rendezvous.content.unavailability import IUnavailability
from collective.rendezvous.scheduling.holidays import closures_on
from collective.rendezvous.scheduling.hours import absent
from collective.rendezvous.scheduling.minutes import span
from collective.rendezvous.scheduling.minutes import stretches
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import timedelta
from functools import cached_property
from Products.CMFCore.permissions import ModifyPortalContent
from typing import Any
from urllib.parse import urlencode


ONE_DAY = timedelta(days=1)
LEAST = 30
"""Free time below so many minutes is not offered: nobody could press it."""


@dataclass(frozen=True)
class Column:
    """A day with what stands in it."""

    day: date
    title: str
    today: bool
    offs: list[Off]
    blocks: list[Block]
    frees: list[Free]

    @property
    def id(self) -> str:
        """The id of its title."""
        return f"c-{self.day}"


class WeekOfHours:
    """The week around a day; `page` is a page of the back office whose context is the agent."""

    def __init__(self, page: Any, day: date) -> None:
        self.page = page
        self.agent = page.context
        self.office = page.office
        self.words = page.words
        self.day = day
        self.monday = day - timedelta(days=day.weekday())

    @cached_property
    def availabilities(self) -> list[Any]:
        """The agent's availabilities, as content."""
        return list(complete(self.agent, IAvailability, "days", "start", "end"))

    @cached_property
    def absences(self) -> list[Any]:
        """The agent's unavailabilities, as content."""
        return list(complete(self.agent, IUnavailability, "start", "end"))

    @cached_property
    def days(self) -> list[date]:
        """Those on which somebody ever works here, and those on which this agent does."""
        worked = {number for one in self.availabilities for number in one.days}
        for agent in self.office.agents.values():
            worked |= {number for one in agent.availabilities for number in one.days}
        worked = worked or {0, 1, 2, 3, 4}
        week = (self.monday + number * ONE_DAY for number in range(7))
        return [day for day in week if day.weekday() in worked]

    @cached_property
    def window(self) -> tuple[int, int]:
        """The first and the last minute shown: the section's day and the agent's hours, in whole hours."""
        low = min([self.office.day_start, *(minutes(one.start) for one in self.availabilities)])
        high = max([self.office.day_end, *(minutes(one.end) for one in self.availabilities)])
        return low // 60 * 60, -(-high // 60) * 60

    @property
    def hours(self) -> list[str]:
        """The hours beside the columns."""
        low, high = self.window
        return [clock(minute, self.words) for minute in range(low, high, 60)]

    @property
    def style(self) -> str:
        """The measures of the calendar."""
        low, high = self.window
        return f"--start: {low}; --hours: {(high - low) // 60}; --cols: {len(self.days)}; --col-min: 8rem"

    @cached_property
    def columns(self) -> list[Column]:
        """The days."""
        return [self._column(day) for day in self.days]

    def _column(self, day: date) -> Column:
        closed = closures_on(self.office, day, self.words.language)
        blocks = list(self._blocks(day, closed.mask))
        places = lanes([(one.start, one.end) for one in blocks])
        offs = [*self._closed(closed), *self._away(day, closed.mask)]
        busy = closed.mask | absent(self.absences, day)
        for one in blocks:
            busy |= span(one.start, one.end)
        return Column(
            day=day,
            title=self.words.day(day),
            today=day == self.page.today,
            offs=offs,
            blocks=[replace(one, lane=lane) for one, lane in zip(blocks, places, strict=True)],
            frees=list(self._frees(day, busy)),
        )

    def _blocks(self, day: date, closed: int) -> Iterator[Block]:
        found = []
        for one in self.availabilities:
            try:
                occurrence = Occurrence(one, day)
            except LookupError:
                continue
            left = 0
            for pair in occurrence.left:
                left |= span(*pair)
            found += [(pair, one, occurrence) for pair in stretches(left & ~closed)]
        found.sort(key=lambda each: (each[0], each[1].getId()))
        for (start, end), one, occurrence in found:
            yield self._block(day, start, end, one, occurrence)

    def _block(self, day: date, start: int, end: int, one: Any, occurrence: Occurrence) -> Block:
        told = Told(one, self.office, self.words)
        mine = self.page.may(ModifyPortalContent, one)
        whole = (start, end) == (occurrence.start, occurrence.end)
        return Block(
            id=one.getId(),
            day=day,
            start=start,
            end=end,
            url=self._url(one, day, occurrence.alone) if mine else "",
            hours=stretch(start, end, self.words),
            types=told.types,
            colors=told.colors,
            notes=told.notes,
            hidden=", " + self.words.day(day),
            days=told.days[:1].lower() + told.days[1:],
            action=f"{one.absolute_url()}/@@one-day" if mine and whole else "",
            once=occurrence.alone,
        )

    @staticmethod
    def _url(one: Any, day: date, alone: bool) -> str:
        view, name = ("edit", "back") if alone else ("@@one-day", "day")
        return f"{one.absolute_url()}/{view}?{name}={day}"

    def _closed(self, closed: Any) -> Iterator[Off]:
        told = _("Closed: ${reason}") if closed.reason else _("Closed")
        label = self.words.say(told, reason=closed.reason)
        return (Off(*pair, label) for pair in stretches(closed.mask))

    def _away(self, day: date, closed: int) -> Iterator[Off]:
        for one in sorted(self.absences, key=lambda each: (each.start, each.end)):
            url = f"{one.absolute_url()}/edit?back={day}" if self.page.may(ModifyPortalContent, one) else ""
            label = one.reason or self.words.say(_("Unavailable"))
            for pair in stretches(absent([one], day) & ~closed):
                yield Off(*pair, label, url)

    def _frees(self, day: date, busy: int) -> Iterator[Free]:
        if not self.page.may_add_hours:
            return
        for start, end in stretches(span(*self.window) & ~busy):
            if end - start >= LEAST:
                hidden = self.words.say(_(", ${day}: add an availability"), day=self.words.day(day))
                url = f"{self.page.url}/++add++Availability?{urlencode(query_of(day, start, end))}"
                yield Free(start, end, url, stretch(start, end, self.words), hidden)
