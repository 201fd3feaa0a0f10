"""What stands on one sheet: whose it is, who is there and when, and a row for each appointment."""

from collections.abc import Iterable
from collective.rendezvous import _
from collective.rendezvous.booking.opening import state_of
from collective.rendezvous.browser.staff import names
from collective.rendezvous.browser.staff.hours import stretch
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.scheduling.minutes import stretches
from collective.rendezvous.scheduling.office import Agent
from collective.rendezvous.scheduling.office import Counter
from collective.rendezvous.scheduling.presence import present
from collective.rendezvous.scheduling.states import OCCUPYING
from collective.rendezvous.scheduling.zone import end_of
from collective.rendezvous.words.states import STATES
from dataclasses import dataclass
from datetime import date
from datetime import datetime


EXPECTED = OCCUPYING | {"no_show"}
"""The states of those who stand on the sheet: what was cancelled takes no line."""

ASKING = " \N{NO-BREAK SPACE}?:"
"""How a question ends."""

CAME = frozenset({"arrived", "honoured"})


@dataclass(frozen=True)
class Visit:
    """One row; `other` is the agent on a counter's sheet, the counter on an agent's."""

    start: datetime
    end: datetime
    visitor: str
    people: int
    type: str
    style: str | None
    phone: str
    remarks: list[str]
    other: str
    came: bool
    said: str


@dataclass(frozen=True)
class Sheet:
    """A sheet; `there`: who is there and when, a line each; `others`: whether rows name the other."""

    id: str
    title: str
    of_agent: bool
    there: list[str]
    visits: list[Visit]

    @property
    def others(self) -> bool:
        """Whether more than one agent or counter has to be told apart."""
        return len({visit.other for visit in self.visits}) > 1


def sheet(
    page: StaffPage, day: date, whose: Agent | Counter, found: Iterable[Appointment], phones: bool = True
) -> Sheet:
    """The sheet of an agent or a counter, from all the appointments of a day."""
    of_agent = isinstance(whose, Agent)
    mine = [
        one
        for one in found
        if state_of(one, page.now) in EXPECTED
        and (one.agent_uid if of_agent else one.counter_uid) == whose.uid
    ]
    return Sheet(
        id=whose.id,
        title=whose.title,
        of_agent=of_agent,
        there=there(page, day, whose, {one.agent_uid for one in mine}),
        visits=[visit(page, one, of_agent, phones) for one in mine],
    )


def there(page: StaffPage, day: date, whose: Agent | Counter, received: set[str]) -> list[str]:
    """Who works or receives there, as in: Nadia Benali, 9:00 to 12:00 and 13:30 to 17:00."""
    told = []
    for agent in page.office.agents.values():
        if agent.uid != whose.uid and agent.uid not in received:
            continue
        hours = [stretch(*pair, page.words) for pair in stretches(present(page.office, agent, day))]
        if not hours:
            told.append(agent.title)
            continue
        *before, last = hours
        spoken = last
        if before:
            spoken = page.words.say(_("${hours} and ${last}"), hours=", ".join(before), last=last)
        told.append(page.words.say(_("${agent}, ${hours}"), agent=agent.title, hours=spoken))
    return told


def visit(page: StaffPage, one: Appointment, of_agent: bool, phones: bool) -> Visit:
    """The row of an appointment."""
    start = one.start_at.astimezone(page.office.zone)
    kind, state = page.office.types.get(one.type_uid), state_of(one, page.now)
    return Visit(
        start=start,
        end=end_of(start, one.length),
        visitor=names.visitor(one, page.words),
        people=one.people,
        type=one.type_title,
        style=f"--rdv-color: {kind.color}" if kind and kind.color else None,
        phone=page.words.phone(one.phone).text if phones and one.phone else "",
        remarks=remarks(page, one),
        other=one.counter_title if of_agent else one.agent_title,
        came=state in CAME,
        said="" if state == "confirmed" else page.words.say(STATES[state]),
    )


def remarks(page: StaffPage, one: Appointment) -> list[str]:
    """What the visitor answered and wrote, and what staff noted."""
    yes = page.words.say(_("yes"))
    answers = [
        f"{label.rstrip(ASKING)}: {yes}" if answer is True else str(answer)
        for label, answer in one.answers.items()
        if answer is not None and answer is not False and answer != ""
    ]
    return [*answers, *filter(None, (one.comment, one.notes))]
