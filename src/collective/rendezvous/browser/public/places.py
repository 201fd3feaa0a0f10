"""The places a citizen chooses from: the counters that serve a type, grouped by address."""

from collections.abc import Iterable
from collective.rendezvous.scheduling.office import Counter
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.words.addresses import address_lines
from collective.rendezvous.words.addresses import folded
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """Counters at one address.

    `id` is the short name of the first of them, `ids` are all their short names, `uids` what slots are
    asked with. `name` and `lines` are the address, `access` how to get in.
    """

    id: str
    ids: frozenset[str]
    uids: frozenset[str]
    name: str
    lines: tuple[str, ...] = ()
    access: str = ""

    @property
    def details(self) -> list[str]:
        """What stands below the name, line by line; a remark on access continues the address."""
        address = ", ".join(self.lines)
        if address and self.access[:1].islower():
            return f"{address}, {self.access}".splitlines()
        return [*filter(None, (address,)), *self.access.splitlines()]


def places(office: Office, type_uid: str) -> list[Place]:
    """Return the places that receive people for this type, in the order of their counters."""
    groups: dict[str, list[Counter]] = {}
    for counter in office.counters.values():
        if counter.active and type_uid in counter.types:
            groups.setdefault(folded(counter.address), []).append(counter)
    return [_place(group) for group in groups.values()]


def place_by_id(among: Iterable[Place], id: object) -> Place | None:
    """Return the place of the counter with that short name."""
    return next((place for place in among if id in place.ids), None)


def _place(group: list[Counter]) -> Place:
    lines = address_lines(group[0].address)
    return Place(
        id=group[0].id,
        ids=frozenset(counter.id for counter in group),
        uids=frozenset(counter.uid for counter in group),
        name=lines[0] if lines else _names(group),
        lines=lines[1:],
        access=next((counter.access for counter in group if counter.access), ""),
    )


def _names(group: list[Counter]) -> str:
    return ", ".join(counter.title for counter in group)
