"""A small office and its appointments."""

from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.ledger.holds import Hold
from collective.rendezvous.ledger.holds import reference_of
from collective.rendezvous.ledger.instants import minutes
from collective.rendezvous.ledger.instants import seconds
from collective.rendezvous.ledger.lane import HOLD
from collective.rendezvous.ledger.references import new_key
from collective.rendezvous.ledger.seats import seats
from collective.rendezvous.ledger.store import Ledger
from datetime import date
from datetime import datetime
from datetime import time
from datetime import UTC
from zoneinfo import ZoneInfo


PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
TUESDAY = date(2026, 12, 1)
RESOURCES = {"lea": 1, "paul": 1, "hall": 2}


def clock(text):
    """Minutes since midnight of "9:00"."""
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def local(text, day=TUESDAY):
    """That time of a day in Paris, aware."""
    return datetime.combine(day, time(*map(int, text.split(":"))), PARIS)


def appointment(start="9:00", day=TUESDAY, **fields):
    """One that is not stored yet."""
    given = {
        "type_uid": "passport",
        "type_title": "Carte d'identité / passeport",
        "counter_uid": "hall",
        "counter_title": "Guichet standard",
        "agent_uid": "lea",
        "agent_title": "Léa Martin",
        "length": 20,
        "first_name": "Jeanne",
        "last_name": "Dupont",
        "email": "jeanne@exemple.fr",
        "phone": "06 12 34 56 78",
    }
    made = Appointment(start=minutes(local(start, day)), **(given | fields))
    if not made.history:
        made.note(NOW, "citizen", "book")
    return made


def book(ledger, start="9:00", day=TUESDAY, now=NOW, resources=RESOURCES, **fields):
    """Store one, on its lanes too."""
    made = appointment(start, day, **fields)
    made.reference = made.reference or ledger.new_reference()
    until = made.until if made.state == "pending" else None
    ledger.occupy(made.reference, seats(made, PARIS), resources, now, until)
    return ledger.add(made)


def lane(ledger, uid, day=TUESDAY):
    """The lane of a resource."""
    return ledger.days[day.toordinal()].lanes[uid]


def filled(*appointments):
    """A ledger with these."""
    ledger = Ledger()
    for each in appointments:
        ledger.add(each)
    return ledger


def hold(
    ledger,
    start="9:00",
    day=TUESDAY,
    now=NOW,
    resources=RESOURCES,
    minutes_kept=10,
    address="203.0.113.9",
    **fields,
):
    """Keep a slot; gives the id and the hold."""
    id = new_key()
    given = {"type": "passport", "length": 20, "buffer": 0, "people": 1, "agent": "lea", "counter": "hall"}
    made = Hold(
        reference=reference_of(id),
        start=minutes(local(start, day)),
        client=ledger.holds.client(address, now),
        made=seconds(now),
        until=seconds(now) + 60 * minutes_kept,
        **(given | fields),
    )
    ledger.occupy(made.reference, made.seats(PARIS), resources, now, made.until, HOLD)
    ledger.holds.keep(made, now)
    return id, made


def release(ledger, held, now=NOW):
    """Give it back."""
    ledger.vacate(held.reference, held.seats(PARIS), now)
    ledger.holds.drop(held, now)
