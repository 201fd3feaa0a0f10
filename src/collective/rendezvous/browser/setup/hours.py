"""The form that adds an availability, with the day and hours that were chosen in the calendar."""

from collective.rendezvous.browser.setup.forms import AddForm
from collective.rendezvous.browser.setup.pages import AddPage
from collective.rendezvous.content.hour import minutes
from collective.rendezvous.content.hour import WRITTEN
from copy import copy
from typing import Any


class HoursAddForm(AddForm):
    """Its address may tell `days` (one, Monday is 0), `start` and `end`; what cannot be read is left out."""

    def updateFields(self) -> None:
        """See Dexterity's forms."""
        super().updateFields()
        for name, value in self._chosen().items():
            self.fields[name].field = copy(self.fields[name].field)
            self.fields[name].field.default = value

    def _chosen(self) -> dict[str, Any]:
        told = {name: self.request.form.get(name) for name in ("days", "start", "end")}
        found: dict[str, Any] = {}
        if told["days"] in {*"0123456"}:
            found["days"] = [int(told["days"])]
        start, end = told["start"], told["end"]
        if _hour(start) and (_hour(end) or end == "24:00") and minutes(start) < minutes(end):
            found |= {"start": start, "end": end}
        return found


def _hour(told: object) -> bool:
    return isinstance(told, str) and bool(WRITTEN.fullmatch(told))


class HoursAddPage(AddPage):
    """Adds an availability, as `++add++` finds it."""

    form = HoursAddForm
