"""What the pages that carry a citizen's details have in common: the form, and how it travels."""

from collective.rendezvous import _
from collective.rendezvous.booking.book import KEY_LENGTH
from collective.rendezvous.browser.public import summary
from collective.rendezvous.browser.public import trap
from collective.rendezvous.browser.public.choice import Choice
from collective.rendezvous.browser.public.choice import moment
from collective.rendezvous.browser.public.form import Form
from collective.rendezvous.browser.public.keeping import Keeping
from collective.rendezvous.browser.public.page import rich
from collective.rendezvous.browser.public.summary import Row
from collective.rendezvous.browser.public.type_page import HOLD
from collective.rendezvous.scheduling.slots import Query
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from secrets import token_urlsafe
from typing import Any


ONCE = "once"
"""The field with the random key of a form: however often it is sent, it books once."""

WISHED = "wished"
"""The field with the start that was wished for, where another one is to be chosen."""


class DetailsParts(Keeping):
    """Reads the details that were typed, and carries them on in hidden fields."""

    notice = ""
    trap_field = trap.FIELD

    @cached_property
    def choice(self) -> Choice:
        """What is chosen; the start in the section's zone."""
        start = self.asked.start or moment(self.request.form.get(WISHED))
        return replace(self.asked, start=start.astimezone(self.office.zone) if start else None)

    @property
    def start(self) -> datetime:
        """The start that is chosen."""
        assert self.choice.start is not None
        return self.choice.start

    @property
    def start_url(self) -> str:
        """Where one chooses a start, for the same place and people."""
        query = replace(self.choice, start=None).query
        return f"{self.type_url}?{query}" if query else self.type_url

    @property
    def returning(self) -> bool:
        """Whether the request carries a form that was shown before."""
        return ONCE in self.request.form

    @cached_property
    def form(self) -> Form:
        """The form, with what was typed."""
        return Form(self.type, self.request.form if self.returning else {}, self.words)

    @property
    def once(self) -> str:
        """The random key of this form."""
        return self.carried[ONCE]

    @cached_property
    def carried(self) -> dict[str, str]:
        """The key of the form and when it was first shown."""
        once, shown = self.request.form.get(ONCE), self.request.form.get(trap.STAMP)
        if (
            isinstance(once, str)
            and len(once) in KEY_LENGTH
            and isinstance(shown, str)
            and trap.genuine(shown)
        ):
            return {ONCE: once, trap.STAMP: shown}
        return self.renewed()

    def renewed(self) -> dict[str, str]:
        """Return the key and the moment of a new form."""
        return {ONCE: token_urlsafe(24), trap.STAMP: trap.stamp(self.now)}

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What was typed and the form's own fields, as pairs for hidden fields."""
        return [*self.carried.items(), *self._hold, *self.form.written]

    @property
    def _hold(self) -> list[tuple[str, str]]:
        return [(HOLD, self.hold_id)] if self.hold_id else []

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What the form carries beside its fields."""
        start = ("start", self.start.isoformat())
        return [*self.choice.parameters.items(), start, *self.carried.items(), *self._hold]

    @property
    def wish(self) -> dict[str, Any]:
        """See :class:`.keeping.Keeping`."""
        place = self.choice.place
        return {
            "type": self.type.id,
            "start": self.start.isoformat(),
            "people": self.choice.people,
            "counters": sorted(place.ids) if place else None,
        }

    @property
    def data(self) -> dict[str, Any]:
        """What is asked for, in the shape that `booking` reads."""
        return {**self.form.data(), **self.wish, "hold": self.held.id if self.held else None}

    @property
    def client(self) -> str:
        """The address of whoever sends the form."""
        return str(self.request.getClientAddr())

    @property
    def query(self) -> Query:
        """The day of the start that is chosen, as a question to the desk."""
        day = self.start.date()
        return Query(self.type.uid, day, day, self.choice.people, self.choice.counters)

    @property
    def offered(self) -> bool:
        """Whether the start that is chosen is kept, or still offered."""
        if self.held is not None:
            return True
        try:
            days = self.desk.slots(self.query, self.words.language, self.hold_id)
        except (OverflowError, ValueError):
            return False
        return any(slot.start == self.start for day in days for slot in day.slots)

    @property
    def summary(self) -> list[Row]:
        """What is being booked."""
        rows = [
            Row(summary.REASON, [self.type.title]),
            Row(summary.WHEN, [self.words.moment(self.start)], moment=self.datetime(self.start)),
            Row(summary.LENGTH, [self.length]),
        ]
        if self.choice.people > 1:
            rows.append(Row(summary.PEOPLE, [str(self.choice.people)]))
        if self.place and self.place.name:
            rows.append(Row(summary.WHERE, [self.place.name, *self.place.lines]))
        return rows

    @property
    def rgpd_text(self) -> str:
        """The type's text on personal data, or the section's, as safe HTML."""
        return rich(self.context.rgpd_text, self.context) or rich(self.section.privacy_text, self.section)

    @property
    def retention_months(self) -> int:
        """How long appointments are kept."""
        return self.office.retention_months

    @property
    def consent_label(self) -> str:
        """The sentence beside the box."""
        return self.section.consent_label or self.words.say(
            _("I agree that the town hall uses this information for my appointment.")
        )
