"""A look at the waiting list, as the clock takes one every few seconds: nothing suits anybody."""

from collections.abc import Iterator
from collective.rendezvous.booking.waiting.offer import suited
from collective.rendezvous.ledger.day import Day
from collective.rendezvous.ledger.instants import seconds
from collective.rendezvous.ledger.lane import Lane
from collective.rendezvous.ledger.store import Ledger
from collective.rendezvous.ledger.waiting import Stretch
from collective.rendezvous.ledger.waiting import Waiter
from collective.rendezvous.scheduling.office import Office
from datetime import timedelta
from random import Random
from row_engine import cpu
from row_engine import LAST
from row_engine import NOW
from statistics import median
from table import Row

import busy_office


WAITING = (0, 1, 100, 1000)
ALL_DAY = (0, 1440)


def rows(port: int) -> Iterator[Row]:
    office = busy_office.office()
    ledger = filled(office)
    for number in WAITING:
        wait(ledger, office, number)

        def look() -> int:
            return sum(1 for _id in suited(ledger, office, NOW))

        found = look()
        times = cpu(look)
        yield Row(
            f"a look at the waiting list of a busy office: {number} wait",
            f"{min(times):.2f} ms CPU, median {median(times):.2f}",
            note=f"{found} offers; 90 days, 20 agents, 10 counters, 36,000 appointments",
        )


def filled(office: Office) -> Ledger:
    """The lanes of the busy office, without the appointments on them."""
    ledger = Ledger()
    resources = dict.fromkeys(office.agents, 1) | {uid: one.capacity for uid, one in office.counters.items()}
    taken: dict[Lane, list[tuple[int, int, str]]] = {}
    for number, (day, start, *uids) in enumerate(busy_office.places(office)):
        for uid in uids:
            key = day.toordinal()
            if key not in ledger.days:
                ledger.days[key] = Day(resources)
            lane = ledger.days[key].lane(uid)
            taken.setdefault(lane, []).append((start, start + busy_office.LENGTH, f"{number}"))
    for lane, entries in taken.items():
        lane.__setstate__((lane.capacity, tuple(sorted(entries))))
    return ledger


def wait(ledger: Ledger, office: Office, number: int) -> None:
    """So many wait, for one of five types, on days of their own, and know what is free already."""
    random = Random(number)
    for one in list(ledger.waiting):
        ledger.waiting.remove(one)
    for each in range(number):
        first = busy_office.FIRST + timedelta(days=random.randrange(60))
        last = min(first + timedelta(days=random.randrange(30)), LAST)
        known = [Stretch(day, *ALL_DAY) for day in range(first.toordinal(), last.toordinal() + 1)]
        ledger.waiting.add(
            Waiter(
                type_uid=random.choice(list(office.types)),
                email=f"v{each}@exemple.fr",
                first=first,
                last=last,
                ends=seconds(NOW + timedelta(days=100)),
                created=0,
                state="waiting",
                confirmed=each,
                known=tuple(known),
            )
        )
