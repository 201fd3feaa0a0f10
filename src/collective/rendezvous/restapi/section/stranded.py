"""`GET @stranded`: the appointments to come that today's set-up would refuse."""

from collective.rendezvous.booking.stranded import Stranded
from collective.rendezvous.restapi.section.parameters import in_address
from collective.rendezvous.restapi.section.refusals import broken
from collective.rendezvous.restapi.section.service import SectionService
from collective.rendezvous.restapi.section.telling import Teller
from collective.rendezvous.roles.permissions import VIEW_PLANNING
from typing import Any


MOST = 1000
"""As many are told at once, unless less are asked for; `items_total` counts all."""


class StrandedService(SectionService):
    """With the rules that each breaks, and free starts for the same type and people."""

    def reply(self) -> dict[str, Any]:
        """See the contract; `b_start` and `b_size` as in the listing."""
        self.demand(VIEW_PLANNING)
        parameters = in_address(self.request)
        start = parameters.whole("b_start", 0, 0, 10**9)
        size = parameters.whole("b_size", MOST, 1, MOST)
        parameters.done()
        found = list(self.desk.stranded())
        teller = Teller(self.context, self.desk.office, self.desk.now)
        items = [self.told(each, teller) for each in found[start : start + size]]
        return {"items": items, "items_total": len(found)}

    def told(self, found: Stranded, teller: Teller) -> dict[str, Any]:
        """One of them."""
        free = self.desk.neighbours(found.appointment).alternatives()
        return {
            "appointment": teller.line(found.appointment),
            "findings": broken(found.findings, self.language, True),
            "alternatives": [slot.start.isoformat() for slot in free],
        }
