"""The form of the waiting list: what was typed, what it means to `booking`, and what is wrong with it."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from collective.rendezvous import _
from collective.rendezvous.booking.errors import FieldError
from collective.rendezvous.browser.public.errors import help_with
from collective.rendezvous.browser.public.errors import in_summary
from collective.rendezvous.browser.public.errors import when_left
from collective.rendezvous.browser.public.fields import EMAIL
from collective.rendezvous.browser.public.fields import Field
from collective.rendezvous.browser.public.form import Shown
from collective.rendezvous.browser.public.form import text_of
from collective.rendezvous.browser.public.places import Place
from collective.rendezvous.browser.public.places import place_by_id
from collective.rendezvous.browser.words import Words
from collective.rendezvous.scheduling.office import AppointmentType
from datetime import date
from typing import Any


ANYWHERE = "*"
"""The choice of no place in particular: no short name."""


class JoinForm:
    """The form for a type. `values`: what was sent, or what is chosen already."""

    def __init__(
        self,
        type: AppointmentType,
        places: Sequence[Place],
        values: Mapping[str, Any],
        days: tuple[date, date],
        words: Words,
    ) -> None:
        self.type = type
        self.places = places
        self.words = words
        self.fields = list(fields(type, places, words))
        self.consent = bool(values.get("consent"))
        self.consent_error = ""
        self.errors: list[Shown] = []
        defaults = {"from": days[0].isoformat(), "to": days[1].isoformat(), "people": "1", "place": ANYWHERE}
        for field in self.fields:
            field.value = text_of(values.get(field.name, defaults.get(field.name)))
            field.said = when_left(field.name, words, field.required, field.kind)

    @property
    def consent_needed(self) -> str:
        """What is said where the box was ticked and is not any more."""
        return when_left("consent", self.words, required=True)["required"]

    def data(self) -> dict[str, Any]:
        """What was typed, in the shape that `booking` reads."""
        typed = {field.name: field.value for field in self.fields}
        place = place_by_id(self.places, typed.get("place")) if len(self.places) > 1 else None
        people = typed.get("people", "1")
        return {
            "type": self.type.id,
            "email": typed["email"],
            "from": typed["from"],
            "to": typed["to"],
            "people": int(people) if people.isdecimal() and len(people) < 5 else people,
            "counters": sorted(place.ids) if place else None,
            "consent": self.consent,
        }

    def refuse(self, errors: Iterable[FieldError]) -> None:
        """Put each error beside its field and in the summary, both in the order of the page."""
        beside: dict[str, FieldError] = {}
        for error in errors:
            beside.setdefault(error.field, error)
        for field in self.fields:
            if field.name in beside:
                error = beside.pop(field.name)
                field.error = help_with(error, self.words, field.kind)
                self.errors.append(Shown(field.target, in_summary(error, self.words)))
        if "consent" in beside:
            error = beside.pop("consent")
            self.consent_error = self.words.say(_("Tick the box so that we may write to you."))
            self.errors.append(Shown("consent", in_summary(error, self.words)))
        self.errors += [Shown("", in_summary(error, self.words)) for error in beside.values()]


def fields(type: AppointmentType, places: Sequence[Place], words: Words) -> Iterable[Field]:
    """Yield the fields for a type, in the order of the page."""
    if len(places) > 1:
        anywhere = (ANYWHERE, words.say(_("Anywhere")))
        named = [(place.id, place.name) for place in places]
        yield Field(
            "place",
            _("Where can you come?"),
            kind="choice",
            choices=[anywhere, *named],
            width=12,
        )
    if type.max_people > 1:
        numbers = [(str(number), str(number)) for number in range(1, type.max_people + 1)]
        yield Field("people", _("For how many people?"), kind="choice", choices=numbers, width=12)
    yield Field("from", _("From which day on?"), kind="date", maxlength=10)
    yield Field("to", _("Until which day?"), kind="date", maxlength=10)
    yield Field(
        "email",
        _("E-mail address"),
        kind="email",
        help=_("We write there first to ask whether it is yours."),
        autocomplete="email",
        maxlength=EMAIL,
        width=12,
    )
