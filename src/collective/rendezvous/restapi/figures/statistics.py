"""`GET @statistics`: the figures of a period, from the sums of its days."""

from collective.rendezvous.booking.statistics import Figures
from collective.rendezvous.booking.statistics import Statistics
from collective.rendezvous.booking.statistics import usual
from collective.rendezvous.booking.sums import FURTHEST
from collective.rendezvous.restapi.section.asking import in_order
from collective.rendezvous.restapi.section.parameters import in_address
from collective.rendezvous.restapi.section.parameters import Parameters
from collective.rendezvous.restapi.section.service import SectionService
from collective.rendezvous.roles.permissions import VIEW_STATISTICS
from collective.rendezvous.scheduling.office import Office
from datetime import date
from datetime import timedelta
from typing import Any


class StatisticsService(SectionService):
    """Narrowed to some agents and counters where they are named."""

    def reply(self) -> dict[str, Any]:
        """See the contract."""
        self.demand(VIEW_STATISTICS)
        parameters, office = in_address(self.request), self.desk.office
        first, last = asked(parameters, self.desk.now.astimezone(office.zone).date())
        agents = parameters.uids("agent", office.agent_by_id)
        counters = parameters.uids("counter", office.counter_by_id)
        parameters.done()
        return told(self.desk.statistics(first, last, agents, counters), office)


def asked(parameters: Parameters, today: date) -> tuple[date, date]:
    """The days, both included; as many before the last one as usual where the first is not told."""
    since, until = usual(today)
    first, last = parameters.day("from"), parameters.day("to")
    last = last or (today if first else until)
    first = first or last - (until - since)
    in_order(parameters, first, last)
    if (last - first) >= timedelta(days=FURTHEST):
        parameters.add("to", "too_many_days", most=FURTHEST)
    return first, last


def told(found: Statistics, office: Office) -> dict[str, Any]:
    """The figures as plain values; a type that was deleted has a title and no id."""
    kinds = office.types
    order = [*(uid for uid in kinds if uid in found.by_type), *sorted(found.by_type.keys() - kinds.keys())]
    return {
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        "totals": figures(found.totals),
        "by_type": [
            {
                "type": {"id": kinds[uid].id if uid in kinds else None, "title": found.titles.get(uid, "")},
                **figures(found.by_type[uid]),
            }
            for uid in order
        ],
        "by_week": [
            {"week": f"{year}-W{week:02}", **figures(found.by_week[year, week])}
            for year, week in sorted(found.by_week)
        ],
        "by_weekday": [{"day": day, **figures(found.by_weekday[day])} for day in sorted(found.by_weekday)],
    }


def figures(of: Figures) -> dict[str, Any]:
    """The figures of some appointments."""
    return {
        "appointments": of.appointments,
        "online": of.online,
        "cancelled": of.cancelled,
        "no_shows": of.no_shows,
        "minutes_offered": of.minutes_offered,
        "minutes_taken": of.minutes_taken,
        "delay_days_median": of.delay_days_median,
        "wait_minutes_median": of.wait_minutes_median,
    }
