"""The town hall of these tests, made once: each test has it as new."""

from ..town import agent
from ..town import change
from ..town import create
from ..town import town
from ..town import user
from collective.rendezvous.testing import FIXTURE
from plone.app.testing import FunctionalTesting
from plone.app.testing import PloneSandboxLayer
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.testing.zope import WSGI_SERVER_FIXTURE
from typing import Any

import transaction


KINDS: dict[str, dict[str, Any]] = {
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


class Hall(PloneSandboxLayer):
    """The town of tests/town.py, with more of everything that a service can be asked.

    Types beside `cni` and `logement`: `mariage` is staff's, `old` inactive, `asso` takes five
    people and has questions, `doux` is confirmed by mail. Counters: guichet-standard (1),
    `annexe` (3), `closed` inactive. Agents: nadia, `boss` (an administrator), `gone` (inactive),
    each receiving for everything on workday mornings. Users: theirs, `member`, `site`. No limits.
    """

    defaultBases = (FIXTURE,)

    def setUpPloneSite(self, portal: Any) -> None:
        setRoles(portal, TEST_USER_ID, ["Manager"])
        section = town(portal, bookings_per_minute=0, max_upcoming_per_email=0)
        made = [create(section, "AppointmentType", id, **fields) for id, fields in KINDS.items()]
        every = [section["cni"], section["logement"], *made]
        uids = [each.UID() for each in every]
        change(section["guichet-standard"], types=uids)
        create(section, "Counter", "annexe", title="Annexe", capacity=3, types=uids, address="2 rue Haute")
        create(section, "Counter", "closed", title="Fermé", capacity=1, types=uids)
        change(section["nadia"].objectValues()[0], types=uids)
        agent(section, "boss", *every, role="administrator")
        agent(section, "gone", *every)
        for id in ("old", "closed", "gone"):
            portal.portal_workflow.doActionFor(section[id], "deactivate")
        user("member")
        user("site", ("Site Administrator",))
        transaction.commit()


HALL = Hall()
HALL_OVER_HTTP = FunctionalTesting(bases=(HALL, WSGI_SERVER_FIXTURE), name="Rendezvous:HallOverHttp")
