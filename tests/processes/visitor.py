"""Somebody with a browser that runs no scripts: follows links, fills in forms, presses buttons."""

from lxml import html
from typing import Any
from urllib.parse import urljoin

import requests
import time


TYPED = {
    "first_name": "Inès",
    "last_name": "Garnier",
    "email": "ines@courriel.example",
    "phone": "06 39 98 12 34",
    "comment": "Avec une poussette.\nMerci.",
    "consent": "1",
}


class Visitor:
    """One browser; `page` is what it shows."""

    def __init__(self, **headers: str) -> None:
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.headers.update({"Accept": "text/html", "Accept-Language": "fr", **headers})
        self.status = 0
        self.url = ""
        self.page: Any = None

    def show(self, answer: requests.Response) -> "Visitor":
        self.status, self.url = answer.status_code, answer.url
        self.page = html.fromstring(answer.content.decode()).get_element_by_id("content")
        return self

    def go(self, url: str) -> "Visitor":
        return self.show(self.session.get(url))

    @property
    def text(self) -> str:
        return " ".join(self.page.text_content().split())

    @property
    def form(self) -> Any:
        """The form with the details, else the one with the times."""
        forms = [form for form in self.page.iter("form") if form.get("method") == "post"]
        return next((form for form in forms if "first_name" in form.fields), forms[0])

    @property
    def hidden(self) -> dict[str, str]:
        return {each.name: each.value for each in self.form.iter("input") if each.type == "hidden"}

    def times(self) -> list[str]:
        """What the buttons offer."""
        return [button.get("value") for button in self.page.xpath('//button[@name="start"]')]

    def press(self, name: str, value: str, url: str = "", **typed: str) -> "Visitor":
        """Send the form by a button, with what was typed; `url` of the same page by another process."""
        action = urljoin(url or self.url, self.form.action)
        if url:
            action = url + "/" + action.split("/rendez-vous/", 1)[1]
        return self.show(self.session.post(action, data={**self.hidden, **typed, name: value}))

    def read(self) -> "Visitor":
        """Look at the form for as long as a person does."""
        shown = int(self.hidden["since"].partition(".")[0])
        while time.time() - shown < 2:
            self.session.get(self.url)
        return self

    def kept(self) -> dict[str, str]:
        """What was typed, as it stands in the page."""
        return {name: value for name, value in self.hidden.items() if name in TYPED}
