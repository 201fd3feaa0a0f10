"""What speaks against an appointment at one time: closures, and one agent at one counter."""

from .holidays import closures_on
from .holidays import holiday
from .hours import absent
from .hours import joined
from .minutes import span
from .minutes import stretches
from .occupancy import NOTHING
from .occupancy import Occupancy
from .office import Agent
from .office import AppointmentType
from .office import Availability
from .office import Counter
from .office import Office
from .zone import end_of
from .zone import missing
from .zone import pieces
from collections.abc import Mapping
from datetime import datetime


Broken = dict[str, Mapping[str, object]]
"""The codes of broken rules, each with the details for its message."""


class Inquiry:
    """A stretch of time for a type, from an aware start; `length` and `buffer` in minutes.

    `staff`: whether hours open to staff only count.
    """

    def __init__(
        self,
        office: Office,
        kind: AppointmentType,
        start: datetime,
        length: int,
        buffer: int,
        occupancy: Occupancy,
        staff: bool,
    ) -> None:
        self.office = office
        self.kind = kind
        self.staff = staff
        self.start = start.astimezone(office.zone)
        self.length = length
        self.need = length + buffer
        self.pieces = [(day, span(since, until)) for day, since, until in pieces(self.start, self.need)]
        self.taken = {day: occupancy.day(day) for day, _ in self.pieces}
        self.told: dict[str, object] = {
            "start": self.start,
            "end": end_of(self.start, self.length),
            "type": kind.title,
        }

    # What is true of the time alone

    def closed(self) -> Broken:
        """Closures and public holidays."""
        for day, stretch in self.pieces:
            closed = closures_on(self.office, day)
            if closed.mask & stretch:
                told = {**self.told, "day": day, "reason": closed.reason}
                if holiday(self.office, day, "en") is not None:
                    told["holidays"] = (self.office.holidays_country, self.office.holidays_subdivision)
                return {"day_closed": told}
        return {}

    # What is true of one agent or one counter

    def offered(self, agent: Agent, every_type: bool) -> list[list[Availability]]:
        """Day by day the agent's availabilities that the asker may use, for any type or this one."""
        return [
            [
                one
                for one in agent.availabilities
                if one.applies(day)
                and (self.staff or one.audience == "public")
                and (every_type or (self.kind.active and self.kind.uid in one.types))
            ]
            for day, _ in self.pieces
        ]

    def covers(self, by_day: list[list[Availability]], counter: str | None = None) -> bool:
        """Whether these cover every minute, where a counter is named at that counter.

        Nobody is there in a minute that the clocks skip.
        """
        zone = self.office.zone
        return all(
            not stretch & (missing(zone, day) | ~joined(one for one in those if _at(one, counter)))
            for (day, stretch), those in zip(self.pieces, by_day, strict=True)
        )

    def receives(self, agent: Agent, counter: Counter) -> bool:
        """Whether the agent's hours for the type cover every minute at that counter."""
        return self.covers(self.offered(agent, False), counter.uid)

    def present(self, one: Agent | Counter) -> bool:
        """Whether an agent or counter is active and on no unavailability."""
        return one.active and not any(
            absent(one.unavailabilities, day) & stretch for day, stretch in self.pieces
        )

    def free(self, uid: str, capacity: int = 1) -> bool:
        """Whether an agent or counter has room at every minute."""
        return all(
            not self.taken[day].get(uid, NOTHING).busy(capacity) & stretch for day, stretch in self.pieces
        )

    def count(self, uid: str) -> int:
        """How many appointments an agent or counter has on the day of the start."""
        return self.taken[self.pieces[0][0]].get(uid, NOTHING).count

    # What is true of the two together

    def pair(self, agent: Agent, counter: Counter, named: bool) -> Broken:
        """What speaks against this agent at this counter; `named`: whether the asker chose the counter."""
        told = {**self.told, "agent": agent.title, "counter": counter.title}
        codes = []
        if not self.present(counter):
            codes.append("counter_unavailable")
        if not self.present(agent):
            codes.append("agent_unavailable")
        if not self.free(agent.uid):
            codes.append("agent_busy")
        if not self.free(counter.uid, counter.capacity):
            codes.append("counter_full" if named else "slot_taken")
        if self.kind.uid not in counter.types:
            codes.append("type_not_at_counter")
        if not self.covers(self.offered(agent, True)):
            codes.append("outside_availability")
        else:
            offered = self.offered(agent, False)
            if not self.covers(offered):
                codes.append("type_not_by_agent")
            elif not self.receives(agent, counter):
                codes.append("agent_not_at_counter")
        return {code: {**told, **self._why(code, agent, counter)} for code in codes}

    def _why(self, code: str, agent: Agent, counter: Counter) -> Mapping[str, object]:
        """What explains it: the agent's hours of the day (minutes), the reason of who is away."""
        if code == "outside_availability":
            day = self.pieces[0][0]
            return {"hours": tuple(stretches(joined(one for one in self.offered(agent, True)[0]))), "of": day}
        if code in ("agent_unavailable", "counter_unavailable"):
            away = agent if code == "agent_unavailable" else counter
            return {"away": self._reason(away)}
        return {}

    def _reason(self, of: Agent | Counter) -> str:
        met = [
            one.reason
            for one in of.unavailabilities
            if one.reason and any(absent([one], day) & stretch for day, stretch in self.pieces)
        ]
        return ", ".join(dict.fromkeys(met))


def _at(availability: Availability, counter: str | None) -> bool:
    return counter is None or not availability.counters or counter in availability.counters
