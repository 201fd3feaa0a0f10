"""Add an appointment by hand."""

from collective.rendezvous import _
from collective.rendezvous.booking.book import KEY_LENGTH
from collective.rendezvous.booking.errors import Invalid
from collective.rendezvous.browser.staff.form.form_page import FormPage
from collective.rendezvous.browser.staff.form.moment import told
from functools import cached_property
from secrets import token_urlsafe
from typing import Any


ONCE = "once"
"""The field with the random key of a form: however often it is sent, it books once."""

PREFILLED = ("type", "agent", "counter", "people")


class AddPage(FormPage):
    """The empty form; its address may tell `type`, `agent`, `counter`, `people`, and `start` or `day`."""

    heading = _("Add an appointment")

    @property
    def initial(self) -> dict[str, Any]:
        """What the address tells."""
        asked = self.request.form
        office = self.office
        only = [kind.id for kind in office.types.values() if kind.active]
        return {
            "people": "1",
            **({"type": only[0]} if len(only) == 1 else {}),
            **told(asked.get("start") or asked.get("day"), office.zone),
            **{name: asked[name] for name in PREFILLED if asked.get(name)},
        }

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """The random key as well."""
        return [*super().hidden, (ONCE, self.once)]

    @cached_property
    def once(self) -> str:
        """The random key of this form."""
        sent = self.request.form.get(ONCE)
        return sent if isinstance(sent, str) and len(sent) in KEY_LENGTH else token_urlsafe(24)

    def save(self) -> Any:
        """Book it."""
        data = {**self.form.data(), "confirm": sorted(self.confirmed)}
        try:
            receipt = self.desk.book(data, self.once, self.words.language)
        except Invalid as invalid:
            if all(error.code != "key_reused" for error in invalid.errors):
                raise
            self.once = token_urlsafe(24)
            self.notice = self.words.say(
                _("This form has booked an appointment already. To book another one, save it again.")
            )
            return self.again(400)
        return self.saved(receipt.appointment, bool(receipt.appointment.email))
