"""`GET @planning`: all that a view of some days shows, in one answer."""

from collective.rendezvous.booking.listing import Filter
from collective.rendezvous.booking.planning import planned
from collective.rendezvous.booking.planning import signature
from collective.rendezvous.restapi.section.asking import asked_days
from collective.rendezvous.restapi.section.behind import behind
from collective.rendezvous.restapi.section.parameters import in_address
from collective.rendezvous.restapi.section.service import compact
from collective.rendezvous.restapi.section.service import SectionService
from collective.rendezvous.restapi.section.telling import Teller
from collective.rendezvous.restapi.section.versions import seen
from collective.rendezvous.roles.permissions import VIEW_PLANNING
from collective.rendezvous.scheduling.occurrences import Span
from hashlib import blake2b
from typing import Any


FORM = 1
"""Another number whenever the same is told in another way."""


class Planning(SectionService):
    """Appointments with what is behind them; asked again with its tag, it is cheap while nothing changes."""

    def reply(self) -> Any:
        """See the contract."""
        self.demand(VIEW_PLANNING)
        asked = self.asked()
        version = self.version(asked)
        self.request.response.setHeader("ETag", f'"{version}"')
        if seen(self.request, version):
            return self.no_content(304)
        desk, office = self.desk, self.desk.office
        teller = Teller(self.context, office, desk.now)
        found = planned(
            desk.ledger,
            office,
            Filter(asked.first, asked.last, asked.agents, asked.counters, asked.types),
            desk.now,
        )
        return {
            "appointments": [teller.short(each) for each in found],
            **behind(office, asked, self.language),
            "version": version,
        }

    def asked(self) -> Span:
        """The days and what they are narrowed to; raises Invalid."""
        parameters, office = in_address(self.request), self.desk.office
        first, last = asked_days(parameters, self.desk.now.astimezone(office.zone).date())
        agents = parameters.uids("agent", office.agent_by_id)
        counters = parameters.uids("counter", office.counter_by_id)
        types = parameters.uids("type", office.type_by_id)
        parameters.done()
        return Span(first, last, agents, counters, types)

    def version(self, asked: Span) -> str:
        """The tag of the answer: another one for anything else asked, told or told otherwise."""
        desk, names = self.desk, (asked.agents, asked.counters, asked.types)
        told = [
            FORM,
            self.context.absolute_url(),
            self.language,
            f"{asked.first} {asked.last}",
            *(sorted(each or ()) for each in names),
            signature(desk.ledger, desk.office, asked.first, asked.last, desk.now),
        ]
        return blake2b(compact(told), digest_size=12).hexdigest()
