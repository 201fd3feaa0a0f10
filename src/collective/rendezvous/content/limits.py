"""How much and how long: reminders, retention, what one visitor may take."""

from collective.rendezvous import _
from plone.supermodel import model
from zope.schema import Int


class ILimits(model.Schema):
    """Limits and delays of a section."""

    model.fieldset(
        "limits",
        label=_("Limits and delays"),
        order=2,
        fields=[
            "reminder_hours",
            "retention_months",
            "max_upcoming_per_email",
            "bookings_per_minute",
            "hold_minutes",
            "pending_minutes",
            "freed_slot_minutes",
        ],
    )
    reminder_hours = Int(
        title=_("Reminder, hours before"), description=_("0: no reminder."), min=0, max=720, default=48
    )
    retention_months = Int(
        title=_("Personal data are erased after (months)"),
        description=_("Counted from the end of the appointment."),
        min=1,
        max=120,
        default=12,
    )
    max_upcoming_per_email = Int(
        title=_("Appointments to come per e-mail address and type"),
        description=_("0: no limit."),
        min=0,
        max=1000,
        default=3,
    )
    bookings_per_minute = Int(
        title=_("Bookings per minute from one address on the Internet"),
        description=_(
            "0: no limit. A guard against robots; citizens behind one library's connection share it."
        ),
        min=0,
        max=1000,
        default=20,
    )
    hold_minutes = Int(
        title=_("A chosen slot is kept for (minutes)"),
        description=_("While the citizen fills in the form. 0: not kept."),
        min=0,
        max=60,
        default=10,
    )
    pending_minutes = Int(
        title=_("Time to confirm by e-mail (minutes)"),
        description=_("An appointment that is not confirmed by then gives its place back."),
        min=5,
        max=1440,
        default=30,
    )
    freed_slot_minutes = Int(
        title=_("A freed slot stays closed to the public for (minutes)"),
        description=_("0: it can be booked at once."),
        min=0,
        max=1440,
        default=0,
    )
