from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from typing import Any


PUBLIC = ("citizen", "member")
STAFF = ("nadia", "boss", "site", "manager")


class Session:
    """HTTP with the section, as somebody: a path is below the section."""

    def __init__(self, http: Any) -> None:
        self.http = http

    def ask(self, method: str, path: str = "", **options: Any) -> Any:
        return self.http.request(method, f"/rendez-vous/{path}", **options)

    def get(self, path: str, **options: Any) -> Any:
        return self.ask("GET", path, **options)

    def post(self, path: str, json: Any = None, **options: Any) -> Any:
        return self.ask("POST", path, json=json, **options)

    def patch(self, path: str, json: Any = None, **options: Any) -> Any:
        return self.ask("PATCH", path, json=json, **options)

    def delete(self, path: str, **options: Any) -> Any:
        return self.ask("DELETE", path, **options)

    def book(self, body: Any, **options: Any) -> Any:
        answer = self.post("@appointments", body, **options)
        assert answer.status_code == 201, answer.text
        return answer.json()


class People:
    """Sessions by name."""

    def __init__(self, http: Any, password: str) -> None:
        self.http = http
        self.password = password

    def __call__(self, name: str) -> Session:
        if name == "citizen":
            return Session(self.http)
        if name == "manager":
            return Session(self.http.by(SITE_OWNER_NAME, SITE_OWNER_PASSWORD))
        return Session(self.http.by(name, self.password))
