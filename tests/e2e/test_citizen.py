"""A citizen on a phone, without JavaScript, from the section's page to the appointment and its end."""

from collections.abc import Callable
from playwright.sync_api import expect
from playwright.sync_api import Page
from tests.e2e.citizen import Citizen
from tests.e2e.citizen import CONFIRM
from tests.e2e.conftest import Mailbox
from tests.e2e.office import Office

import pytest
import re


PASSPORT = "Carte d'identité ou passeport"
WEDDING = "Mariage : déposer le dossier"
CIVIL = "État civil : reconnaissance"


def title(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


@pytest.fixture
def link_in_mail(mailbox: Mailbox) -> Callable[[str], str]:
    def link(email: str) -> str:
        [mail] = mailbox.to(email)
        return re.search(r"http\S+/@@appointment/\S+", mail.get_body(["plain"]).get_content())[0]

    return link


def test_a_citizen_books_opens_the_link_of_the_mail_and_cancels(phone, section, office, link_in_mail, sound):
    citizen = Citizen(phone, section, "Quatrebarbes")
    phone.goto(section)
    sound(phone)
    citizen.choose_type(PASSPORT)
    sound(phone)
    citizen.choose_place("Mairie annexe des Tilleuls", "2 personnes : 35 minutes")
    sound(phone)
    start = citizen.choose_time()
    expect(phone.locator("#content")).to_contain_text("14 avenue des Tilleuls")
    sound(phone)

    citizen.confirm()
    expect(phone).to_have_title(re.compile("^Erreur.: Vos coordonnées"))
    summary = phone.get_by_role("alert")
    expect(summary).to_contain_text("Il reste 5 points à corriger")
    sound(phone)
    for link in summary.get_by_role("link").all():
        assert phone.locator(link.get_attribute("href")).count() == 1

    citizen.fill_in("passeport", comment="Je viendrai avec une poussette.")
    phone.get_by_label("Adresse électronique").fill("apolline@")
    citizen.confirm()
    expect(summary).to_contain_text("Il reste 1 point à corriger")
    expect(phone.get_by_label("Nom", exact=True)).to_have_value("Quatrebarbes")
    phone.get_by_label("Adresse électronique").fill(citizen.email)
    citizen.confirm()

    citizen.sees_the_confirmation()
    [booked] = office.found(citizen.email)
    assert booked["start"] == start and booked["people"] == 2
    expect(phone.locator("#content")).to_contain_text(booked["reference"])
    expect(phone.locator("#content")).to_contain_text("À apporter")
    sound(phone)

    opened = phone.goto(link_in_mail(citizen.email))
    assert title(phone) == "Mon rendez-vous"
    expect(phone.locator("#content")).to_contain_text("Je viendrai avec une poussette.")
    assert opened.headers["cache-control"] == "no-store"
    assert opened.headers["referrer-policy"] == "no-referrer"
    assert opened.headers["x-robots-tag"] == "noindex, nofollow"
    sound(phone)

    phone.get_by_role("link", name="Déplacer").first.click()
    assert title(phone) == "Déplacer mon rendez-vous"
    sound(phone)
    phone.go_back()
    phone.get_by_role("link", name="Annuler").first.click()
    assert title(phone) == "Annuler mon rendez-vous\N{NO-BREAK SPACE}?"
    sound(phone)
    phone.get_by_role("button", name="Oui, annuler le rendez-vous").click()
    expect(phone.locator("#content")).to_contain_text("Annulé")
    sound(phone)
    assert [one["state"] for one in office.found(citizen.email)] == ["cancelled"]


def test_a_form_that_is_sent_twice_books_once(phone, section, office, mailbox):
    citizen = Citizen(phone, section, "Deuxclics")
    sent = []
    phone.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    citizen.book(CIVIL, "etat-civil")
    address = phone.url
    again = phone.request.post(
        sent[-1].url,
        data=sent[-1].post_data,
        headers={"Content-Type": sent[-1].headers["content-type"]},
        max_redirects=0,
    )
    assert again.status == 303
    assert again.headers["location"] == address
    assert len(office.found(citizen.email)) == 1
    assert len(mailbox.to(citizen.email)) == 1


def test_when_the_time_is_taken_meanwhile_nothing_that_was_typed_is_lost(phone, section, office, sound):
    citizen = Citizen(phone, section, "Troptard")
    citizen.choose_type(WEDDING)
    start = citizen.choose_time()
    citizen.fill_in("mariage", comment="Un interprète, s'il vous plaît.")
    assert office.booked_by_public("mariage", start).status_code == 409, "it is kept for who is typing"
    office.lets_go(phone.url)
    assert office.booked_by_public("mariage", start).status_code == 201
    citizen.confirm()
    assert title(phone) == "Ce créneau vient d'être pris"
    expect(phone.locator("#content")).to_contain_text("Tout ce que vous avez écrit est conservé.")
    sound(phone)

    phone.get_by_role("button", name="Modifier mes coordonnées").click()
    expect(phone.get_by_label("Nom", exact=True)).to_have_value("Troptard")
    expect(phone.get_by_label("Téléphone")).to_have_value("06 39 98 12 34")
    expect(phone.get_by_label("Quelque chose")).to_have_value("Un interprète, s'il vous plaît.")
    expect(phone.get_by_label("J'accepte que la mairie")).to_be_checked()
    phone.get_by_role("button", name="Choisir un autre créneau").click()
    sound(phone)
    other = citizen.choose_time()
    assert other != start
    expect(phone.get_by_label("Prénom", exact=True)).to_have_value("Apolline")
    citizen.confirm()
    citizen.sees_the_confirmation()
    assert [one["start"] for one in office.found(citizen.email)] == [other]


def test_the_nearest_other_time_books_with_one_press(phone, section, office):
    citizen = Citizen(phone, section, "Encoretroptard")
    citizen.choose_type(WEDDING)
    start = citizen.choose_time()
    citizen.fill_in("mariage")
    assert office.booked_by_public("mariage", start).status_code == 409, "it is kept for who is typing"
    office.lets_go(phone.url)
    assert office.booked_by_public("mariage", start).status_code == 201
    citizen.confirm()
    phone.locator(".rdv-alternatives button").first.click()
    citizen.sees_the_confirmation()
    assert len(office.found(citizen.email)) == 1


def test_markup_is_shown_as_it_was_typed(phone, section, mailbox):
    name = '<b onclick="alert(1)">Léa</b> & "Co"'
    citizen = Citizen(phone, section, "</title><script>alert(2)</script>", first_name=name)
    citizen.book(CIVIL, "etat-civil", comment="<img src=x onerror=alert(3)>")
    shown = phone.locator("#content")
    expect(shown).to_contain_text(f"{name} {citizen.last_name}")
    expect(shown.locator("b, script, img")).to_have_count(0)
    [mail] = mailbox.to(citizen.email)
    assert name in mail.get_body(["plain"]).get_content()


def test_the_keyboard_alone_is_enough(pages, section, office):
    page = pages.open()
    keyboard = page.keyboard

    def reach(name: str) -> None:
        """Press Tab until the control of that name has the focus, and shows it."""
        for _tab in range(120):
            keyboard.press("Tab")
            focus = page.locator("*:focus")
            if name in (focus.evaluate(NAME) if focus.count() else ""):
                assert focus.evaluate("it => getComputedStyle(it).outlineStyle") != "none", name
                return
        raise AssertionError(f"no way to {name}")

    page.goto(section)
    reach(f"Choisir : {CIVIL}")
    keyboard.press("Enter")
    page.wait_for_url("**/etat-civil")
    reach("Choisir cette date")
    keyboard.press("Enter")
    page.wait_for_url("**/@@details?*")
    citizen = Citizen(page, section, "Seulement", "Clavier")
    written = {
        "Prénom": citizen.first_name,
        "Nom": citizen.last_name,
        "Adresse électronique": citizen.email,
    }
    for name, text in written.items():
        reach(name)
        keyboard.type(text)
    reach("J'accepte que la mairie")
    keyboard.press("Space")

    def confirm() -> None:
        reach(CONFIRM)
        keyboard.press("Enter")

    citizen.insist(confirm)
    citizen.sees_the_confirmation()
    assert len(office.found(citizen.email)) == 1


NAME = """it => it.labels && it.labels.length ? it.labels[0].innerText : it.innerText.replace(/\\s+/g, ' ')"""


@pytest.fixture
def suspended(office: Office):
    office.step("suspend")
    yield
    office.step("open")


def test_a_suspended_section_says_so_and_whom_to_call(suspended, phone, section, sound):
    for address in (section, f"{section}/etat-civil"):
        phone.goto(address)
        expect(phone.locator("#content")).to_contain_text("Aucun nouveau rendez-vous ne peut être pris")
        expect(phone.get_by_role("link", name="02 61 91 00 10")).to_be_visible()
        expect(phone.locator("#content form")).to_have_count(0)
        sound(phone)
