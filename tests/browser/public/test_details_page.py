from collections.abc import Callable
from datetime import timedelta
from plone import api
from tests.town import PASSWORD
from tests.town import user
from typing import Any

import pytest
import transaction


THURSDAY = "/cni/@@details?start=2026-11-12T09:20:00%2B01:00"

QUESTIONS = [
    {"label": "Quel titre ?", "kind": "choice", "choices": ["Passeport", "Carte"], "required": True},
    {"label": "Numéro", "kind": "text", "choices": [], "required": False},
    {"label": "Enfants", "kind": "number", "choices": [], "required": False},
    {"label": "Première fois ?", "kind": "yesno", "choices": [], "required": True},
    {"label": "Récit", "kind": "textarea", "choices": [], "required": False},
    {"label": "Quartier", "kind": "choice", "choices": [f"Q{n}" for n in range(9)], "required": False},
]


def stored(section: Any) -> list[Any]:
    """The appointments of the section."""
    from collective.rendezvous.booking.office import ledger_of

    transaction.begin()
    ledger = ledger_of(section)
    return list(ledger.between(0, 10**9)) if ledger is not None else []


def question(citizen: Any, label: str) -> str:
    """The name of the field of a question."""
    from lxml.html import fromstring

    page = fromstring(citizen.contents)
    found = page.xpath(f'//label[starts-with(normalize-space(.), "{label}")]/@for')
    found += page.xpath(f'//legend[starts-with(normalize-space(.), "{label}")]/..//input/@name')
    return found[0]


def test_a_citizen_books_and_is_told_all_that_counts(citizen: Any, section: Any) -> None:
    citizen.book()
    assert "Votre rendez-vous est confirmé" in citizen.text
    assert "mardi 10 novembre 2026 à 10 h 00, pour 20 minutes" in citizen.text
    assert "Pour Inès Garnier" in citizen.text
    assert "Photo d'identité" in citizen.text
    assert "ines@example.org" in citizen.text
    (appointment,) = stored(section)
    assert appointment.reference in citizen.text
    assert f"?key={appointment.key}" in citizen.url
    assert (appointment.origin, appointment.language) == ("public", "fr")


def test_choosing_a_time_leads_to_an_address_that_can_be_reloaded(citizen: Any) -> None:
    citizen.choose()
    assert "/cni/@@details?start=2026-11-10T10%3A00%3A00%2B01%3A00&hold=" in citizen.url
    citizen.reload()
    assert "Quand mardi 10 novembre à 10 h 00" in citizen.text


def test_what_is_missing_is_told_beside_its_field_and_at_the_top(citizen: Any, section: Any) -> None:
    citizen.choose()
    citizen.fill(last_name="", email="ines@", consent=False, first_name="Inès")
    citizen.press("book")
    assert citizen.status == 400
    assert citizen.title.startswith("Erreur\xa0: Vos coordonnées — ")
    assert "Il reste 3 points à corriger" in citizen.text
    assert citizen.getLink("Nom : écrivez votre nom de famille").attrs["href"] == "#last_name"
    assert citizen.getLink("Adresse électronique : elle est incomplète").attrs["href"] == "#email"
    assert citizen.getLink("Données personnelles : cochez la case").attrs["href"] == "#consent"
    assert 'id="last_name-error"' in citizen.contents
    assert 'aria-describedby="email-help email-error"' in citizen.contents
    assert citizen.contents.count('aria-invalid="true"') == 3
    assert citizen.getControl(name="first_name").value == "Inès"
    assert citizen.getControl(name="email").value == "ines@"
    assert stored(section) == []


def test_after_an_error_the_form_books_with_what_was_typed(citizen: Any, section: Any) -> None:
    citizen.choose()
    citizen.fill(email="ines@", comment="Avec une poussette.\nMerci.")
    citizen.press("book")
    citizen.getControl(name="email").value = "ines@example.org"
    citizen.press("book")
    (appointment,) = stored(section)
    assert appointment.comment == "Avec une poussette.\nMerci."


