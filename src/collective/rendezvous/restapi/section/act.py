"""`POST @appointments` books; `POST @appointments/REF/ACTION` takes a step."""

from collective.rendezvous.booking.errors import Unknown
from collective.rendezvous.booking.life import CALLABLE
from collective.rendezvous.restapi.client import client_of
from collective.rendezvous.restapi.section.appointments import Appointments
from collective.rendezvous.roles.permissions import BOOK
from collective.rendezvous.roles.permissions import MANAGE_APPOINTMENTS
from typing import Any


class Act(Appointments):
    """See the module."""

    def reply(self) -> dict[str, Any]:
        """See the contract."""
        self.writes()
        if not self.path:
            return self.book()
        if len(self.path) != 2:
            raise Unknown
        reference, action = self.path
        if self.actor.staff:
            version = self.version(reference)
            return self.told(self.desk.transition(reference, action, version))
        return self.told(self.citizens_step(reference, action))

    def book(self) -> dict[str, Any]:
        """Book, for oneself or as staff; 201 with the receipt."""
        if not self.actor.staff and self.desk.office.state == "open":
            self.demand(BOOK)
        once = self.request.getHeader("Idempotency-Key")
        receipt = self.desk.book(self.sent, once, self.language, client_of(self.request))
        response = self.request.response
        response.setStatus(201)
        response.setHeader("Location", self.teller.address(receipt.appointment.reference))
        if self.actor.staff:
            return self.teller.staff_receipt(receipt, self.desk.actions(receipt.appointment))
        return self.teller.receipt(receipt)

    def citizens_step(self, reference: str, action: str) -> Any:
        """Cancel or confirm, by the key; every other step is staff's."""
        if action == "cancel":
            return self.desk.cancel(reference, self.key)
        if action == "confirm":
            return self.desk.confirm(reference, self.key)
        if action in CALLABLE or action == "undo":
            self.demand(MANAGE_APPOINTMENTS)
        raise Unknown
