"""`POST @appointments-search`: the listing, with what is searched for in the body and not in the address."""

from collective.rendezvous.restapi.section.appointments import Appointments
from collective.rendezvous.restapi.section.listing import listing
from collective.rendezvous.restapi.section.parameters import in_address
from collective.rendezvous.restapi.section.parameters import in_body
from collective.rendezvous.roles.permissions import VIEW_PLANNING
from typing import Any


class Search(Appointments):
    """See the module. `b_start` and `b_size` may stand in the address, as the pages' links have them."""

    def reply(self) -> dict[str, Any]:
        """See the contract."""
        self.demand(VIEW_PLANNING)
        address = f"{self.context.absolute_url()}/@appointments-search"
        parameters, page = in_body(self.sent), in_address(self.request)
        parameters.values = {
            **parameters.values,
            **{name: page.many(name) for name in ("b_start", "b_size") if page.many(name)},
        }
        return listing(parameters, self.reading, self.teller, address)
