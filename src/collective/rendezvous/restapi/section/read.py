"""`GET @appointments/REF` by its key or as staff; without a reference, the listing."""

from collective.rendezvous.restapi.section.appointments import Appointments
from collective.rendezvous.restapi.section.listing import listing
from collective.rendezvous.restapi.section.parameters import in_address
from collective.rendezvous.restapi.section.versions import seen
from collective.rendezvous.roles.permissions import VIEW_PLANNING
from typing import Any


class Read(Appointments):
    """See the module."""

    def reply(self) -> Any:
        """See the contract."""
        if not self.path:
            self.demand(VIEW_PLANNING)
            address = f"{self.context.absolute_url()}/@appointments"
            return listing(in_address(self.request), self.reading, self.teller, address)
        answer = self.told(self.reading.read(self.reference, self.key))
        if seen(self.request, self.request.response.getHeader("ETag")):
            return self.no_content(304)
        return answer
