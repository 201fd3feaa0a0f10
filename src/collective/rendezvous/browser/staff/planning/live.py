"""What the script is told that brings the planning to life; where it was not built, all works without."""

from collective.rendezvous import _
from collective.rendezvous.browser.staff import live_texts
from collective.rendezvous.browser.staff.planning.measures import widths
from collective.rendezvous.words.states import STATES
from typing import Any

import json


SECONDS = 30
"""How often an open planning asks whether anything has changed."""

TEXTS = live_texts.TEXTS | {
    "as_before": _("Nothing was changed: the appointment is where it was."),
    "closed": _("Closed"),
    "closed_because": _("Closed: ${reason}"),
    "done": _("The appointment is changed."),
    "erased": _("Name erased"),
    "leave": _("Leave it as it was"),
    "of_field": _("${field}: ${value}"),
    "stale": _("Somebody else has changed this appointment meanwhile. It is shown as it is now."),
    "unavailable": _("Unavailable"),
}


def told_to_script(page: Any) -> str:
    """What stands in the attribute `data-rdv-planning`, as JSON."""
    office, words = page.office, page.words
    first, last = page.period
    low, high = page.window
    counters = [
        {
            **resource(one),
            "types": [kind.id for kind in office.types.values() if kind.uid in one.types and kind.active],
        }
        for one in page.counters
    ]
    types = {
        one.id: {
            "title": one.title,
            "color": one.color,
            "duration": one.duration,
            "extra": one.extra_minutes_per_person,
            "people": one.max_people,
        }
        for one in office.types.values()
    }
    return json.dumps(
        {
            "section": page.section_url,
            "login": page.log_in_url,
            "first": first.isoformat(),
            "last": last.isoformat(),
            "days": [day.isoformat() for day in page.days],
            "view": page.view,
            "columns": page.columns_by,
            "low": clock(low),
            "high": clock(high),
            "zone": office.timezone,
            "language": words.language,
            "seconds": SECONDS,
            "width": max(widths(page.cal_columns, page.view), default=8),
            "changes": page.takes_steps,
            "agents": [resource(one) for one in page.agents],
            "counters": counters,
            "types": types,
            "chosen": page.chosen_ids,
            "states": {name: words.say(message) for name, message in STATES.items()},
            "texts": {name: words.say(message) for name, message in TEXTS.items()},
        }
    )


def resource(one: Any) -> dict[str, str]:
    """An agent or a counter."""
    return {"id": one.id, "title": one.title}


def clock(minute: int) -> str:
    """Minutes since midnight as HH:MM."""
    return f"{minute // 60:02}:{minute % 60:02}"
