from collections.abc import Callable
from datetime import datetime
from plone import api
from typing import Any

import pytest


@pytest.fixture
def section(manager: Any) -> Any:
    """A section with a type, a counter that serves it, an agent with hours and a leave."""
    for name in ("rita", "oscar"):
        api.user.create(username=name, email=f"{name}@example.org", password="secret-secret")
    it = api.content.create(manager, "RendezVousSection", id="rdv", title="Rendez-vous")
    kind = api.content.create(it, "AppointmentType", id="passport", title="Passeport", duration=20)
    desk = api.content.create(it, "Counter", id="desk", title="Accueil", capacity=2, types=[kind.UID()])
    rita = api.content.create(it, "Agent", id="rita", title="Rita", userid="rita", role="receptionist")
    api.content.create(
        rita,
        "Availability",
        id="hours",
        days=[0],
        start="09:00",
        end="12:00",
        types=[kind.UID()],
        counters=[desk.UID()],
    )
    api.content.create(
        rita,
        "Unavailability",
        id="leave",
        start=datetime(2026, 12, 1, 9),
        end=datetime(2026, 12, 2),
        reason="Congé",
    )
    return it


@pytest.fixture
def to_come(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Pretend that appointments are to come at some uids."""

    def set_up(**counts: int) -> None:
        from collective.rendezvous.booking import guards
        from collective.rendezvous.content import staying
        from collective.rendezvous.content.checks import section

        def upcoming(obj: Any, now: Any) -> int:
            return counts.get(obj.getId(), 0)

        monkeypatch.setattr(guards, "upcoming", upcoming)
        monkeypatch.setattr(section, "upcoming", upcoming)
        assert staying.refuse_with_appointments is guards.refuse_with_appointments

    return set_up
