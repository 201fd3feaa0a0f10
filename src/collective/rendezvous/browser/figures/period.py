"""A page about some days, chosen by their first and last one."""

from collective.rendezvous import _
from collective.rendezvous.booking.statistics import usual
from collective.rendezvous.booking.sums import FURTHEST
from collective.rendezvous.browser.staff.page import StaffPage
from datetime import date
from functools import cached_property


YEARS = range(1900, 2200)


class PeriodPage(StaffPage):
    """Reads the days from the form; what is wrong with them is in `wrong`, by field."""

    @property
    def usual(self) -> tuple[date, date]:
        """The days that are shown unless others are asked for."""
        return usual(self.today)

    @cached_property
    def wrong(self) -> dict[str, str]:
        """What to say about the fields, by their name."""
        told = {name: self.told(name) for name in ("from", "to")}
        found = {
            name: self.words.say(
                _("Write a day that exists, for example ${day}."), day=self.today.isoformat()
            )
            for name, text in told.items()
            if text and read(text) is None
        }
        if not found:
            first, last = self._asked
            if last < first:
                found["to"] = self.words.say(_("The last day comes before the first one."))
            elif (last - first).days >= FURTHEST:
                found["to"] = self.words.say(_("Choose ten years at most."))
        self.problem = bool(found)
        return found

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day: those asked for, unless something is wrong with them."""
        return self.usual if self.wrong else self._asked

    @property
    def _asked(self) -> tuple[date, date]:
        first, last = self.usual
        return read(self.told("from")) or first, read(self.told("to")) or last

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        first, last = self.days
        return {"from": self.told("from") or first.isoformat(), "to": self.told("to") or last.isoformat()}

    @property
    def spoken(self) -> dict[str, str]:
        """The ends of the days in words, the year once."""
        first, last = self.words.week(*self.days)
        return {"first": first, "last": last}

    def told(self, name: str) -> str:
        """A field of the form; empty for what is no text."""
        told = self.request.form.get(name)
        return told.strip() if isinstance(told, str) else ""


def read(text: str) -> date | None:
    """A day, written 2026-11-24; None for anything else."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.year in YEARS else None
