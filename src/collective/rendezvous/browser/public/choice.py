"""What a citizen has chosen so far, read from the address or a form: place, people, start.

What cannot be understood counts as not chosen; nobody is ever told off for a mutilated link.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from collective.rendezvous.browser.public.places import Place
from collective.rendezvous.browser.public.places import place_by_id
from collective.rendezvous.scheduling.office import AppointmentType
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from typing import Any
from urllib.parse import urlencode


YEARS = range(1970, 2200)


@dataclass(frozen=True)
class Choice:
    """Place (None: any), number of people, and the start (aware) once one is chosen."""

    place: Place | None
    people: int = 1
    start: datetime | None = None

    @property
    def counters(self) -> frozenset[str] | None:
        """The uids of the counters to ask for; None for any."""
        return self.place.uids if self.place else None

    @property
    def parameters(self) -> dict[str, str]:
        """The choice as it stands in an address or in hidden fields, the start aside."""
        chosen = {"place": self.place.id} if self.place else {}
        return {**chosen, "people": str(self.people)} if self.people > 1 else chosen

    @property
    def query(self) -> str:
        """The choice as a query string."""
        start = {"start": self.start.isoformat()} if self.start else {}
        return urlencode({**self.parameters, **start})

    def at(self, start: datetime) -> "Choice":
        """Return the same choice with another start."""
        return replace(self, start=start)


def choice(form: Mapping[str, Any], type: AppointmentType, places: Sequence[Place]) -> Choice:
    """Read the choice; where there is only one place it needs no choosing."""
    place = place_by_id(places, form.get("place")) if len(places) > 1 else None
    if place is None and len(places) > 1:
        place = places[0]
    return Choice(place, _people(form.get("people"), type.max_people), moment(form.get("start")))


def moment(text: Any) -> datetime | None:
    """Return the instant written with its offset, else None; so are years that nobody books in."""
    try:
        value = datetime.fromisoformat(text.replace(" ", "+"))
    except (AttributeError, ValueError):
        return None
    return value if value.tzinfo and value.year in YEARS else None


def day(text: Any) -> date | None:
    """Return the day written YYYY-MM-DD, else None."""
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return None


def _people(text: Any, most: int) -> int:
    try:
        number = int(text)
    except (TypeError, ValueError):
        return 1
    return min(max(number, 1), most)
