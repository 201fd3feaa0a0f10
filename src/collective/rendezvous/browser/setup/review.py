"""Names the appointments that what was just saved leaves behind, with links."""

from collections.abc import Collection
from collections.abc import Iterator
from collective.rendezvous import _
from collective.rendezvous.browser.setup.after import HOURS
from collective.rendezvous.browser.setup.overlaps import overlapped
from collective.rendezvous.browser.staff import names
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.ledger.appointment import Appointment
from typing import Any


NAMED = 20
"""So many are named, at most."""

IN_ABSENCE = (
    _("1 appointment is booked in this period and is kept"),
    _("${number} appointments are booked in this period and are kept"),
)
LEFT_BEHIND = (
    _("1 appointment does not fit the hours any more and is kept"),
    _("${number} appointments do not fit the hours any more and are kept"),
)


class Reviewing(StaffPage):
    """A page that absences and hours lead to: `review` in its address names what stands against them."""

    def found(self, id: str) -> Any | None:
        """The absence of that id that this page lists."""
        raise NotImplementedError

    @property
    def agents_shown(self) -> Collection[str]:
        """The uids of the agents whose changed hours this page tells about."""
        return ()

    @property
    def review(self) -> dict[str, Any] | None:
        """What to say of what the address names: an absence, or hours that were changed.

        None where there is nothing to say.
        """
        told = self.request.form.get("review")
        if not isinstance(told, str) or not told:
            return None
        if told == HOURS:
            return self._review(list(self._left_behind()), LEFT_BEHIND)
        absence = self.found(told)
        if absence is None:
            return None
        return self._review(
            list(overlapped(self.desk, absence.aq_inner.aq_parent, absence, self.now)), IN_ABSENCE
        )

    def _left_behind(self) -> Iterator[Appointment]:
        uids = self.agents_shown
        return (one.appointment for one in self.desk.stranded() if one.appointment.agent_uid in uids)

    def _review(self, found: list[Appointment], heading: tuple[str, str]) -> dict[str, Any] | None:
        if not found:
            return None
        number = len(found)
        return {
            "heading": self.words.say(heading[number != 1], number=number),
            "rows": [self._told(each) for each in found[:NAMED]],
            "more": max(number - NAMED, 0),
            "url": self.view_url("rendezvous-stranded"),
        }

    def _told(self, appointment: Any) -> dict[str, Any]:
        start = appointment.start_at.astimezone(self.office.zone)
        return {
            "start": start,
            "when": self.words.moment(start),
            "who": names.visitor(appointment, self.words),
            "type": appointment.type_title,
            "url": self.view_url(f"appointment-for-staff/{appointment.reference}"),
        }
