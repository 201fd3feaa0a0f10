"""Who may ask, and an office in which one thing at a time is wrong."""

from .asking import local
from .asking import THE_DAY_BEFORE
from .build import agent
from .build import appointment_type
from .build import away
from .build import booked
from .build import counter
from .build import hours
from .build import office
from collective.rendezvous.scheduling.judging import judge
from collective.rendezvous.scheduling.occupancy import EMPTY
from collective.rendezvous.scheduling.rules import Actor
from collective.rendezvous.scheduling.rules import Proposal


# Who asks, and which agent they name: Anna's receptionist is Anna; Bert is the colleague.
ASKERS = {
    "public": (Actor("public"), None),
    "receptionist for oneself": (Actor("receptionist", "uid-anna"), "uid-anna"),
    "receptionist for another": (Actor("receptionist", "uid-anna"), "uid-bert"),
    "receptionist naming nobody": (Actor("receptionist", "uid-anna"), None),
    "receptionist without agent": (Actor("receptionist"), "uid-anna"),
    "receptionist without agent naming nobody": (Actor("receptionist"), None),
    "administrator": (Actor("administrator"), "uid-bert"),
    "administrator for oneself": (Actor("administrator", "uid-anna"), "uid-anna"),
    "administrator naming nobody": (Actor("administrator", "uid-anna"), None),
}

NAMING = [asker for asker, (_, agent) in ASKERS.items() if agent]
NAMING_NOBODY = [asker for asker, (_, agent) in ASKERS.items() if not agent and asker != "public"]

ONESELF = {"receptionist for oneself", "administrator", "administrator for oneself"}

ALL_WARN = {asker: "refuse" if asker == "public" else "warn" for asker in ASKERS}
ONESELF_WARN = {asker: "warn" if asker in ONESELF else "refuse" for asker in ASKERS}
PUBLIC_ONLY = {asker: "refuse" if asker == "public" else None for asker in ASKERS}


MORNING = hours("9:00", "12:00")


class Case:
    """An office with Anna and Bert alike, and the proposal to book at 9:20 on Monday."""

    def __init__(
        self,
        at=None,
        open_from=MORNING,
        now=THE_DAY_BEFORE,
        taken=EMPTY,
        away=(),
        desk=None,
        upcoming=0,
        kind=None,
        **options,
    ):
        self.office = office(
            types=[kind or appointment_type(), appointment_type("wedding", 30)],
            counters=[desk or counter(capacity=2), counter("other", types=["wedding"])],
            agents=[agent(name, open_from, unavailabilities=away) for name in ("anna", "bert")],
            **options,
        )
        self.start = at or local("2026-06-15 09:20")
        self.now, self.taken, self.upcoming = now, taken, upcoming

    def judged(self, asker, counter=None):
        actor, agent = ASKERS[asker]
        proposal = Proposal("uid-passport", self.start, agent=agent, counter=counter, upcoming=self.upcoming)
        return judge(proposal, self.office, self.taken, actor, self.now)

    def told(self, asker, counter=None):
        return [(finding.code, finding.severity) for finding in self.judged(asker, counter).findings]

    def codes(self, asker, counter=None):
        return [code for code, _ in self.told(asker, counter)]


ALL_DAY = (away("2026-06-15 00:00", "2026-06-16 00:00"),)
ANNA_AND_BERT = booked(("9:00", "12:00", "anna"), ("9:00", "12:00", "bert"))
DESK_FULL = booked(("9:00", "12:00", "desk"), ("9:00", "12:00", "desk"))
REFUSED = {
    "agent": [("agent_busy", "refuse")],
    "counter": [("counter_full", "refuse")],
    "slot": [("slot_taken", "refuse")],
}
