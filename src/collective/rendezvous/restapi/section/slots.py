"""`@slots` and `@next-slots`: when one can come."""

from collections.abc import Iterable
from collective.rendezvous.restapi.section.asking import asked_days
from collective.rendezvous.restapi.section.asking import asked_slots
from collective.rendezvous.restapi.section.moments import written
from collective.rendezvous.restapi.section.parameters import in_address
from collective.rendezvous.restapi.section.service import SectionService
from collective.rendezvous.scheduling.slots import Slot
from typing import Any


MOST = 50
"""The most slots that @next-slots tells."""


class Slots(SectionService):
    """`GET @slots?type=ID&from=DAY&to=DAY`: each day with its slots, or with why it has none."""

    def reply(self) -> dict[str, Any]:
        """See the contract."""
        parameters, desk = in_address(self.request), self.desk
        office = desk.office
        first, last = asked_days(parameters, desk.now.astimezone(office.zone).date())
        query = asked_slots(parameters, office, self.actor, first, last)
        parameters.done()
        assert query is not None
        kind = office.types[query.type]
        days, empty = [], []
        for day in desk.slots(query, self.language):
            if day.why is None:
                days.append({"date": day.day.isoformat(), "slots": told(day.slots)})
            else:
                reason = {"reason": day.reason} if day.reason else {}
                empty.append({"date": day.day.isoformat(), "why": day.why, **reason})
        return {
            "type": kind.id,
            "from": first.isoformat(),
            "to": last.isoformat(),
            "timezone": office.timezone,
            "duration": kind.length(query.people),
            "days": days,
            "empty": empty,
        }


class NextSlots(SectionService):
    """`GET @next-slots?type=ID&limit=N`: the first slots from now, or from `after` on."""

    def reply(self) -> dict[str, Any]:
        """See the contract."""
        parameters, desk = in_address(self.request), self.desk
        office = desk.office
        today = desk.now.astimezone(office.zone).date()
        query = asked_slots(parameters, office, self.actor, today, today)
        limit = parameters.whole("limit", 3, 1, MOST)
        after = parameters.moment("after")
        parameters.done()
        assert query is not None
        return {"items": told(desk.next_slots(query, after, limit))}


def told(slots: Iterable[Slot]) -> list[dict[str, Any]]:
    """Slots as plain values."""
    return [{"start": written(slot.start), "end": written(slot.end), "places": slot.places} for slot in slots]
