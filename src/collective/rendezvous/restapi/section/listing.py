"""A page of the appointments that were asked for."""

from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.listing import Filter
from collective.rendezvous.restapi.section.asking import asked_days
from collective.rendezvous.restapi.section.asking import in_order
from collective.rendezvous.restapi.section.parameters import Parameters
from collective.rendezvous.restapi.section.telling import Teller
from collective.rendezvous.scheduling.states import STATES
from datetime import date
from typing import Any
from urllib.parse import urlencode


PAGE, LARGEST = 25, 1000


def listing(parameters: Parameters, desk: Desk, teller: Teller, address: str) -> dict[str, Any]:
    """The page, how many there are in all, and where the other pages are.

    Raises Invalid with all that is wrong with the parameters.
    """
    asked = filter_of(parameters, desk)
    start = parameters.whole("b_start", 0, 0, 10**9)
    size = parameters.whole("b_size", PAGE, 1, LARGEST)
    parameters.done()
    found = desk.listing(asked)
    return {
        "@id": address,
        "items": [teller.line(each) for each in found[start : start + size]],
        "items_total": len(found),
        "batching": batching(parameters, address, start, size, len(found)),
    }


def filter_of(parameters: Parameters, desk: Desk) -> Filter:
    """What to list; days are open only where a text is searched for."""
    office = desk.office
    text = (parameters.one("q") or "").strip() or None
    first, last = days(parameters, desk.now.astimezone(office.zone).date(), text is not None)
    states = frozenset(parameters.many("state"))
    if not states <= set(STATES):
        parameters.add("state", "unknown")
    return Filter(
        first,
        last,
        agent=parameters.uids("agent", office.agent_by_id),
        counter=parameters.uids("counter", office.counter_by_id),
        type=parameters.uids("type", office.type_by_id),
        states=states,
        text=text,
    )


def days(parameters: Parameters, today: date, searched: bool) -> tuple[date | None, date | None]:
    """The days to list, both included."""
    if not searched:
        return asked_days(parameters, today, None)
    first, last = parameters.day("from"), parameters.day("to")
    if first and last:
        in_order(parameters, first, last)
    return first, last


def batching(parameters: Parameters, address: str, start: int, size: int, total: int) -> dict[str, str]:
    """The addresses of the pages around; what was sent in a body is in none of them."""
    kept = [
        (name, value)
        for name, values in parameters.values.items()
        if name not in ("b_start", "b_size") and parameters.in_address
        for value in values
    ]

    def page(first: int) -> str:
        return f"{address}?{urlencode([*kept, ('b_start', first), ('b_size', size)])}"

    links = {"@id": page(start), "first": page(0), "last": page(max(0, (total - 1) // size * size))}
    if start > 0:
        links["prev"] = page(max(0, start - size))
    if start + size < total:
        links["next"] = page(start + size)
    return links
