"""Two small traps for robots: a field nobody sees, and a form that is sent faster than one can read.

Neither ever refuses a person for good: the form comes back with all that was typed, and sending it again
works. There is no longest time.
"""

from collections.abc import Mapping
from collective.rendezvous.browser.public.seal import seal
from collective.rendezvous.browser.public.seal import unsealed
from datetime import datetime
from typing import Any


FIELD = "site_web"
"""The field that stays empty: hidden from people, tempting for robots."""

STAMP = "since"
SECONDS = 2
PURPOSE = "form"


def stamp(now: datetime) -> str:
    """Return when a form was shown, signed."""
    return seal(str(int(now.timestamp())), PURPOSE)


def genuine(sealed: object) -> bool:
    """Whether this is a stamp of ours."""
    return unsealed(sealed, PURPOSE) is not None


def suspicious(form: Mapping[str, Any], now: datetime) -> bool:
    """Whether a form looks sent by a robot."""
    shown = unsealed(form.get(STAMP), PURPOSE)
    if form.get(FIELD) or shown is None:
        return True
    return now.timestamp() - int(shown) < SECONDS