def test_questions_of_every_kind_are_answered(citizen: Any, section: Any, setup: Callable[..., None]) -> None:
    setup(section["cni"], questions=QUESTIONS)
    citizen.choose()
    names = {each["label"]: question(citizen, each["label"]) for each in QUESTIONS}
    citizen.fill()
    citizen.press("book")
    assert "Quel titre ? Choisissez une réponse." in citizen.text
    assert "Première fois ? Choisissez une réponse." in citizen.text
    answers = {"Quel titre ?": ["Passeport"], "Numéro": "A12", "Enfants": "deux", "Première fois ?": ["no"]}
    for label, value in {**answers, "Récit": "Long\nrécit", "Quartier": ["Q7"]}.items():
        citizen.getControl(name=names[label]).value = value
    citizen.press("book")
    assert "Enfants : Écrivez un nombre, par exemple : 12" in citizen.text
    citizen.getControl(name=names["Enfants"]).value = "2"
    citizen.press("book")
    (appointment,) = stored(section)
    assert dict(appointment.answers) == {
        "Quel titre ?": "Passeport",
        "Numéro": "A12",
        "Enfants": 2,
        "Première fois ?": False,
        "Récit": "Long\nrécit",
        "Quartier": "Q7",
    }


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("comment", "x" * 6000, "6000"),
        ("first_name", "a" * 201, "201"),
        ("first_name", "www.example.org", "adresse"),
        ("phone", "0" * 51, "51"),
    ],
)
def test_what_is_over_its_bounds_comes_back_whole(
    citizen: Any, section: Any, field: str, value: str, told: str
) -> None:
    citizen.choose()
    citizen.fill(**{field: value})
    citizen.press("book")
    assert citizen.status == 400
    assert told in citizen.text
    assert citizen.getControl(name=field).value == value
    assert stored(section) == []


def test_markup_in_names_is_only_text(citizen: Any, section: Any) -> None:
    citizen.book(first_name="<b>Inès</b>", comment='"><script>alert(1)</script>')
    assert "<b>Inès" not in citizen.contents
    citizen.open(citizen.url.replace("&booked=1", ""))
    assert "<b>Inès</b> Garnier" in citizen.text
    assert "<script>alert" not in citizen.contents


def test_the_same_form_sent_twice_books_once(citizen: Any, section: Any) -> None:
    citizen.choose()
    citizen.fill()
    citizen.press("book")
    first = citizen.url
    citizen.goBack()
    citizen.press("book")
    assert citizen.url == first
    assert len(stored(section)) == 1


def test_a_form_that_has_booked_asks_before_it_books_something_else(citizen: Any, section: Any) -> None:
    citizen.choose()
    citizen.fill()
    citizen.press("book")
    citizen.goBack()
    citizen.fill(first_name="Paul")
    citizen.press("book")
    assert "a déjà servi à prendre un rendez-vous" in citizen.text
    assert len(stored(section)) == 1


def test_a_time_taken_meanwhile_keeps_every_word_and_offers_the_nearest(
    citizen: Any, section: Any, book: Callable[..., Any]
) -> None:
    citizen.go(THURSDAY)
    citizen.fill(comment="Avec une poussette.")
    book("2026-11-12T09:20:00+01:00")
    citizen.press("book")
    assert citizen.status == 409
    assert "Ce créneau vient d'être pris" in citizen.text
    assert "Tout ce que vous avez écrit est conservé." in citizen.text
    assert "jeudi 12 novembre à 9 h 40 le même jour, 20 minutes plus tard" in citizen.text
    assert "Pour Inès Garnier" in citizen.text
    citizen.press("start", index=0)
    assert "Votre rendez-vous est confirmé" in citizen.text
    mine = next(each for each in stored(section) if each.last_name == "Garnier")
    assert mine.comment == "Avec une poussette."


def test_after_a_lost_time_one_can_go_through_all_dates_with_every_word(
    citizen: Any, section: Any, book: Callable[..., Any]
) -> None:
    citizen.go(THURSDAY)
    citizen.fill(comment="Avec une poussette.")
    book("2026-11-12T09:20:00+01:00")
    citizen.press("book")
    citizen.press("back")
    citizen.getControl("Semaine suivante").click()
    assert "Semaine du 16 au 20 novembre 2026" in citizen.text
    citizen.press("start", index=1)
    assert citizen.getControl(name="comment").value == "Avec une poussette."
    citizen.press("book")
    assert "lundi 16 novembre 2026" in citizen.text


def test_details_can_be_changed_after_a_lost_time(citizen: Any, book: Callable[..., Any]) -> None:
    citizen.go(THURSDAY)
    citizen.fill()
    book("2026-11-12T09:20:00+01:00")
    citizen.press("book")
    citizen.press("edit")
    assert citizen.getControl(name="last_name").value == "Garnier"


