"""What the columns of a week of slots say; for pages that have `week` and `words`."""

from collective.rendezvous import _
from collective.rendezvous.browser.public.week import Column
from collective.rendezvous.browser.public.week import Week
from collective.rendezvous.browser.words import Words
from collective.rendezvous.scheduling.slots import Slot


WHY = {
    "closed": _("Closed"),
    "full": _("Full"),
    "later": _("Not open yet"),
    "past": _("Past"),
}


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

    def on(self, column: Column) -> str:
        """Return a day as it follows an hour."""
        return self.words.say(_("on ${day}"), day=self.words.day(column.day))

    def halves(self, column: Column) -> list[tuple[str, tuple[Slot, ...]]]:
        """Return the halves of a day that have slots."""
        halves = [(_("Morning"), column.morning), (_("Afternoon"), column.afternoon)]
        return [(self.words.say(name), slots) for name, slots in halves if slots]
