"""The town hall over HTTP: what else happens while somebody looks at a page."""

from collections.abc import Iterable
from datetime import datetime
from secrets import token_hex
from typing import Any
from urllib.parse import parse_qs
from urllib.parse import urlsplit

import requests


WARNINGS = [
    "in_the_past",
    "too_soon",
    "day_closed",
    "counter_unavailable",
    "outside_availability",
    "agent_unavailable",
    "type_not_by_agent",
]
"""What the town hall's Manager accepts: nobody works at that hour."""


def elsewhere() -> str:
    """An address that nobody else comes from: limits count by it."""
    return f"2001:db8:{token_hex(2)}:{token_hex(2)}::1"


class Office:
    """The section `url`, asked by its Manager, or by the public."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.staff = requests.Session()
        self.staff.auth = ("admin", "admin")
        self.public = requests.Session()
        for session in (self.staff, self.public):
            session.trust_env = False
            session.headers.update({"Accept": "application/json", "X-Forwarded-For": elsewhere()})

    def booked_by_public(self, kind: str, start: str, email: str = "") -> requests.Response:
        email = email or f"{token_hex(8)}@courriel.example"
        visitor = {"first_name": "Basile", "last_name": "Quelquun", "email": email}
        wish = {"type": kind, "start": start, "visitor": visitor, "consent": True}
        return self.public.post(f"{self.url}/@appointments", json=wish)

    def lets_go(self, page: str) -> None:
        """What is kept by whoever is at this page is kept no longer, as after some minutes."""
        (hold,) = parse_qs(urlsplit(page).query)["hold"]
        assert self.public.delete(f"{self.url}/@holds/{hold}").status_code == 204

    def next_start(self, kind: str) -> str:
        """The first free start of a type."""
        types = self.public.get(f"{self.url}/@appointment-types", params={"next": "1"}).json()["items"]
        return str(next(each["next"]["start"] for each in types if each["id"] == kind))

    def booked_by_staff(self, starts: Iterable[datetime], **wish: Any) -> dict[str, Any]:
        """Book the first of these starts that is not taken, whatever the rules warn of."""
        for start in starts:
            asked = {**wish, "start": start.isoformat(), "confirm": WARNINGS}
            answer = self.staff.post(f"{self.url}/@appointments", json=asked)
            if answer.status_code == 201:
                return dict(answer.json())
        raise AssertionError(answer.text)

    def found(self, text: str) -> list[dict[str, Any]]:
        """The appointments that a search finds."""
        answer = self.staff.get(f"{self.url}/@appointments", params={"q": text})
        assert answer.status_code == 200, answer.text
        return list(answer.json()["items"])

    def step(self, name: str) -> None:
        """Take a step of the section's workflow."""
        assert self.staff.post(f"{self.url}/@workflow/{name}").ok
