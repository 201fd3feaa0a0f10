"""The four steps of a booking, as the line at the top of a page shows them."""

from collective.rendezvous import _
from collective.rendezvous.browser.words import Words


LABELS = (_("Reason"), _("Date and time"), _("Your details"), _("Confirmation"))


def steps(current: int, words: Words) -> list[dict[str, str | None]]:
    """Return label, class and aria-current of each step; steps count from 1."""
    return [_step(number, label, current, words) for number, label in enumerate(LABELS, 1)]


def _step(number: int, label: str, current: int, words: Words) -> dict[str, str | None]:
    spoken = words.say(label)
    if number == current:
        here = words.say(_("Step ${number} of 4: ${label}"), number=number, label=spoken)
        return {"label": here, "class": None, "current": "step"}
    return {"label": f"{number}. {spoken}", "class": "is-done" if number < current else None, "current": None}
