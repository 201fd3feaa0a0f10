"""Who waits for a time that comes free: how many for each type, for which days, and since when."""

from collective.rendezvous import _
from collective.rendezvous.booking.errors import NotWaiting
from collective.rendezvous.booking.messages import of_error
from collective.rendezvous.browser.public.places import places
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.ledger.instants import instant
from collective.rendezvous.scheduling.office import AppointmentType
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


MOST = 100
"""How many of each type are shown at once; the others come up as these go."""


@dataclass(frozen=True)
class Row:
    """Somebody who waits, in words; `offer` tells what is held for them, if anything is."""

    value: str
    place: int
    days: str
    people: int
    where: str
    email: str
    since: str
    offer: str


@dataclass(frozen=True)
class Group:
    """Those who wait for one type, in the order in which they are told; `number` counts all of them."""

    title: str
    number: int
    rows: list[Row]


class WaitingPage(StaffPage):
    """Shows them; POST takes somebody off the list."""

    heading = _("Waiting list")
    tab = "home"
    template = ViewPageTemplateFile("templates/waiting.pt")

    def answer(self) -> Any:
        """Show the list, or take somebody off it and show what is left."""
        if not self.posted:
            return self.template()
        self.check_form()
        asked = self.request.form.get("remove")
        if isinstance(asked, str) and asked.isascii() and asked.isdigit() and len(asked) < 20:
            self._remove(int(asked))
        return self.redirect(self.view_url("rendezvous-waiting"))

    def _remove(self, id: int) -> None:
        try:
            email = self.desk.waiting.get(id).email
            self.desk.waiting.remove(id)
        except NotWaiting as error:
            self.tell(of_error(error, self.words.language, staff=True), "error")
        else:
            self.tell(_("${email} is not on the waiting list any more."), email=email)

    @cached_property
    def groups(self) -> list[Group]:
        """One for each type that somebody waits for, in the order of the types."""
        by_type: dict[str, list[Any]] = {}
        for waiter in self.desk.waiting.everybody():
            by_type.setdefault(waiter.type_uid, []).append(waiter)
        found = [self._group(kind, by_type.pop(uid, [])) for uid, kind in self.office.types.items()]
        found += [self._group(None, waiters) for waiters in by_type.values()]
        return [group for group in found if group.number]

    def _group(self, kind: AppointmentType | None, waiters: list[Any]) -> Group:
        title = kind.title if kind is not None else self.words.say(_("A type that is gone"))
        rows = [self._row(kind, waiter, place) for place, waiter in enumerate(waiters[:MOST], 1)]
        return Group(title, len(waiters), rows)

    def _row(self, kind: AppointmentType | None, waiter: Any, place: int) -> Row:
        words, held = self.words, waiter.offered(self.now)
        days = words.day(waiter.first)
        if waiter.last != waiter.first:
            days = words.say(_("from ${first} to ${last}"), first=days, last=words.day(waiter.last))
        chosen = set(waiter.counters)
        among = places(self.office, kind.uid) if kind is not None and chosen else []
        return Row(
            value=str(waiter.id),
            place=place,
            days=days,
            people=waiter.people,
            where=", ".join(one.name for one in among if chosen & one.uids),
            email=waiter.email,
            since=words.day(self._at(waiter.confirmed).date()),
            offer=self._offer(held) if held is not None else "",
        )

    def _offer(self, held: Any) -> str:
        start = instant(held.start).astimezone(self.office.zone)
        told = _("${when}, kept until ${until}")
        until = self.words.moment(self._at(held.until))
        return self.words.say(told, when=self.words.moment(start), until=until)

    def _at(self, second: int) -> datetime:
        return datetime.fromtimestamp(second, self.office.zone)
