"""The planning by day or by week (screen 7)."""

from collections.abc import Iterator
from collective.rendezvous.booking.listing import Filter
from collective.rendezvous.booking.opening import state_of
from collective.rendezvous.browser.built import built
from collective.rendezvous.browser.staff.hours import clock as hour_of
from collective.rendezvous.browser.staff.planning import measures
from collective.rendezvous.browser.staff.planning.columns import Column
from collective.rendezvous.browser.staff.planning.columns import Columns
from collective.rendezvous.browser.staff.planning.entries import Entry
from collective.rendezvous.browser.staff.planning.live import told_to_script
from collective.rendezvous.browser.staff.planning.presence import Presences
from collective.rendezvous.browser.staff.planning.presence import Scope
from collective.rendezvous.browser.staff.planning.ways import ONE_DAY
from collective.rendezvous.browser.staff.planning.ways import PlanningWays
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.scheduling.hours import WHOLE_DAY
from collective.rendezvous.scheduling.minutes import span
from collective.rendezvous.scheduling.office import Agent
from collective.rendezvous.scheduling.office import Counter
from collective.rendezvous.scheduling.states import OCCUPYING
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


STEP = 5
"""Free time that has begun is offered from the next multiple of so many minutes on."""
REACH = 180
"""What is booked outside of the section's day lengthens the calendar by so many minutes at most."""


