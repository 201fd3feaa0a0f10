"""What a citizen does in the browser, from the section's page to the confirmation."""

from collections.abc import Callable
from dataclasses import dataclass
from playwright.sync_api import expect
from playwright.sync_api import Page
from secrets import token_hex


CONFIRM = "Confirmer le rendez-vous"
READ_AGAIN = "Relisez ce que vous avez écrit"
QUESTIONS = {"passeport": "Passeport", "logement": "Non"}
"""Type -> the answer that is ticked to the question that it must have answered."""


@dataclass
class Citizen:
    """Somebody at a page; `section` is the address of the section."""

    page: Page
    section: str
    last_name: str
    first_name: str = "Apolline"

    def __post_init__(self) -> None:
        self.email = f"{token_hex(8)}@courriel.example"

    def choose_type(self, title: str) -> None:
        self.page.goto(self.section)
        self.page.get_by_role("link", name=f"Choisir : {title}").click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Choisir une date et une heure")

    def choose_place(self, name: str, people: str) -> None:
        self.page.locator("label", has_text=name).click()
        self.page.get_by_label("Pour combien de personnes").select_option(label=people)
        self.page.get_by_role("button", name="Afficher les créneaux").click()
        expect(self.page.get_by_label(name)).to_be_checked()

    def choose_time(self) -> str:
        """Press the first time of the week that is shown; return it as the button sends it."""
        button = self.page.locator(".rdv-slots button").first
        start = button.get_attribute("value")
        button.click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Vos coordonnées")
        return start

    def fill_in(self, kind: str, comment: str = "") -> None:
        """Write everything down, for a type of that id."""
        self.page.get_by_label("Madame").check()
        self.page.get_by_label("Prénom", exact=True).fill(self.first_name)
        self.page.get_by_label("Nom", exact=True).fill(self.last_name)
        self.page.get_by_label("Adresse électronique").fill(self.email)
        self.page.get_by_label("Téléphone").fill("06 39 98 12 34")
        self.page.get_by_label("Quelque chose à nous signaler").fill(comment)
        if kind in QUESTIONS:
            self.page.get_by_label(QUESTIONS[kind], exact=True).check()
        self.page.get_by_label("J'accepte que la mairie").check()

    def confirm(self) -> None:
        """Press the button; again while one is asked to, as a test writes faster than a person."""
        self.insist(self.page.get_by_role("button", name=CONFIRM).click)

    def insist(self, press: Callable[[], None]) -> None:
        """Send the form by a press of that kind, as often as it comes back to be read again."""
        for _press in range(20):
            with self.page.expect_navigation():
                press()
            if not self.page.get_by_text(READ_AGAIN).count():
                return
        raise AssertionError("taken for a robot for ever")

    def book(self, title: str, kind: str, comment: str = "") -> str:
        """Go all the way; return the start."""
        self.choose_type(title)
        start = self.choose_time()
        self.fill_in(kind, comment)
        self.confirm()
        self.sees_the_confirmation()
        return start

    def sees_the_confirmation(self) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Votre rendez-vous est confirmé")
