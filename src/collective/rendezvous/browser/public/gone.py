"""The slot is not free any more: the nearest alternatives, with all that was typed (mock 06)."""

from collective.rendezvous import _
from collective.rendezvous.booking.errors import Refused
from collective.rendezvous.booking.messages import of_error
from collective.rendezvous.browser.public import summary
from collective.rendezvous.browser.public.details_parts import DetailsParts
from collective.rendezvous.browser.public.details_parts import WISHED
from collective.rendezvous.browser.public.summary import Row
from collective.rendezvous.scheduling.slots import Slot
from datetime import datetime
from datetime import timedelta
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from typing import Any


class GonePage(DetailsParts):
    """Shown in place of the details. `refused` is what the desk said, None where nobody has booked yet."""

    step = 3
    template = ViewPageTemplateFile("templates/gone.pt")
    refused: Refused | None = None

    def answer(self) -> Any:
        """Show the alternatives."""
        self.heading = (
            _("This time has just been taken") if self.taken else _("This time is not free any more")
        )
        self.request.response.setStatus(409)
        if self.written:
            warning = _("the time you chose is not free any more. Your appointment is not booked yet.")
            IStatusMessage(self.request).add(self.words.say(warning), type="warning")
        return self.template()

    @property
    def taken(self) -> bool:
        """Whether somebody else took it while the form was being filled in."""
        return self.refused is not None and self.refused.code == "slot_taken"

    @property
    def reason(self) -> str:
        """Why it cannot be booked."""
        if self.refused is None:
            return self.words.say(_("It has been booked meanwhile, or it is over. Choose another time."))
        return of_error(self.refused, self.words.language)

    @property
    def written(self) -> bool:
        """Whether there are details to keep."""
        return self.returning

    @property
    def wished(self) -> datetime:
        """The start that was wished for."""
        return self.start

    @cached_property
    def alternatives(self) -> list[Slot]:
        """The nearest free starts."""
        if self.refused is not None:
            return list(self.refused.alternatives)
        last = self.now + timedelta(days=self.type.horizon_days + 1)
        return self.desk.next_slots(self.query, min(max(self.start, self.now), last), 3, self.hold_id)

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """The choice and, once there are any, the details: one press then books."""
        chosen = [*self.choice.parameters.items(), (WISHED, self.start.isoformat())]
        return [*chosen, *self.kept, ("book", "1")] if self.written else chosen

    @property
    def summary(self) -> list[Row]:
        """What is being booked, the hour aside."""
        rows = [row for row in super().summary if row.label not in (summary.WHEN, summary.LENGTH)]
        if self.written:
            rows += [Row(summary.WHO, [self.form.full_name]), Row(summary.EMAIL, [self.form.email])]
        return rows
