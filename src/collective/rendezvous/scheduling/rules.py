"""One table of rules for every actor: what is refused, and what only warns."""

from .office import Office
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made
from datetime import datetime
from types import MappingProxyType


PUBLIC, ONESELF, COLLEAGUE, ADMINISTRATOR = range(4)
"""The columns of the table: the public; a receptionist for oneself, for another; an administrator."""

REFUSE, WARN = "refuse", "warn"

TABLE: Mapping[str, tuple[str | None, str | None, str | None, str | None]] = MappingProxyType(
    {
        "in_the_past": (REFUSE, WARN, WARN, WARN),
        "too_soon": (REFUSE, WARN, WARN, WARN),
        "too_late": (REFUSE, WARN, WARN, WARN),
        "day_closed": (REFUSE, WARN, REFUSE, WARN),
        "counter_unavailable": (REFUSE, WARN, REFUSE, WARN),
        "outside_availability": (REFUSE, WARN, REFUSE, WARN),
        "agent_unavailable": (REFUSE, WARN, REFUSE, WARN),
        "off_grid": (REFUSE, None, None, None),
        "agent_busy": (REFUSE, REFUSE, REFUSE, REFUSE),
        "counter_full": (REFUSE, REFUSE, REFUSE, REFUSE),
        "slot_taken": (REFUSE, REFUSE, REFUSE, REFUSE),
        "type_not_at_counter": (REFUSE, WARN, REFUSE, WARN),
        "type_not_by_agent": (REFUSE, WARN, REFUSE, WARN),
        "agent_not_at_counter": (REFUSE, WARN, REFUSE, WARN),
        "type_not_public": (REFUSE, None, None, None),
        "too_many_for_visitor": (REFUSE, WARN, WARN, WARN),
    }
)
"""Code -> what it does for each actor, in the order in which codes are told.

`slot_taken` stands for `agent_busy` and `counter_full` of what the asker did not name.
"""

ORDER = {code: at for at, code in enumerate(TABLE)}

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "counter_unavailable": "counter",
        "counter_full": "counter",
        "type_not_at_counter": "counter",
        "agent_not_at_counter": "counter",
        "agent_unavailable": "agent",
        "agent_busy": "agent",
        "type_not_by_agent": "agent",
        "outside_availability": "start",
        "type_not_public": "type",
        "too_many_for_visitor": "email",
    }
)
"""The field beside which a finding is told; `start` for all others."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks. `kind`: public, receptionist or administrator; `agent`: the uid of one's own agent."""

    kind: str = "public"
    agent: str | None = None
    userid: str = ""

    @property
    def staff(self) -> bool:
        """Whether this is somebody of the office."""
        return self.kind != "public"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An appointment that somebody wants: type, agent and counter are uids; None leaves the choice.

    `start` is aware. `upcoming`: how many other appointments to come this visitor has for the
    type. `prefer`: the agent to keep if possible, when an appointment moves.
    """

    type: str
    start: datetime
    people: int = 1
    agent: str | None = None
    counter: str | None = None
    upcoming: int = 0
    prefer: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that the proposal breaks; `severity`: refuse or warn; `details` for its message."""

    code: str
    field: str
    severity: str
    details: Mapping[str, object] = made(default_factory=lambda: MappingProxyType({}))


def column(proposal: Proposal, actor: Actor) -> int:
    """The column of the table in which a proposal is judged.

    Staff who name no agent are judged as for another agent: out of hours one names the agent.
    """
    if not actor.staff:
        return PUBLIC
    if proposal.agent is None:
        return COLLEAGUE
    if actor.kind == "administrator":
        return ADMINISTRATOR
    return ONESELF if proposal.agent == actor.agent else COLLEAGUE


def findings(broken: Mapping[str, Mapping[str, object]], judged: int) -> list[Finding]:
    """The broken rules (code -> details) as that column tells them, in the order of the table."""
    told = []
    for code in sorted(broken, key=ORDER.__getitem__):
        severity = TABLE[code][judged]
        if severity is not None:
            told.append(Finding(code, FIELDS.get(code, "start"), severity, broken[code]))
    return told


def too_many(office: Office, proposal: Proposal) -> bool:
    """Whether the visitor has as many appointments of the type to come as one may have."""
    return 0 < office.max_upcoming_per_email <= proposal.upcoming
