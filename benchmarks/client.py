"""A client that keeps its connection and measures."""

from base64 import b64encode
from http.client import HTTPConnection
from itertools import count
from random import Random
from time import perf_counter
from typing import Any
from urllib.parse import urlsplit

import json


NUMBERS = count(1)


class Client:
    """Speaks to one server; each has an address of its own, named as a proxy in front would.

    `login`: "user:password" of whoever asks, nothing for the public.
    """

    def __init__(self, url: str, login: str = "") -> None:
        parts = urlsplit(url)
        self.path = parts.path
        self.connection = HTTPConnection(parts.hostname or "", parts.port, timeout=120)
        number = next(NUMBERS)
        self.address = f"198.51.{number // 256}.{number % 256}"
        self.headers: dict[str, str] = {}
        if login:
            self.headers["Authorization"] = f"Basic {b64encode(login.encode()).decode()}"

    def ask(
        self,
        method: str,
        path: str,
        data: Any = None,
        accept: str = "application/json",
        **more: str,
    ) -> tuple[int, bytes, float]:
        """Status, body and milliseconds; `more`: other headers, with _ for -."""
        headers = {"Accept": accept, "X-Forwarded-For": self.address, **self.headers}
        headers.update((name.replace("_", "-"), value) for name, value in more.items())
        body = None
        if data is not None:
            body, headers["Content-Type"] = json.dumps(data), "application/json"
        begun = perf_counter()
        self.connection.request(method, self.path + path, body, headers)
        response = self.connection.getresponse()
        answer = response.read()
        return response.status, answer, 1000 * (perf_counter() - begun)

    def cpu(self) -> float:
        """Seconds of CPU that the server has used."""
        return float(json.loads(self.ask("GET", "/month/@bench-cpu")[1])["cpu"])


def wish(start: str, random: Random) -> dict[str, Any]:
    """What a citizen sends to book that start."""
    number = random.getrandbits(40)
    visitor = {
        "civility": "Mme",
        "first_name": random.choice(("Inès", "Léa", "Hélène", "Aminata")),
        "last_name": f"Garnier{number % 997}",
        "email": f"visitor.{number}@courriel.example",
        "phone": f"06 39 98 {number % 100:02d} {number // 100 % 100:02d}",
    }
    return {"type": "passport", "start": start, "visitor": visitor, "consent": True}
