"""`PATCH @appointments/REF`: its citizen moves it, staff change it."""

from collective.rendezvous.restapi.section.appointments import Appointments
from typing import Any


class Change(Appointments):
    """See the module."""

    def reply(self) -> dict[str, Any]:
        """See the contract."""
        self.writes()
        reference = self.reference
        if self.actor.staff:
            return self.told(self.desk.change(reference, self.sent, self.version(reference)))
        return self.told(self.desk.move(reference, self.sent, self.key))
