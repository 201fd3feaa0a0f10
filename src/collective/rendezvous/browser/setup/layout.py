"""In which order and groups the forms show their fields; what is not named comes last."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.rendezvous import _
from collective.rendezvous.content.days import IDays
from collective.rendezvous.content.hour import IHour
from collective.rendezvous.content.mails import KINDS
from collective.rendezvous.content.mails import VARIABLES
from collective.rendezvous.content.text import Color
from dataclasses import dataclass
from dataclasses import field
from typing import Any
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IDatetime
from zope.schema.interfaces import IInt


@dataclass(frozen=True)
class Part:
    """A group of fields under a legend; `folded` ones open where something is wrong in them.

    `variables`: what their texts may name; `page`: view and label of a page of the section about them.
    """

    fields: tuple[str, ...]
    legend: str = ""
    help: str = ""
    folded: bool = False
    variables: Mapping[str, str] = field(default_factory=dict)
    page: tuple[str, str] = ("", "")

    @property
    def told_variables(self) -> list[tuple[str, str]]:
        """What texts may name, as it is written in them, and what it stands for."""
        return [(f"${{{name}}}", meaning) for name, meaning in self.variables.items()]


NAME = Part(("IShortName.id",), _("Address of the page"), folded=True)
MAILS = _("Leave a text empty to send the usual one. In a text you may write:")
RHYTHM = ("duration", "buffer", "step", "max_people", "extra_minutes_per_person")
RULES = ("audience", "confirmation", "min_notice_hours", "horizon_days", "cancel_notice_hours")

LAYOUT: Mapping[str, tuple[Part, ...]] = {
    "AppointmentType": (
        Part(("title", "description", "documents", "instructions", "rgpd_text"), _("What citizens see")),
        Part(RHYTHM, _("Length and rhythm")),
        Part(RULES, _("Rules")),
        Part(("questions",), _("Questions")),
        Part(("color",), _("Planning")),
        NAME,
    ),
    "Counter": (
        Part(("title", "description", "address", "access"), _("What citizens see")),
        Part(("capacity", "types"), _("What is received here")),
        NAME,
    ),
    "Agent": (
        Part(("title", "email", "role"), _("Person")),
        Part(("userid",), _("Account")),
        Part(("create_account", "account_name"), _("Or a new account")),
        NAME,
    ),
    "Availability": (
        Part(("days", "start", "end", "types", "counters", "audience")),
        Part(
            ("valid_from", "valid_until", "weeks"), _("Period"), _("Without dates, these hours have no end.")
        ),
    ),
    "Unavailability": (Part(("start", "end", "reason")),),
    "RendezVousSection": (
        Part(("title", "description", "intro", "contact_phone", "contact_email"), _("What citizens read")),
        Part(("timezone", "day_start", "day_end"), _("Opening")),
        Part(("holidays_country", "holidays_subdivision", "holidays_worked"), _("Public holidays")),
        Part(("closures",), _("Closures")),
        Part(
            (
                "reminder_hours",
                "hold_minutes",
                "pending_minutes",
                "freed_slot_minutes",
                "max_upcoming_per_email",
                "bookings_per_minute",
            ),
            _("Limits and delays"),
        ),
        Part(("consent_label", "privacy_text", "retention_months", "feed_personal_data"), _("Personal data")),
        Part(("sender_name", "sender_address", "notify_agents"), _("Sender of the mails")),
        Part(
            tuple(f"mail_{kind}_{part}" for kind in KINDS for part in ("subject", "body")),
            _("Texts of the mails"),
            MAILS,
            folded=True,
            variables=VARIABLES,
            page=("rendezvous-letters", _("See each mail as it would be sent")),
        ),
        NAME,
    ),
}


@dataclass(frozen=True)
class Shown:
    """A part as a form shows it: its widgets, each with the classes of its column."""

    part: Part
    widgets: list[tuple[Any, str]]

    @property
    def open(self) -> bool:
        """Whether it stands open: it always does unless it is folded and right."""
        return any(widget.error for widget, _css in self.widgets)


def shown(portal_type: str, widgets: Mapping[str, Any]) -> Iterator[Shown]:
    """The parts of a form with the widgets that there are; what no part names follows them."""
    left = dict(widgets)
    for part in LAYOUT[portal_type]:
        found = [left.pop(name) for name in part.fields if name in left]
        if found:
            yield Shown(part, [(widget, _column(widget.field)) for widget in found])
    if left:
        yield Shown(Part(()), [(widget, _column(widget.field)) for widget in left.values()])


def _column(field: Any) -> str:
    if IDatetime.providedBy(field):
        return "col-md-6"
    narrow = (IInt, IDate, IHour)
    if isinstance(field, Color) or any(each.providedBy(field) for each in narrow):
        return "col-md-4"
    if field.__name__ in ("confirmation", "audience", "weeks", "holidays_country"):
        return "col-md-6"
    return "col-12" if not IDays.providedBy(field) else "col-md-6"
