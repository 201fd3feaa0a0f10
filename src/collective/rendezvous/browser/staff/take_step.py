"""One press: arrived, received, absent, cancelled, or back."""

from collective.rendezvous import _
from collective.rendezvous.booking.errors import BookingError
from collective.rendezvous.booking.errors import Refused
from collective.rendezvous.booking.messages import of_error
from collective.rendezvous.booking.opening import state_of
from collective.rendezvous.browser.staff import names
from collective.rendezvous.browser.staff.back import at_row
from collective.rendezvous.browser.staff.back import back_url
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.browser.staff.steps import DONE
from collective.rendezvous.words.states import STATES
from typing import Any


class TakeStep(StaffPage):
    """Takes the step that a button names, by POST only, and leads back to where it was pressed."""

    def answer(self) -> Any:
        """Take it, say so, and go back; a GET (after a log-in) only goes back."""
        back = back_url(self.section_url, self.request.form.get("back"))
        if not self.posted:
            return self.redirect(back)
        self.check_form()
        name, reference, version = self._asked()
        try:
            self._take(name, reference, version)
        except Refused:
            self.tell(_("The place has been taken meanwhile: the step cannot be taken back."), "error")
        except BookingError as error:
            self.tell(of_error(error, self.words.language, staff=True), "error")
        return self.redirect(at_row(back, reference))

    def _asked(self) -> tuple[str, str, int | None]:
        asked = self.request.form.get("step")
        name, reference, version = [*(asked.split() if isinstance(asked, str) else ()), "", "", ""][:3]
        number = version.isascii() and version.isdigit() and len(version) < 10
        return name, reference, int(version) if number else None

    def _take(self, name: str, reference: str, version: int | None) -> None:
        appointment = self.desk.transition(reference, name, version)
        state = STATES[state_of(appointment, self.now)]
        spoken = self.words.say(state).lower()
        self.tell(DONE[name], visitor=names.visitor(appointment, self.words), state=spoken)
