"""Which rows of which look-ups an appointment has."""

from .appointment import Appointment
from .lookups import Row
from .names import folded
from .names import later_words
from .names import mailbox
from .names import phone_digits
from .names import REGION


LOOKUPS = ("start", "email", "name", "word", "phone", "pending", "unreminded", "unerased")
"""The look-ups of a ledger.

start: (start, id) of all. email, name, word, phone: (text, start, id), so that what is found can be
put in order, and cut to some days, before any record is read. name has whole names, word what begins
at their later words. pending: (until, id) of those to be
confirmed. unreminded: (start, id) of the confirmed ones whose reminder is still to be sent.
unerased: (start, id) of those that hold personal data. The last two go by start and not by a due
date, since how long before and after it they are due is set up, and may change.
"""

EXACT = frozenset({"email"})
"""Those that are asked for one value."""


def rows(appointment: Appointment, region: str = REGION) -> set[tuple[str, Row]]:
    """All rows of an appointment as it is, as (look-up, row)."""
    id, start = appointment.id, appointment.start
    found: set[tuple[str, Row]] = {("start", (start, id))}
    if appointment.state == "pending" and appointment.until is not None:
        found.add(("pending", (appointment.until, id)))
    if appointment.erased:
        return found
    found.add(("unerased", (start, id)))
    if appointment.state == "confirmed" and appointment.email and not appointment.reminded:
        found.add(("unreminded", (start, id)))
    first, last = appointment.first_name, appointment.last_name
    texts = [
        ("email", mailbox(appointment.email)),
        ("name", folded(f"{first} {last}")),
        ("name", folded(f"{last} {first}")),
        ("phone", phone_digits(appointment.phone, region)),
        *(("word", text) for text in later_words(first, last)),
    ]
    found.update((lookup, (text, start, id)) for lookup, text in texts if text)
    return found
