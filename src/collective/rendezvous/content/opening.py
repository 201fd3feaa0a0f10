"""When a section is open: its time zone, hours of the planning, public holidays, closures."""

from collective.rendezvous import _
from collective.rendezvous.content.days import Days
from collective.rendezvous.content.defaults import site_timezone
from collective.rendezvous.content.hour import Hour
from collective.rendezvous.content.rows import IClosureRow
from collective.rendezvous.content.text import Line
from collective.z3cform.datagridfield.datagridfield import DataGridFieldFactory
from collective.z3cform.datagridfield.row import DictRow
from plone.app.z3cform.widgets.text import TextLinesWidget
from plone.autoform import directives
from plone.supermodel import model
from zope.schema import Choice
from zope.schema import List


class IOpening(model.Schema):
    """Time zone, planning hours, holidays, closures."""

    model.fieldset(
        "opening",
        label=_("Opening and closures"),
        order=1,
        fields=[
            "timezone",
            "day_start",
            "day_end",
            "holidays_country",
            "holidays_subdivision",
            "holidays_worked",
            "closures",
        ],
    )
    timezone = Choice(
        title=_("Time zone"),
        description=_("All hours of the section are hours of this zone."),
        vocabulary="collective.rendezvous.Timezones",
        defaultFactory=site_timezone,
    )
    day_start = Hour(title=_("The planning begins at"), default="08:00")
    day_end = Hour(title=_("The planning ends at"), default="18:00", closing=True)
    holidays_country = Choice(
        title=_("Public holidays of"),
        description=_("Nobody is received on them. No value: public holidays are days like any other."),
        vocabulary="collective.rendezvous.Countries",
        required=False,
        default="FR",
        missing_value="",
    )
    holidays_subdivision = Line(
        title=_("Part of the country"),
        description=_(
            "Where a part of the country has holidays of its own: its code, in France 57, 67 or 68."
        ),
        required=False,
        default="",
        missing_value="",
        max_length=100,
    )
    directives.widget("holidays_worked", TextLinesWidget)
    holidays_worked = Days(
        title=_("Public holidays worked all the same"),
        description=_("One day per line, written 2026-12-25."),
        required=False,
        default=[],
        missing_value=[],
        max_length=1000,
    )
    directives.widget("closures", DataGridFieldFactory)
    closures = List(
        title=_("Closures"),
        description=_(
            "Days on which nobody is received, or only hours of them, such as the afternoon of 24 December."
        ),
        value_type=DictRow(title=_("Closure"), schema=IClosureRow),
        required=False,
        default=[],
        missing_value=[],
        max_length=1000,
    )
