"""What the columns of a week of slots say; for pages that have `week` and `words`."""

from collective.rendezvous import _
from collective.rendezvous.browser.public.week import Column
from collective.rendezvous.browser.public.week import Week
from collective.rendezvous.browser.words import Words
from collective.rendezvous.scheduling.slots import Slot
from html import escape


WHY = {
    "closed": _("Closed"),
    "full": _("Full"),
    "later": _("Not open yet"),
    "past": _("Past"),
}


BUTTON = (
    '<li><button class="btn btn-outline-primary" name="start" type="submit" value="{value}">{hour} '
    '<span class="visually-hidden">{on}</span></button></li>'
)
"""A slot. Not in the template: a week has hundreds, and their expressions took a third of the page's time."""


class SlotColumns:
    """Words for the days of a week."""

    week: Week
    words: Words

    @property
    def week_words(self) -> tuple[str, str]:
        """Return the two ends of the week."""
        return self.words.week(self.week.columns[0].day, self.week.columns[-1].day)

    def why(self, column: Column) -> str:
        """Return why a day has no slot."""
        if column.why == "closed" and column.reason:
            return self.words.say(_("Closed: ${reason}"), reason=column.reason)
        return self.words.say(WHY.get(column.why, _("No time")))

    def halves(self, column: Column) -> list[tuple[str, str]]:
        """Return the halves of a day that have slots, each with its buttons as HTML."""
        on = self.words.say(_("on ${day}"), day=self.words.day(column.day))
        halves = [(_("Morning"), column.morning), (_("Afternoon"), column.afternoon)]
        return [(self.words.say(name), self._buttons(slots, on)) for name, slots in halves if slots]

    def _buttons(self, slots: tuple[Slot, ...], on: str) -> str:
        told = ((slot.start.isoformat(), escape(self.words.hour(slot.start))) for slot in slots)
        return "\n".join(BUTTON.format(value=value, hour=hour, on=escape(on)) for value, hour in told)
