"""What the script is told that lets one draw and drag hours; without it the links do the same."""

from collective.rendezvous import _
from collective.rendezvous.browser.staff import live_texts
from collective.rendezvous.browser.staff.availability.blocks import Block
from collective.rendezvous.browser.staff.availability.blocks import Off
from collective.rendezvous.browser.staff.availability.week import Column
from collective.rendezvous.content.hour import written
from datetime import date
from plone.protect.authenticator import createToken
from typing import Any

import json


TEXTS = live_texts.TEXTS | {
    "add": _("Add an availability"),
    "as_before": _("Nothing was changed: the hours are as they were."),
    "every_week": _("Every week (${days})"),
    "leave": _("Leave them as they were"),
    "only": _("Only on ${day}"),
    "title": _("Change these hours?"),
    "what": _("From ${start} to ${end} on ${day}."),
}


def told_to_script(page: Any) -> str:
    """What stands in the attribute `data-rdv-availability`, as JSON."""
    week, words = page.week, page.words
    low, high = week.window
    return json.dumps(
        {
            "section": page.section_url,
            "login": page.log_in_url,
            "agent": page.url,
            "first": week.days[0].isoformat(),
            "days": [day.isoformat() for day in week.days],
            "titles": {column.day.isoformat(): column.title for column in week.columns},
            "low": written(low),
            "high": written(high),
            "zone": page.office.timezone,
            "language": words.language,
            "token": createToken(),
            "blocks": [block(one) for column in week.columns for one in column.blocks],
            "offs": [off(column, one) for column in week.columns for one in column.offs],
            "texts": {name: words.say(message) for name, message in TEXTS.items()},
        }
    )


def block(one: Block) -> dict[str, Any]:
    """Hours on a day."""
    return {
        "id": one.id,
        "day": one.day.isoformat(),
        "start": moment(one.day, one.start),
        "end": moment(one.day, one.end),
        "url": one.url,
        "action": one.action,
        "hours": one.hours,
        "types": one.types,
        "colors": one.colors,
        "notes": one.notes,
        "hidden": one.hidden,
        "days": one.days,
        "once": one.once,
    }


def off(column: Column, one: Off) -> dict[str, Any]:
    """Time in which nobody receives."""
    return {
        "start": moment(column.day, one.start),
        "end": moment(column.day, one.end),
        "label": one.label,
        "url": one.url,
    }


def moment(day: date, minute: int) -> str:
    """A minute of a day as naive text; midnight at its end stays on that day."""
    return f"{day}T{'23:59:59' if minute >= 1440 else written(minute) + ':00'}"
