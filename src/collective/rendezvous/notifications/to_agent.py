"""Letters to agents about their appointments. They name no visitor: that stands behind the log-in."""

from collections.abc import Iterator
from collective.rendezvous import _
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.booking.office import office_of
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.ledger.instants import instant
from collective.rendezvous.ledger.parcel import Parcel
from collective.rendezvous.notifications.blocks import Block
from collective.rendezvous.notifications.blocks import Link
from collective.rendezvous.notifications.blocks import Paragraph
from collective.rendezvous.notifications.blocks import Rows
from collective.rendezvous.notifications.facts import Facts
from collective.rendezvous.notifications.facts import facts_of
from collective.rendezvous.notifications.letter import write
from collective.rendezvous.notifications.of_appointment import concerned
from collective.rendezvous.notifications.text import Text
from collective.rendezvous.scheduling.office import Agent
from collective.rendezvous.words import dates
from collective.rendezvous.words.speech import say
from datetime import datetime
from email.message import EmailMessage
from plone import api
from typing import Any


SUBJECTS = {
    "new": _("New appointment on ${date} at ${time}"),
    "moved": _("Appointment moved to ${date} at ${time}"),
    "cancelled": _("Appointment cancelled: ${date} at ${time}"),
    "left": _("A colleague takes the appointment of ${date} at ${time}"),
}

OPENINGS = {
    "new": _("Somebody has an appointment with you."),
    "moved": _("An appointment with you has moved."),
    "cancelled": _("An appointment with you will not take place."),
    "left": _("An appointment with you is now a colleague's."),
}


def to_agent(section: Any, parcel: Parcel, now: datetime) -> EmailMessage | None:
    """Compose a letter to the agent of a parcel; None where it is not true any more, or of no use."""
    agent = office_of(section).agents.get(parcel.facts["agent"])
    appointment = concerned(section, parcel)
    if agent is None or not agent.active or appointment is None or not holds(parcel, appointment, now):
        return None
    address, language = reached(agent)
    if not address:
        return None
    what = parcel.facts["what"]
    facts = facts_of(section, appointment, language)
    was = instant(parcel.facts["was"]).astimezone(facts.start.tzinfo) if "was" in parcel.facts else None
    ledger = ledger_of(section)
    exists = ledger is not None and ledger.get(parcel.reference) is not None
    return write(
        section,
        address,
        agent_text(what, facts, was, exists),
        id=f"{parcel.reference}.agent.{what}.{parcel.written}",
        thread=f"{parcel.reference}.agent",
    )


def holds(parcel: Parcel, appointment: Appointment, now: datetime) -> bool:
    """Whether it is still the agent's where the letter says so, and not where it says otherwise."""
    if max(appointment.start_at, instant(parcel.facts.get("was", 0))) <= now:
        return False
    theirs = appointment.state == "confirmed" and appointment.agent_uid == parcel.facts["agent"]
    return theirs == (parcel.facts["what"] in ("new", "moved"))


def reached(agent: Agent) -> tuple[str, str]:
    """The address of an agent, else of its account; and the language that it reads."""
    account = api.user.get(userid=agent.userid) if agent.userid else None
    address = agent.email or (account.getProperty("email") if account is not None else "")
    language = account.getProperty("language") if account is not None else ""
    return address or "", language or api.portal.get_default_language()


def agent_text(what: str, facts: Facts, was: datetime | None, exists: bool = True) -> Text:
    """Return the text; `was`: when it was to start before."""
    language = facts.language
    when, before = (was, None) if was is not None and what == "left" else (facts.start, was)
    day, hour = dates.day(when.date(), language, year=True), dates.hour(when, language)
    rows = [
        (_("Reason"), facts.type),
        (_("When"), dates.moment(when, language, year=True)),
        (_("Before"), dates.moment(before, language, year=True) if before and before != when else ""),
        (_("Counter"), facts.counter),
        (_("Number of people"), str(facts.people) if facts.people > 1 else ""),
        (_("Reference"), facts.reference),
    ]
    return Text(
        subject=say(SUBJECTS[what], language, date=day, time=hour),
        blocks=[
            Paragraph(say(OPENINGS[what], language)),
            Rows(tuple((say(label, language), value) for label, value in rows if value)),
            *(_page(facts) if exists else ()),
        ],
        language=language,
    )


def _page(facts: Facts) -> Iterator[Block]:
    yield Paragraph(say(_("The visitor is named where you are logged in:"), facts.language))
    url = f"{facts.office_url}/@@appointment-for-staff/{facts.reference}"
    yield Link(say(_("Open the appointment"), facts.language), url)
