"""The columns of the planning: one a day, or for one day one a counter or an agent."""

from collections.abc import Iterable
from collective.rendezvous import _
from collective.rendezvous.booking.opening import state_of
from collective.rendezvous.browser.staff import names
from collective.rendezvous.browser.staff.placed import Placed
from collective.rendezvous.browser.staff.planning.entries import booked
from collective.rendezvous.browser.staff.planning.entries import Entry
from collective.rendezvous.browser.staff.planning.entries import opening
from collective.rendezvous.browser.staff.planning.lanes import lanes
from collective.rendezvous.browser.staff.planning.openings import openings
from collective.rendezvous.browser.staff.planning.presence import Presence
from collective.rendezvous.browser.staff.planning.presence import Presences
from collective.rendezvous.browser.staff.planning.presence import Scope
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.scheduling.minutes import span
from collective.rendezvous.scheduling.minutes import stretches
from collective.rendezvous.scheduling.office import Agent
from collective.rendezvous.scheduling.office import Counter
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import timedelta
from typing import Any


@dataclass(frozen=True)
class Stretch(Placed):
    """A part of the background; `label` says why nobody is there."""

    start: int
    end: int
    label: str = ""

    def within(self, low: int, high: int) -> "Stretch | None":
        """The part of it between two minutes, if there is one."""
        start, end = max(self.start, low), min(self.end, high)
        return Stretch(start, end, self.label) if start < end else None


@dataclass(frozen=True)
class Column:
    """A column with its title, background and links; `day` is told of columns that are days."""

    id: str
    title: str
    small: str
    day: date
    is_day: bool
    today: bool
    opens: list[Stretch]
    offs: list[Stretch]
    entries: list[Entry]

    def between(self, low: int, high: int) -> "Column":
        """What can be seen of it between two minutes."""
        return replace(
            self,
            opens=[part for one in self.opens if (part := one.within(low, high))],
            offs=[part for one in self.offs if (part := one.within(low, high))],
            entries=[one for one in self.entries if one.within(low, high)],
        )

    @property
    def lanes(self) -> int:
        """How many stand side by side at most."""
        return max((one.lane.lanes for one in self.entries), default=1)


class Columns:
    """Makes the columns of a page; `appointments` are all of its days, `listed` those it shows."""

    def __init__(self, page: Any, presences: Presences, listed: Iterable[Appointment]) -> None:
        self.page = page
        self.words = page.words
        self.presences = presences
        self.day = presences.day
        self.listed = list(listed)

    def of_day(self, scope: Scope) -> Column:
        """A whole day."""
        title = self.words.day(self.day)
        return self._column(f"c-{self.day}", title, self._number(self.listed), scope, None)

    def of_counter(self, counter: Counter, scope: Scope) -> Column:
        """One counter on that day."""
        listed = [one for one in self.listed if one.counter_uid == counter.uid]
        many = self.words.say(_("capacity: ${number}"), number=counter.capacity)
        small = many if counter.capacity > 1 else self._number(listed)
        return self._column(f"c-{counter.id}", counter.title, small, scope, counter, listed)

    def of_agent(self, agent: Agent, scope: Scope) -> Column:
        """One agent on that day."""
        listed = [one for one in self.listed if one.agent_uid == agent.uid]
        return self._column(f"c-{agent.id}", agent.title, self._number(listed), scope, agent, listed)

    def _number(self, listed: Iterable[Appointment]) -> str:
        number = sum(state_of(one, self.page.now) != "cancelled" for one in listed)
        if self.presences.closed.whole:
            return self.words.say(_("closed"))
        told = _("1 appointment") if number == 1 else _("${number} appointments")
        return self.words.say(told, number=number)

    def _column(
        self,
        id: str,
        title: str,
        small: str,
        scope: Scope,
        resource: Agent | Counter | None,
        listed: list[Appointment] | None = None,
    ) -> Column:
        found = self.presences.of(scope)
        shown = self.listed if listed is None else listed
        return Column(
            id=id,
            title=title,
            small=small,
            day=self.day,
            is_day=resource is None,
            today=resource is None and self.day == self.page.today,
            opens=[Stretch(*pair) for pair in stretches(found.there)],
            offs=[*self._closed(), *self._away(found, scope, resource)],
            entries=self._entries(shown, found, resource),
        )

    def _closed(self) -> list[Stretch]:
        closed = self.presences.closed
        told = _("Closed: ${reason}") if closed.reason else _("Closed")
        label = self.words.say(told, reason=closed.reason)
        return [Stretch(*pair, label) for pair in stretches(closed.mask)]

    def _away(self, found: Presence, scope: Scope, resource: Agent | Counter | None) -> list[Stretch]:
        open_days = ~self.presences.closed.mask
        if resource is None:
            mask = found.hours & ~found.there & open_days
            return [Stretch(*pair, self._reasons(scope, pair)) for pair in stretches(mask)]
        mask = self.presences.away[resource.uid] & open_days
        away = self.words.say(_("Unavailable"))
        return [Stretch(*pair, self._reason(resource, pair) or away) for pair in stretches(mask)]

    def _reasons(self, scope: Scope, pair: tuple[int, int]) -> str:
        told = [
            self.words.say(
                _("${field}: ${value}"),
                field=names.short(one.title) if isinstance(one, Agent) else one.title,
                value=self._reason(one, pair) or self.words.say(_("Unavailable")),
            )
            for one in (*scope.agents, *scope.counters)
            if self.presences.away[one.uid] & span(*pair)
        ]
        return ", ".join(told)

    def _reason(self, resource: Agent | Counter, pair: tuple[int, int]) -> str:
        zero = self.page.midnight(self.day)
        low, high = (zero + timedelta(minutes=minute) for minute in pair)
        found = [one.reason for one in resource.unavailabilities if one.start < high and one.end > low]
        return ", ".join(filter(None, found))

    def _entries(
        self, listed: list[Appointment], found: Presence, resource: Agent | Counter | None
    ) -> list[Entry]:
        page = self.page
        shown = [one for one in listed if state_of(one, page.now) != "expired"]
        entries = [booked(page, one, resource is not None) for one in shown]
        if page.takes_steps:
            free = found.free & page.to_come(self.day)
            for one in entries:
                if not one.gone:
                    free &= ~span(one.minute, one.minute + one.length)
            url = page.add_url_of(resource)
            entries += [opening(page, self.day, piece, url) for piece in openings(free, page.need)]
        entries.sort(key=lambda one: (one.minute, one.free))
        places = lanes([(one.minute, one.minute + one.length) for one in entries])
        return [replace(one, lane=lane) for one, lane in zip(entries, places, strict=True)]
