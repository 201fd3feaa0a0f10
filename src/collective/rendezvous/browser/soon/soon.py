"""When one can come next, type by type."""

from collections.abc import Iterator
from collective.rendezvous import _
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.browser.words import Words
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.slots import Query
from collective.rendezvous.scheduling.zone import at
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from itertools import islice
from typing import Any
from urllib.parse import urlencode


@dataclass(frozen=True)
class Free:
    """A slot in words; `url` leads straight to its form, `day_url` to its week."""

    start: datetime
    moment: str
    day: str
    url: str
    day_url: str


@dataclass(frozen=True)
class Soon:
    """A type, its next slots, and for how many days one has to wait, in words."""

    title: str
    url: str
    slots: list[Free]
    wait: str


def soon(
    desk: Desk, section: Any, words: Words, limit: int, type_uid: str | None = None, by_day: bool = False
) -> Iterator[Soon]:
    """Yield each type that the public can book, or the one of that uid, with so many slots.

    `by_day`: the first slot of so many days.
    """
    for kind in desk.types():
        if type_uid in (None, kind.uid):
            starts = list(islice(days(desk, kind) if by_day else slots(desk, kind, limit), limit))
            yield _soon(desk, f"{section.absolute_url()}/{kind.id}", kind, words, starts)


def slots(desk: Desk, kind: AppointmentType, limit: int) -> Iterator[datetime]:
    """Yield the first starts."""
    today = desk.now.astimezone(desk.office.zone).date()
    return (slot.start for slot in desk.next_slots(Query(kind.uid, today, today), limit=limit))


def days(desk: Desk, kind: AppointmentType) -> Iterator[datetime]:
    """Yield the first start of each day that has any."""
    after = desk.now
    while True:
        day = after.astimezone(desk.office.zone).date()
        found = desk.next_slots(Query(kind.uid, day, day), after, 1)
        if not found:
            return
        yield found[0].start
        after = at(desk.office.zone, found[0].start.date() + timedelta(days=1), 0)


def _soon(desk: Desk, url: str, kind: AppointmentType, words: Words, starts: list[datetime]) -> Soon:
    today = desk.now.astimezone(desk.office.zone).date()
    return Soon(
        title=kind.title,
        url=url,
        slots=[_free(url, start, words) for start in starts],
        wait=wait((starts[0].date() - today).days, words) if starts else "",
    )


def _free(url: str, start: datetime, words: Words) -> Free:
    query, day = urlencode({"start": start.isoformat()}), start.date()
    return Free(
        start=start,
        moment=words.moment(start),
        day=words.day(day),
        url=f"{url}/@@details?{query}",
        day_url=f"{url}?from={day}#week",
    )


def wait(days: int, words: Words) -> str:
    """Return for how long one waits, as a sentence."""
    if not days:
        return words.say(_("At present you can come today."))
    if days == 1:
        return words.say(_("At present you can come tomorrow."))
    return words.say(_("At present, count ${number} days of waiting."), number=days)
