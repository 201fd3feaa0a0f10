"""Names the appointments in an absence that was just saved, with links."""

from collective.rendezvous import _
from collective.rendezvous.browser.setup.overlaps import overlapped
from collective.rendezvous.browser.staff import names
from collective.rendezvous.browser.staff.page import StaffPage
from itertools import islice
from typing import Any


NAMED = 20
"""So many are named, at most."""


class Reviewing(StaffPage):
    """A page that absences lead to: `review=ID` in its address names what stands in one of them."""

    def found(self, id: str) -> Any | None:
        """The absence of that id that this page lists."""
        raise NotImplementedError

    @property
    def review(self) -> dict[str, Any] | None:
        """What to say of the absence that the address names; None without one or with nothing in it."""
        told = self.request.form.get("review")
        absence = self.found(told) if isinstance(told, str) and told else None
        if absence is None:
            return None
        all_found = list(overlapped(self.desk, absence.aq_inner.aq_parent, absence, self.now))
        if not all_found:
            return None
        number = len(all_found)
        one, many = (
            _("1 appointment is booked in this period and is kept"),
            _("${number} appointments are booked in this period and are kept"),
        )
        return {
            "heading": self.words.say(one if number == 1 else many, number=number),
            "rows": [self._told(each) for each in islice(all_found, NAMED)],
            "more": max(number - NAMED, 0),
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
