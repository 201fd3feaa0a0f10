"""What the script is told that searches as one types."""

from collective.rendezvous import _
from collective.rendezvous.words.states import STATES
from typing import Any

import json


TEXTS = {
    "none": _("No appointment to come begins like that. Press « Search » for the past ones."),
    "one": _("1 appointment to come."),
    "many": _("${number} appointments to come."),
    "some": _("The first ${shown} of ${number} appointments to come. Write more of the name."),
    "list": _("Appointments found"),
    "when": _("${day} at ${hour}"),
    "hour": _("${hour}:${minute}"),
    "erased": _("Name erased"),
    "logged_out": _("You are not logged in any more. Press « Search » to log in again."),
}


def search_told(page: Any) -> str:
    """What stands in the attribute `data-rdv-search` of the form, as JSON."""
    words = page.words
    opens = "rendezvous-edit" if page.takes_steps else "appointment-for-staff"
    return json.dumps(
        {
            "url": f"{page.section_url}/@appointments-search",
            "page": page.view_url(opens),
            "today": page.today.isoformat(),
            "language": words.language,
            "states": {name: words.say(message) for name, message in STATES.items()},
            "texts": {name: words.say(message) for name, message in TEXTS.items()},
        }
    )
