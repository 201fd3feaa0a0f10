"""Many clients at once."""

from client import Client
from collections import Counter
from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Barrier
from threading import Thread
from time import perf_counter


@dataclass
class Crowd:
    """What many clients got: the statuses, the milliseconds of each request, the seconds of all."""

    statuses: Counter[int]
    wall: list[float]
    seconds: float

    def per_second(self, status: int) -> float:
        return self.statuses[status] / self.seconds

    def within(self, part: float) -> float:
        """The milliseconds within which that part of the requests was answered."""
        ordered = sorted(self.wall)
        return ordered[min(len(ordered) - 1, int(part * len(ordered)))]

    @property
    def broken(self) -> int:
        return sum(number for status, number in self.statuses.items() if status >= 500)

    def times(self) -> str:
        return f"p50 {self.within(0.5):.0f}, p95 {self.within(0.95):.0f}, max {max(self.wall):.0f} ms"

    def told(self) -> str:
        return ", ".join(f"{number} × {status}" for status, number in sorted(self.statuses.items()))


def crowd(urls: Sequence[str], acts: Sequence[Callable[[Client], list[tuple[int, float]]]]) -> Crowd:
    """Let each act be done by a client of its own, all from the same moment on."""
    barrier = Barrier(len(acts) + 1)
    found: list[tuple[int, float]] = []

    def run(act: Callable[[Client], list[tuple[int, float]]], url: str) -> None:
        client = Client(url)
        client.ask("GET", "/month/@bench-nothing")
        barrier.wait()
        found.extend(act(client))

    threads = [Thread(target=run, args=(act, urls[n % len(urls)])) for n, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    barrier.wait()
    begun = perf_counter()
    for thread in threads:
        thread.join()
    seconds = perf_counter() - begun
    return Crowd(Counter(status for status, _ in found), [wall for _, wall in found], seconds)
