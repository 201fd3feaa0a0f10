from collections.abc import Callable
from plone import api
from typing import Any

import pytest
import transaction


PASSWORD = "secret-secret"
USERS = ("ada", "rita", "oscar", "mona", "mia")


@pytest.fixture
def town(functional: Any) -> Any:
    """A site with users: ada administers, rita and oscar receive, mona is nobody, mia runs the site."""
    portal = functional["portal"]
    with api.env.adopt_roles(["Manager"]):
        for name in USERS:
            api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
        api.user.grant_roles(username="mia", roles=["Site Administrator"])
    transaction.commit()
    return portal


@pytest.fixture
def by(town: Any, http: Any) -> Callable[[str], Any]:
    """A session for a user; "" is anonymous, "admin" the root manager."""

    def session(name: str) -> Any:
        if not name:
            return http
        return http.by(name, "secret" if name == "admin" else PASSWORD)

    return session


@pytest.fixture
def admin(by: Callable[[str], Any]) -> Any:
    return by("admin")


@pytest.fixture
def add(admin: Any) -> Callable[..., Any]:
    """POST something and return what was told."""

    def post(path: str, kind: str, session: Any = None, **fields: Any) -> Any:
        answer = (session or admin).post(path, json={"@type": kind, **fields})
        assert answer.status_code == 201, answer.text
        return answer.json()

    return post


@pytest.fixture
def office(add: Callable[..., Any], admin: Any) -> str:
    """An open section: a type, a second counter, an administrator and two receptionists; its path."""
    add("/", "RendezVousSection", id="rdv", title="Rendez-vous")
    add("/rdv", "AppointmentType", id="passport", title="Passeport", duration=20)
    add("/rdv", "Counter", id="desk", title="Accueil", capacity=2, types=["passport"])
    for name, role in (("ada", "administrator"), ("rita", "receptionist"), ("oscar", "receptionist")):
        add("/rdv", "Agent", id=name, title=name.title(), userid=name, role=role)
    assert admin.post("/rdv/@workflow/open").status_code == 200
    return "/rdv"
