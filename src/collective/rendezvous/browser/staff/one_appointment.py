"""What the pages of staff about one appointment have in common."""

from collective.rendezvous.booking.opening import state_of
from collective.rendezvous.browser.staff import names
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.scheduling.zone import end_of
from datetime import datetime
from functools import cached_property
from typing import Any
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class OneAppointment(StaffPage):
    """A page below which the reference stands in the address; without one there is nothing (404)."""

    tab = "planning"
    reference = ""

    def publishTraverse(self, request: Any, name: str) -> "OneAppointment":
        """Take the reference."""
        if self.reference:
            raise NotFound(name)
        self.reference = name.upper()
        return self

    @cached_property
    def appointment(self) -> Appointment:
        """The appointment."""
        ledger = self.desk.ledger
        found = ledger.get(self.reference) if ledger is not None else None
        if found is None:
            raise NotFound(self.reference)
        return found

    @property
    def state(self) -> str:
        """Its state now."""
        return state_of(self.appointment, self.now)

    @property
    def visitor(self) -> str:
        """Who comes."""
        return names.visitor(self.appointment, self.words)

    @property
    def start(self) -> datetime:
        """When it starts, in the section's zone."""
        return self.appointment.start_at.astimezone(self.office.zone)

    @property
    def end(self) -> datetime:
        """When it ends."""
        return end_of(self.start, self.appointment.length)

    @property
    def details_url(self) -> str:
        """The page with all of it."""
        return self.view_url(f"appointment-for-staff/{self.appointment.reference}")

    @property
    def back(self) -> str:
        """Where a step pressed here leads back to."""
        return f"@@appointment-for-staff/{self.appointment.reference}"
