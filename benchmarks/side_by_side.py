"""Measure requests beside one another: by turns, wall and CPU of the server."""

from client import Client
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from statistics import median


BLOCK = 20


@dataclass
class Measured:
    """Milliseconds of each request, and the CPU that all together took."""

    wall: list[float] = field(default_factory=list)
    cpu: float = 0.0

    @property
    def each(self) -> float:
        """Milliseconds of CPU of one."""
        return self.cpu / len(self.wall)

    def __str__(self) -> str:
        return f"{median(self.wall):.1f} ms, CPU {self.each:.1f}"


def side_by_side(client: Client, asks: list[Callable[[], float]], blocks: int = 12) -> list[Measured]:
    """Each of `asks` makes a request and tells its milliseconds; blocks of them by turns."""
    found = [Measured() for _ in asks]
    for ask in asks:
        ask()
        ask()
    for _ in range(blocks):
        for ask, measured in zip(asks, found, strict=True):
            before = client.cpu()
            measured.wall += [ask() for _ in range(BLOCK)]
            measured.cpu += 1000 * (client.cpu() - before)
    return found
