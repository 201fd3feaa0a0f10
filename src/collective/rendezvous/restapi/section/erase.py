"""`DELETE @appointments/REF`: staff erase it for good."""

from collective.rendezvous.restapi.section.appointments import Appointments
from collective.rendezvous.roles.permissions import MANAGE_APPOINTMENTS
from typing import Any


class Erase(Appointments):
    """See the module."""

    def reply(self) -> Any:
        """See the contract."""
        self.demand(MANAGE_APPOINTMENTS)
        self.writes()
        reference = self.reference
        self.desk.delete(reference, self.version(reference))
        return self.no_content()
