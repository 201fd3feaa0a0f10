"""The engine alone: no cache, CPU time of one process."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collective.rendezvous.scheduling.occupancy import Occupancy
from collective.rendezvous.scheduling.occupancy import Stretches
from collective.rendezvous.scheduling.occupancy import Taken
from collective.rendezvous.scheduling.slots import Query
from collective.rendezvous.scheduling.slots import slots
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from statistics import median
from table import Row
from time import process_time
from typing import Any

import busy_office


TIMES = 25
NOW = datetime(2026, 11, 24, 7, tzinfo=UTC)
LAST = busy_office.FIRST + timedelta(days=busy_office.DAYS - 1)


class Masks:
    """An occupancy of masks that are there already, as the lanes keep them."""

    def __init__(self, by_day: Mapping[date, Mapping[str, Taken]]) -> None:
        self.by_day = by_day

    def day(self, day: date) -> Mapping[str, Taken]:
        return self.by_day.get(day, {})


def rows(port: int) -> Iterator[Row]:
    busy = busy_office.stretches(busy_office.office())
    kept: Occupancy = Masks(busy_office.masks(busy))
    query = Query("t0", busy_office.FIRST, LAST)
    for grid, step in (("chained", None), ("every 10 minutes", 10)):
        office = busy_office.office(step)
        for name, occupancy in (("masks kept", kept), ("from stretches", Stretches(busy))):

            def ask(office: Any = office, occupancy: Occupancy = occupancy) -> int:
                return sum(len(day.slots) for day in slots(office, occupancy, query, NOW))

            times = cpu(ask)
            yield Row(
                f"90 days, 20 agents, 10 counters, 36,000 appointments: {grid}, {name}",
                f"{min(times):.1f} ms CPU, median {median(times):.1f}",
                target="≤ 20 ms" if occupancy is kept else "",
                note=f"{ask()} starts",
            )


def cpu(act: Callable[[], object], times: int = TIMES) -> list[float]:
    """Milliseconds of CPU, each time."""
    act()
    found = []
    for _ in range(times):
        begun = process_time()
        act()
        found.append(1000 * (process_time() - begun))
    return found
