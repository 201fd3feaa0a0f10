"""Searching among many appointments, and what is remembered of them: the ledger alone, on a FileStorage.

As many as MANY says in the environment, 100,000 by default; names follow the frequencies of a town.
"""

from bookings import storage
from busy_office import FIRST
from busy_office import LENGTH
from busy_office import office
from busy_office import places
from collections.abc import Callable
from collections.abc import Iterator
from collective.rendezvous.booking.stranded import stranded
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.ledger.instants import minutes
from collective.rendezvous.ledger.seats import seats
from collective.rendezvous.ledger.store import Ledger
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.scheduling.zone import at
from random import Random
from statistics import median
from table import Row
from time import perf_counter

import os
import transaction


MANY = int(os.environ.get("MANY", "100000"))
SYLLABLES = (
    *("ma", "du", "le", "ber", "gar", "mar", "tin", "pont", "nier", "rou", "ben", "fon", "tai", "da"),
    *("sil", "va", "mi", "che", "li", "ro", "se", "mo", "re", "la", "ge"),
)
PAGE = 8


def rows(port: int) -> Iterator[Row]:
    with storage() as (connection, _):
        ledger = connection.root()["many"] = Ledger()
        fill(ledger)
        for text, what in (
            ("dup", "3 letters"),
            ("du", "2 letters"),
            ("martin", "a whole name"),
            ("06 12 34", "6 digits"),
        ):
            found = ledger.matching(text)
            told = f"{what}, {len(found)} found"
            yield Row(
                f"search among {MANY:,}, {told}", timed(lambda text=text: list(ledger.matching(text)[:PAGE]))
            )
        busy = connection.root()["busy"] = Ledger()
        yield from reviewed(busy)


def reviewed(ledger: Ledger) -> Iterator[Row]:
    """How long it takes to count what is to be reviewed among 36,000, the first time and again."""
    of = office()
    now = at(of.zone, FIRST, 0)
    resources = dict.fromkeys(of.agents, 1) | dict.fromkeys(of.counters, 2)
    for number, (day, start, agent, counter) in enumerate(places(of)):
        if not number % 200 or counter in allowed(of, agent, start):
            one = Appointment(
                type_uid="t0",
                agent_uid=agent,
                counter_uid=counter,
                start=minutes(at(of.zone, day, start)),
                length=LENGTH,
            )
            one.note(now, "citizen", "book")
            one = ledger.add(one)
            ledger.occupy(one.reference, seats(one, of.zone), resources, now)
        if not number % 2000:
            transaction.commit()
    transaction.commit()
    begun = perf_counter()
    number = sum(1 for _ in stranded(ledger, of, now))
    first = 1000 * (perf_counter() - begun)
    what = f"{number} to review among all to come"
    yield Row(f"{what}, after a change of the set-up", f"{first:.0f} ms")
    yield Row(f"{what}, again", timed(lambda: sum(1 for _ in stranded(ledger, of, now))))


def allowed(of: Office, agent: str, start: int) -> set[str]:
    """The counters at which an agent may be at that minute."""
    hours = next(one for one in of.agents[agent].availabilities if one.start <= start < one.end)
    return set(hours.counters or of.counters)


def fill(ledger: Ledger) -> None:
    random = Random(5)
    names = ["".join(random.choices(SYLLABLES, k=random.choice((2, 2, 3)))).title() for _ in range(4000)]
    shares = [1 / (1 + number) for number in range(len(names))]
    lasts = random.choices(names, shares, k=MANY)
    firsts = random.choices(names[:400], shares[:400], k=MANY)
    begin = minutes(at(office().zone, FIRST, 540))
    for number, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        ledger.add(
            Appointment(
                start=begin + number // 4,
                first_name=first,
                last_name=last,
                email=f"{first}.{last}@courriel.example".lower(),
                phone=f"06{random.randrange(10**8):08}",
            )
        )
        if not number % 2000:
            transaction.commit()
    transaction.commit()


def timed(act: Callable[[], object]) -> str:
    """The milliseconds of one, in the middle of many."""
    found = []
    for _ in range(25):
        begun = perf_counter()
        act()
        found.append(1000 * (perf_counter() - begun))
    return f"{median(found):.1f} ms"
