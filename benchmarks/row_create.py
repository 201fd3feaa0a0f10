"""Create and commit one appointment on FileStorage, beside one small object."""

from bookings import Bookings
from bookings import storage
from BTrees.LOBTree import LOBTree
from collections.abc import Callable
from collections.abc import Iterator
from collective.rendezvous.ledger.store import Ledger
from persistent.mapping import PersistentMapping
from statistics import median
from table import Row
from time import perf_counter
from time import process_time

import transaction


NUMBER = 800


def rows(port: int) -> Iterator[Row]:
    with storage() as (connection, _):
        root = connection.root()
        root["ledger"], root["small"] = Ledger(), LOBTree()
        transaction.commit()
        bookings, small = Bookings(root["ledger"], judged=True), root["small"]

        def write_one() -> None:
            small[len(small)] = PersistentMapping({"name": "value"})
            transaction.commit()

        booked, written = interleaved(bookings.book, write_one)
    yield Row(
        "create and commit one appointment (rules, lanes, look-ups, limits), FileStorage",
        f"{median(booked[1]):.2f} ms, CPU {sum(booked[0]) / len(booked[0]):.2f}",
        f"one small object {median(written[1]):.2f} ms, CPU {sum(written[0]) / len(written[0]):.2f}",
        sum(booked[0]) / sum(written[0]),
        note=f"{bookings.number} booked, ratio of CPU",
    )


def interleaved(*acts: Callable[[], None]) -> list[tuple[list[float], list[float]]]:
    """Milliseconds (CPU, wall) of each act, by turns."""
    found: list[tuple[list[float], list[float]]] = [([], []) for _ in acts]
    for _ in range(NUMBER):
        for act, (cpu, wall) in zip(acts, found, strict=True):
            ticks, begun = process_time(), perf_counter()
            act()
            wall.append(1000 * (perf_counter() - begun))
            cpu.append(1000 * (process_time() - ticks))
    return found
