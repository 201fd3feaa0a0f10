"""The rules by which a type is booked."""

from collective.rendezvous import _
from plone.supermodel import model
from zope.schema import Choice
from zope.schema import Int


class ITypeRules(model.Schema):
    """Steps, buffers, notices, numbers of people."""

    model.fieldset(
        "rules",
        label=_("Booking rules"),
        fields=[
            "step",
            "buffer",
            "min_notice_hours",
            "horizon_days",
            "cancel_notice_hours",
            "confirmation",
            "max_people",
            "extra_minutes_per_person",
        ],
    )
    step = Int(
        title=_("A slot every (minutes)"),
        description=_("Empty: slots follow one another without a gap, which loses the least time."),
        required=False,
        default=None,
        min=5,
        max=480,
    )
    buffer = Int(title=_("Pause after the appointment (minutes)"), min=0, max=480, default=0)
    min_notice_hours = Int(title=_("Book at the latest (hours before)"), min=0, max=8760, default=0)
    horizon_days = Int(title=_("Book at the earliest (days before)"), min=1, max=1095, default=90)
    cancel_notice_hours = Int(
        title=_("Cancel or move at the latest (hours before)"), min=0, max=8760, default=0
    )
    confirmation = Choice(
        title=_("Confirmation"), vocabulary="collective.rendezvous.Confirmations", default="immediate"
    )
    max_people = Int(title=_("People at most"), min=1, max=100, default=1)
    extra_minutes_per_person = Int(
        title=_("Extra minutes for each further person"), min=0, max=480, default=0
    )
