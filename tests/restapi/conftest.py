"""A town hall over HTTP at a fixed moment: `hall`, its people, and what they send."""

from ..town import agent
from ..town import change
from ..town import create
from ..town import PASSWORD
from ..town import town
from ..town import user
from .people import People
from collections.abc import Callable
from collections.abc import Iterator
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from typing import Any

import pytest
import transaction


class Clock:
    """The time that the site believes it is."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def pass_by(self, **time: float) -> None:
        self.moment += timedelta(**time)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Tuesday 24 November 2026, 7:00 in Paris."""
    found = Clock(datetime(2026, 11, 24, 6, 0, tzinfo=UTC))
    monkeypatch.setattr("collective.rendezvous.clock.now", found.now)
    return found


@pytest.fixture
def hall(functional: Any, clock: Clock) -> Any:
    """The town of tests/town.py, with more of everything that a service can be asked.

    `mariage` is staff's, `old` inactive, `asso` takes five people and has questions, `doux` is
    confirmed by mail. Counters: guichet-standard (1), `annexe` (3), `closed` inactive. Agents:
    nadia, `boss` (an administrator), `gone` (inactive), each receiving mornings.
    """
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    section = town(portal)
    section.bookings_per_minute = 0
    section.max_upcoming_per_email = 0
    kinds = {
        "mariage": {"title": "Mariage", "duration": 45, "audience": "staff"},
        "old": {"title": "Ancien", "duration": 20},
        "asso": {
            "title": "Association",
            "duration": 20,
            "max_people": 5,
            "extra_minutes_per_person": 5,
            "questions": [
                {"label": "Nom", "kind": "text", "choices": [], "required": True},
                {"label": "Sujet", "kind": "choice", "choices": ["Salle", "Aide"], "required": False},
                {"label": "Âge", "kind": "number", "choices": [], "required": False},
                {"label": "Local ?", "kind": "yesno", "choices": [], "required": False},
            ],
        },
        "doux": {"title": "Par courriel", "duration": 20, "confirmation": "email"},
    }
    made = [create(section, "AppointmentType", id, **fields) for id, fields in kinds.items()]
    every = [section["cni"], section["logement"], *made]
    uids = [each.UID() for each in every]
    change(section["guichet-standard"], types=uids)
    create(section, "Counter", "annexe", title="Annexe", capacity=3, types=uids, address="2 rue Haute")
    create(section, "Counter", "closed", title="Fermé", capacity=1, types=uids)
    change(section["nadia"].objectValues()[0], types=uids)
    agent(section, "boss", *every, role="administrator")
    agent(section, "gone", *every)
    workflow = portal.portal_workflow
    for id in ("old", "closed", "gone"):
        workflow.doActionFor(section[id], "deactivate")
    user("member")
    user("site", ("Site Administrator",))
    change(section)
    transaction.commit()
    return section


@pytest.fixture
def people(hall: Any, http: Any) -> People:
    return People(http, PASSWORD)


@pytest.fixture
def citizen(people: People) -> Any:
    return people("citizen")


@pytest.fixture
def nadia(people: People) -> Any:
    return people("nadia")


@pytest.fixture
def state(hall: Any) -> Callable[[str], None]:
    """Bring the section from open to another state."""

    def go(transition: str) -> None:
        hall.portal_workflow.doActionFor(hall, transition)
        transaction.commit()

    return go


@pytest.fixture
def every_error_is_ours(http: Any) -> Iterator[None]:
    yield