@pytest.mark.parametrize(
    "start", ["2026-11-12T09:21:00%2B01:00", "2026-11-09T09:20:00%2B01:00", "2036-11-10T09:20:00%2B01:00"]
)
def test_a_link_to_a_time_that_is_not_free_offers_others(citizen: Any, start: str) -> None:
    citizen.go(f"/cni/@@details?start={start}")
    assert citizen.status == 409
    assert "Ce créneau n'est plus libre" in citizen.text
    assert 'name="last_name"' not in citizen.contents


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?start=demain",
        "?start=2026-11-12T09:20:00",
        "?start=a&start=b",
        "?start=0001-01-01T00:00:00%2B01:00",
    ],
)
def test_without_a_time_one_is_led_back_to_choose_one(citizen: Any, query: str) -> None:
    citizen.go(f"/cni/@@details{query}")
    assert citizen.url == f"{citizen.home}/cni"


def test_too_many_appointments_are_told_beside_the_address(
    citizen: Any, section: Any, book: Callable[..., Any], setup: Callable[..., None]
) -> None:
    setup(section, max_upcoming_per_email=1)
    citizen.book()
    citizen.book()
    assert citizen.status == 409
    assert 'id="email-error"' in citizen.contents
    assert len(stored(section)) == 1


def test_a_client_that_books_too_often_is_asked_to_wait(
    citizen: Any, section: Any, setup: Callable[..., None]
) -> None:
    setup(section, bookings_per_minute=1)
    citizen.book()
    citizen.choose()
    citizen.fill(email="autre@example.org", comment="Avec une poussette.")
    citizen.press("book")
    assert citizen.status == 429
    assert citizen.getControl(name="comment").value == "Avec une poussette."


def test_a_robot_that_fills_every_field_books_nothing(citizen: Any, section: Any) -> None:
    citizen.choose()
    citizen.fill()
    citizen.getControl(name="site_web").value = "https://spam.example"
    citizen.press("book")
    assert stored(section) == []


def test_a_form_sent_faster_than_one_reads_comes_back_once(citizen: Any, section: Any) -> None:
    citizen.choose()
    citizen.fill()
    citizen.hand.now -= timedelta(seconds=30)
    citizen.press("book")
    assert "appuyez de nouveau" in citizen.text
    assert stored(section) == []
    citizen.hand.forward(seconds=3)
    citizen.press("book")
    assert len(stored(section)) == 1


def test_nobody_is_ever_too_slow(citizen: Any, section: Any) -> None:
    citizen.go("/cni/@@details?start=2026-11-16T09:20:00%2B01:00")
    citizen.fill()
    citizen.hand.forward(days=2)
    citizen.press("book")
    assert len(stored(section)) == 1


def test_a_form_without_its_stamp_comes_back(citizen: Any, section: Any) -> None:
    fields = "book=1&start=2026-11-12T09:20:00%2B01:00&consent=1&first_name=A&last_name=B&email=a@example.org"
    for stamp in ("", "&since=1.00000000000000000000000000000000", "&since=%C3%A9.%C3%A9"):
        citizen.post(f"{citizen.home}/cni/@@details", f"{fields}&once=0123456789abcdef{stamp}")
        assert citizen.status == 400
    assert stored(section) == []


def test_a_logged_in_citizen_books_too(citizen: Any, section: Any) -> None:
    user("paul")
    transaction.commit()
    citizen.addHeader("Authorization", f"Basic paul:{PASSWORD}")
    citizen.book()
    assert "Votre rendez-vous est confirmé" in citizen.text
    (appointment,) = stored(section)
    assert appointment.origin == "public"


def test_another_site_cannot_book_for_a_logged_in_citizen(citizen: Any, section: Any) -> None:
    user("paul")
    transaction.commit()
    citizen.addHeader("Authorization", f"Basic paul:{PASSWORD}")
    citizen.post(f"{citizen.home}/cni/@@details", "book=1&start=2026-11-12T09:20:00%2B01:00&consent=1&once=x")
    assert citizen.status == 403
    assert stored(section) == []


def test_nothing_is_written_by_looking(citizen: Any, section: Any) -> None:
    citizen.go()  # Plone's own portlets write their settings when they are first drawn
    storage = section._p_jar.db().storage
    before = storage.lastTransaction()
    citizen.go().go("/cni").go(THURSDAY)
    assert storage.lastTransaction() == before


def test_a_type_whose_state_changes_meanwhile_says_so(citizen: Any, section: Any) -> None:
    citizen.choose()
    citizen.fill()
    api.content.transition(section, "suspend")
    transaction.commit()
    citizen.press("book")
    assert "Aucun nouveau rendez-vous ne peut être pris" in citizen.text
