"""Appointments to review (screen 13): what changes of the set-up left behind, and what to do about it."""

from AccessControl import Unauthorized
from collective.rendezvous import _
from collective.rendezvous.booking.errors import BookingError
from collective.rendezvous.booking.messages import of_error
from collective.rendezvous.booking.propose import Proposed
from collective.rendezvous.booking.stranded import Stranded
from collective.rendezvous.browser.staff import names
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.browser.staff.stranded_row import stranded_row
from collective.rendezvous.browser.staff.stranded_row import StrandedRow
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


MOST = 100
"""How many are shown at once; the others come up as these are dealt with."""


class StrandedPage(StaffPage):
    """Lists them with the rule broken; its buttons move one, or write to those ticked."""

    heading = _("Appointments to review")
    tab = "planning"
    template = ViewPageTemplateFile("templates/stranded.pt")

    def answer(self) -> Any:
        """Show them, or do what a button says and show what is left."""
        if not self.posted:
            return self.template()
        if not self.takes_steps:
            raise Unauthorized
        self.check_form()
        form = self.request.form
        if "move" in form:
            self._move(form["move"])
        elif "propose" in form:
            self._propose(form.get("reference"))
        return self.redirect(self.view_url("rendezvous-stranded"))

    @cached_property
    def found(self) -> list[Stranded]:
        """All of them, in order of start."""
        return list(self.desk.stranded())

    @cached_property
    def rows(self) -> list[StrandedRow]:
        """Those that are shown."""
        return [stranded_row(self, found) for found in self.found[:MOST]]

    @property
    def more(self) -> bool:
        """Whether there are others."""
        return len(self.found) > MOST

    @property
    def to_call(self) -> list[StrandedRow]:
        """Those of them whose visitors no mail helps."""
        return [row for row in self.rows if not row.choosable]

    @property
    def may_propose(self) -> bool:
        """Whether there is somebody to write to."""
        return self.takes_steps and any(row.choosable for row in self.rows)

    @property
    def all_ticked(self) -> bool:
        """Whether the page was asked for with all boxes ticked."""
        return "all" in self.request.form

    def _move(self, asked: object) -> None:
        reference, version = [*(asked.split() if isinstance(asked, str) else ()), "", ""][:2]
        number = int(version) if version.isascii() and version.isdigit() and len(version) < 10 else None
        try:
            before = self.desk.read(reference).start
            moved = self.desk.move_to_nearest(reference, number)
        except BookingError as error:
            self.tell(of_error(error, self.words.language, staff=True), "error")
            return
        if moved.start == before:
            told = _("The appointment of ${visitor} stays at ${when}; ${agent} takes it.")
        elif moved.email:
            told = _("The appointment of ${visitor} has moved to ${when}. The visitor is told by e-mail.")
        else:
            told = _("The appointment of ${visitor} has moved to ${when}. Call the visitor: ${phone}.")
        self.tell(
            told,
            visitor=names.visitor(moved, self.words),
            when=self.words.moment(moved.start_at.astimezone(self.office.zone)),
            agent=moved.agent_title,
            phone=self.words.phone(moved.phone).text if moved.phone else self.words.say(_("no number")),
        )

    def _propose(self, asked: object) -> None:
        several = asked if isinstance(asked, list) else [asked]
        references = [each for each in several if isinstance(each, str) and each]
        if not references:
            self.tell(_("Tick those whom you want to write to."), "warning")
            return
        self._tell_proposed(self.desk.propose(dict.fromkeys(references[:MOST])))

    def _tell_proposed(self, done: Proposed) -> None:
        written, called = len(done.written), len(done.to_call)
        if written == 1:
            self.tell(_("1 visitor has been asked by e-mail to choose another date."))
        elif written:
            told = _("${number} visitors have been asked by e-mail to choose another date.")
            self.tell(told, number=written)
        if called:
            who = ", ".join(names.visitor(each, self.words) for each in done.to_call)
            self.tell(_("To be called, as no e-mail helps: ${visitors}."), "warning", visitors=who)
        if done.left:
            self.tell(_("Some are not to come any more: nothing was written about these."), "warning")