class PlanningPage(PlanningWays):
    """A week with a column a day, or a day with a column a counter or agent; works without a script."""

    template = ViewPageTemplateFile("templates/planning.pt")

    def answer(self) -> Any:
        """Show it; whether there is such a day is known before anything is drawn."""
        self.day  # noqa: B018
        return self.template()

    @property
    def period(self) -> tuple[date, date]:
        """The day, or the week from Monday to Sunday that it is in."""
        if self.view == "day":
            return self.day, self.day
        monday = self.day - timedelta(days=self.day.weekday())
        return monday, monday + 6 * ONE_DAY

    @cached_property
    def bundle(self) -> dict[str, str] | None:
        """The addresses of the script and its style, if it was built and is wanted."""
        site = api.portal.get().absolute_url()
        found = {} if self.plain else built("planning")
        return {name: f"{site}/{path}" for name, path in found.items()} or None

    @property
    def live(self) -> str | None:
        """What the script is told."""
        return told_to_script(self) if self.bundle else None

    # What is shown

    @property
    def title_of_week(self) -> dict[str, Any]:
        """The parts of « Semaine 46, du 9 au 14 novembre 2026 »."""
        return self.words.titled_week(self.days[0], self.days[-1])

    @cached_property
    def agents(self) -> list[Agent]:
        """The active agents that were chosen."""
        chosen = self.filter.agent
        return [one for one in self.office.agents.values() if one.active and chosen in (None, one.uid)]

    @cached_property
    def counters(self) -> list[Counter]:
        """The active counters that were chosen."""
        chosen = self.filter.counter
        return [one for one in self.office.counters.values() if one.active and chosen in (None, one.uid)]

    @cached_property
    def need(self) -> int:
        """The minutes of the shortest appointment that could be added."""
        chosen = self.filter.type
        lengths = [one.duration for one in self.office.types.values() if chosen in (None, one.uid)]
        return min(lengths, default=30)

    @cached_property
    def _appointments(self) -> dict[date, list[Appointment]]:
        first, last = self.period
        found: dict[date, list[Appointment]] = {}
        for one in self.desk.listing(Filter(first=first, last=last)):
            found.setdefault(one.start_at.astimezone(self.office.zone).date(), []).append(one)
        return found

    @cached_property
    def listed(self) -> dict[date, list[Appointment]]:
        """The appointments that the filters let through, by day."""
        return {
            day: shown
            for day, all in self._appointments.items()
            if (shown := [one for one in all if self.filter.fits(one, self.now)])
        }

    @cached_property
    def days(self) -> list[date]:
        """The days shown: of a week, those on which somebody ever works or something is booked."""
        if self.view == "day":
            return [self.day]
        worked = {
            day for agent in self.office.agents.values() for one in agent.availabilities for day in one.days
        }
        worked = worked or {0, 1, 2, 3, 4}
        monday, _sunday = self.period
        week = [monday + number * ONE_DAY for number in range(7)]
        return [day for day in week if day.weekday() in worked or day in self.listed]

    @cached_property
    def cal_columns(self) -> list[Column]:
        """The columns, in order."""
        return list(self._columns())

    def _columns(self) -> Iterator[Column]:
        for day in self.days:
            presences = Presences(self.office, day, self._taken(day), self.words.language)
            make = Columns(self, presences, self.listed.get(day, ()))
            kind = self.filter.type
            if self.view == "week":
                yield make.of_day(Scope(self.agents, self.counters, kind))
            elif self.columns_by == "agent":
                for agent in self.agents:
                    yield make.of_agent(agent, Scope([agent], self.counters, kind))
            else:
                for counter in self.counters:
                    yield make.of_counter(counter, Scope(self.agents, [counter], kind))

    def _taken(self, day: date) -> dict[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = {}
        for one in self._appointments.get(day, ()):
            if state_of(one, self.now) in OCCUPYING:
                start = one.start_at.astimezone(self.office.zone)
                minute = start.hour * 60 + start.minute
                stretch = (minute, min(1440, minute + one.length + one.buffer))
                for uid in (one.agent_uid, one.counter_uid):
                    found.setdefault(uid, []).append(stretch)
        return found

    @staticmethod
    def midnight(day: date) -> datetime:
        """The beginning of a day, by the wall's clock."""
        return datetime.combine(day, time())

    def to_come(self, day: date) -> int:
        """The minutes of the day that have not begun."""
        if day != self.today:
            return WHOLE_DAY if day > self.today else 0
        return span(-(-self.minute // STEP) * STEP, 1440)

    @property
    def minute(self) -> int:
        """The minute of today that it is."""
        return self.now.hour * 60 + self.now.minute

    @cached_property
    def window(self) -> tuple[int, int]:
        """The first and the last minute shown, whole hours: the section's day and what is booked near it.

        Nothing that was cancelled lengthens it, nor an hour far away: see `outside`.
        """
        office = self.office
        entries = [one for column in self.cal_columns for one in column.entries if not one.gone]
        near_low, near_high = max(0, office.day_start - REACH), min(1440, office.day_end + REACH)
        low = min([office.day_start, *(one.minute for one in entries if one.minute >= near_low)])
        high = max([office.day_end, *(one.end for one in entries if one.end <= near_high)])
        return low // 60 * 60, -(-high // 60) * 60

    @property
    def shown_columns(self) -> list[Column]:
        """The columns, with what they have at the hours shown."""
        return [one.between(*self.window) for one in self.cal_columns]

    @property
    def outside(self) -> list[Entry]:
        """What is booked at hours that are not shown, once each, in order."""
        found = {
            one.url: one
            for column in self.cal_columns
            for one in column.entries
            if not one.free and not one.within(*self.window)
        }
        return sorted(found.values(), key=lambda one: one.start)

    @property
    def hours(self) -> list[str]:
        """The hours beside the columns."""
        low, high = self.window
        return [hour_of(minute, self.words) for minute in range(low, high, 60)]

    @property
    def now_style(self) -> str | None:
        """Where the line of this moment stands, if it is among the hours shown."""
        low, high = self.window
        return f"--from: {self.minute}; --len: 0" if low <= self.minute < high else None

    def shows_now(self, column: Column) -> bool:
        """Whether a column is of today, and has the line of this moment."""
        return column.day == self.today and self.now_style is not None

    @property
    def cal_style(self) -> str:
        """The measures of the calendar."""
        return measures.style(self.cal_columns, self.view, *self.window)

    @property
    def legend(self) -> list[dict[str, str | None]]:
        """The colours of the active types."""
        kinds = [one for one in self.office.types.values() if one.active]
        return [
            {"title": one.title, "style": f"--rdv-color: {one.color}" if one.color else ""} for one in kinds
        ]
