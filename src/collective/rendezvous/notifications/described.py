"""The kinds of letters, as those who write their texts know them."""

from collective.rendezvous import _
from collective.rendezvous.notifications.texts import OWN
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Described:
    """What a kind of letter is called, when it is sent; `towns` names the text that a town may write."""

    title: str
    when: str
    towns: str = ""

    def written(self, section: Any) -> bool:
        """Whether the town has a text of its own for it."""
        texts = (getattr(section, f"mail_{self.towns}_{part}", "") for part in ("subject", "body"))
        return any((text or "").strip() for text in texts)


DESCRIBED = {
    "confirmed": Described(
        _("Appointment confirmed"),
        _("Sent as soon as an appointment is booked or confirmed."),
        "confirmed",
    ),
    "please_confirm": Described(
        _("Please confirm"),
        _("Sent after a booking, where the type asks for a confirmation by e-mail."),
        "please_confirm",
    ),
    "changed": Described(_("Appointment moved"), _("Sent when date or time change."), "changed"),
    "updated": Described(
        _("Appointment changed"),
        _("Sent when the type changes, or when staff tick the box that tells the visitor."),
        OWN["updated"],
    ),
    "cancelled": Described(
        _("Appointment cancelled"), _("Sent when one to come is cancelled or deleted."), "cancelled"
    ),
    "reminder": Described(
        _("Reminder"), _("Sent before the appointment, as many hours as the settings say."), "reminder"
    ),
    "proposal": Described(
        _("New dates proposed"), _("Sent when staff ask to choose another date."), "proposal"
    ),
    "links": Described(_("Lost links"), _("Sent to whoever asks for the links again."), "links"),
    "waiting_confirm": Described(
        _("Waiting list: confirmation"), _("Sent to whoever joins the waiting list.")
    ),
    "waiting_offer": Described(
        _("Place for the waiting list"), _("Sent when a time comes free that suits."), "waiting_offer"
    ),
    "agent_new": Described(_("To the agent: new"), _("Sent when others book, if agents are written to.")),
    "agent_moved": Described(_("To the agent: moved"), _("Sent when others move it.")),
    "agent_cancelled": Described(_("To the agent: cancelled"), _("Sent when others cancel or delete it.")),
    "agent_left": Described(_("To the agent: given away"), _("Sent when it is a colleague's from now on.")),
}
"""Name -> description, in the order in which people meet them."""
