"""The form with which staff add an appointment by hand."""

from collections.abc import Callable
from datetime import datetime
from tests.browser.staff.conftest import message
from tests.browser.staff.conftest import PARIS
from tests.browser.staff.conftest import said
from tests.town import agent
from tests.town import change
from tests.town import hours
from typing import Any

import pytest
import re
import requests
import transaction


ADD = "@@rendezvous-add"
QUESTIONS = [
    {"label": "Quel titre ?", "kind": "choice", "choices": ["Carte", "Passeport"], "required": True},
    {"label": "Combien ?", "kind": "number", "choices": [], "required": False},
]


@pytest.fixture
def send(page: Any, token: Any) -> Callable[..., requests.Response]:
    def send(who: str = "nadia", path: str = ADD, **form: Any) -> requests.Response:
        """Fill the form in and press a button, « Enregistrer » if no other is told."""
        filled = {
            "type": "cni",
            "people": "1",
            "date": "2026-11-12",
            "time": "10:00",
            "agent": "",
            "counter": "",
            "first_name": "Moussa",
            "last_name": "Traoré",
            "email": "",
            "save": "1",
            "_authenticator": token(who),
            **form,
        }
        answer = page(
            who, path, "POST", data={name: told for name, told in filled.items() if told is not None}
        )
        transaction.begin()
        return answer

    return send


@pytest.fixture
def confirm(send: Any) -> Callable[..., requests.Response]:
    def confirm(answer: requests.Response, who: str, **form: Any) -> requests.Response:
        """Press « Confirmer » on the page of warnings."""
        codes = re.search(r'name="confirm"[^>]*value="([^"]+)"', answer.text)
        asked = re.search(r'name="asked" value="([^"]*)"', answer.text) or re.search(
            r'value="([^"]*)" name="asked"', answer.text
        )
        assert codes and asked
        return send(who, confirm=codes[1], asked=asked[1], save=None, **form)

    return confirm


@pytest.fixture
def only(desk: Any) -> Callable[[], Any]:
    def only() -> Any:
        """The one appointment that there is."""
        transaction.begin()
        (found,) = desk.ledger.between(0)
        return found

    return only


@pytest.fixture
def none(desk: Any) -> Callable[[], bool]:
    def none() -> bool:
        transaction.begin()
        return desk.ledger is None or not list(desk.ledger.between(0))

    return none


def test_an_appointment_is_added_and_stands_in_its_day(send: Any, page: Any, only: Any, section: Any) -> None:
    answer = send(phone="06 39 98 40 07", comment="Poussette", notes="Rappeler", civility="M.")
    made = only()
    assert answer.status_code == 303
    day = f"{section.absolute_url()}/@@rendezvous-day?day=2026-11-12"
    assert answer.headers["Location"] == f"{day}#r-{made.reference}"
    assert (made.first_name, made.last_name, made.civility) == ("Moussa", "Traoré", "M.")
    assert (made.comment, made.notes, made.origin) == ("Poussette", "Rappeler", "staff")
    assert made.start_at == datetime(2026, 11, 12, 10, tzinfo=PARIS)
    assert "M.\xa0Moussa Traoré" in said(page("nadia", day))


def test_the_message_says_what_is_saved(section: Any, send: Any) -> None:
    told = message(send(email="moussa@example.org", agent="nadia"))
    assert told.startswith("Le rendez-vous de Moussa Traoré est enregistré\xa0: jeudi 12 novembre 2026")
    assert told.endswith("Carte d'identité, Guichet standard, Nadia. Un courriel part à moussa@example.org.")


def test_an_address_fills_the_form_in(page: Any) -> None:
    asked = {"type": "logement", "agent": "nadia", "counter": "guichet-standard", "start": "2026-11-12T09:20"}
    text = page("nadia", ADD, params=asked).text
    assert re.search(r'value="2026-11-12"[^>]*id="date"', text)
    assert re.search(r'value="09:20"[^>]*id="time"', text)
    for chosen in ("logement", "nadia", "guichet-standard"):
        assert re.search(rf'<option[^>]*value="{chosen}"[^>]*selected', text), chosen
    aware = page("nadia", ADD, params={"start": "2026-11-12T08:20:00+00:00"}).text
    assert re.search(r'value="09:20"[^>]*id="time"', aware)
    for nonsense in ("x", "2026-11-12T99:99", "0001-01-01T00:00+23:59", ["a", "b"]):
        assert page("nadia", ADD, params={"start": nonsense, "type": "gone"}).status_code == 200


def test_errors_stand_beside_their_fields_and_everything_is_kept(send: Any, none: Any) -> None:
    answer = send(last_name=" ", email="moussa@", type="", time="25:00", notes="À garder", people="deux")
    assert answer.status_code == 400
    text = answer.text
    assert "<title>Erreur" in text
    assert "Il reste 4 points à corriger" in said(answer)
    for field in ("type", "time", "last_name", "email"):
        assert f'id="{field}-error"' in text
        assert f'href="#{field}"' in text
    assert "À garder" in text and 'value="moussa@"' in text
    assert none()


@pytest.mark.parametrize(
    ("form", "field", "sentence"),
    [
        ({"date": ""}, "date", "Écrivez la date."),
        ({"date": "hier"}, "date", "Ce n'est pas un jour"),
        ({"date": "9999-12-31"}, "date", "Ce n'est pas un jour"),
        ({"time": ""}, "time", "Écrivez l'heure"),
        ({"time": "midi"}, "time", "Ce n'est pas une heure"),
        ({"date": "2027-03-28", "time": "02:30"}, "time", "Cette heure n'existe pas ce jour-là"),
        ({"people": "0"}, "people", "entre 1 et 1"),
        ({"people": "deux"}, "people", "Écrivez un nombre"),
        ({"agent": "nobody"}, "agent", "n'existe"),
        ({"counter": "nowhere"}, "counter", "n'existe"),
        ({"type": "gone"}, "type", "n'existe"),
    ],
)
def test_each_mistake_says_what_to_do(send: Any, none: Any, form: Any, field: str, sentence: str) -> None:
    answer = send(**form)
    assert answer.status_code == 400
    assert f'id="{field}-error"' in answer.text
    assert sentence in said(answer)
    assert none()


def test_an_hour_may_be_typed_as_one_says_it(send: Any, only: Any) -> None:
    assert send(time="9 h 40").status_code == 303
    assert only().start_at == datetime(2026, 11, 12, 9, 40, tzinfo=PARIS)


def test_out_of_hours_asks_an_administrator_once(send: Any, confirm: Any, only: Any, none: Any) -> None:
    asked = {"agent": "nadia", "time": "17:30", "notes": "Le soir"}
    answer = send("camille", **asked)
    assert answer.status_code == 409
    assert "Ce rendez-vous est hors disponibilités" in said(answer)
    assert 'href="#time"' in answer.text and "Le soir" in answer.text
    assert none()
    assert confirm(answer, "camille", **asked).status_code == 303
    assert only().notes == "Le soir"


def test_a_confirmation_counts_for_what_was_warned_of_alone(send: Any, confirm: Any, none: Any) -> None:
    answer = send("camille", agent="nadia", time="17:30")
    again = confirm(answer, "camille", agent="nadia", time="19:30")
    assert again.status_code == 409
    assert "Ce rendez-vous est hors disponibilités" in said(again)
    assert none()


def test_a_receptionist_out_of_hours_for_herself_and_not_for_others(
    send: Any, confirm: Any, only: Any, none: Any
) -> None:
    for colleague in ("camille", ""):
        answer = send("nadia", agent=colleague, time="17:30")
        assert answer.status_code == 409
        assert "Ce rendez-vous n'est pas possible" in said(answer)
        assert 'name="confirm"' not in answer.text
    forced = send("nadia", agent="camille", time="17:30", confirm="outside_availability", asked="x")
    assert forced.status_code == 409
    assert none()
    assert confirm(send("nadia", agent="nadia", time="17:30"), "nadia", agent="nadia", time="17:30").ok
    assert only().agent_title == "Nadia"


def test_a_receptionist_books_a_colleague_within_the_hours(send: Any, only: Any) -> None:
    assert send("nadia", agent="camille", time="11:35").status_code == 303
    assert only().agent_title == "Camille"


RULES = [
    ("in_the_past", {"date": "2026-11-09"}),
    ("too_late", {"date": "2027-11-10"}),
    ("day_closed", {"date": "2026-11-11"}),
    ("outside_availability", {"time": "17:00"}),
    ("agent_unavailable", {"date": "2026-11-13"}),
    ("type_not_by_agent", {"date": "2026-11-12", "time": "14:00"}),
    ("agent_busy", {"time": "09:00"}),
]
WARNS, REFUSES = "confirm", "refusal"


@pytest.mark.parametrize(("code", "form"), RULES)
def test_each_rule_is_held_as_the_table_says(
    section: Any, send: Any, desk: Any, book: Any, code: str, form: Any
) -> None:
    from tests.town import create

    for name in ("nadia", "camille"):
        absence = {"start": datetime(2026, 11, 13), "end": datetime(2026, 11, 14)}
        create(section[name], "Unavailability", **absence)
        hours(section[name], section["logement"], start="14:00", end="16:00")
    change(section["guichet-standard"], capacity=5)
    transaction.commit()
    if code == "agent_busy":
        book("09:00", day="2026-11-12", last_name="Premier")
        book("09:00", day="2026-11-12", last_name="Second")
    expected = {
        ("nadia", "nadia"): WARNS,
        ("nadia", "camille"): WARNS if code in ("in_the_past", "too_late") else REFUSES,
        ("camille", "nadia"): WARNS,
        ("camille", "camille"): WARNS,
    }
    for (who, agent_), outcome in expected.items():
        outcome = REFUSES if code == "agent_busy" else outcome
        answer = send(who, agent=agent_, **form)
        assert answer.status_code == 409, (who, agent_, said(answer))
        assert (f'id="{"warning" if outcome == WARNS else "refusal"}"') in answer.text, (who, agent_)
        if outcome == WARNS:
            assert code in re.findall(r'name="confirm"[^>]*value="([^"]+)"', answer.text)[0].split()


def test_a_refusal_offers_free_times_as_buttons(send: Any, book: Any, desk: Any) -> None:
    taken = book("10:00", day="2026-11-12", last_name="Premier").agent_title.lower()
    answer = send(agent=taken, time="10:00")
    assert answer.status_code == 409 and "a déjà un rendez-vous" in said(answer)
    starts = re.findall(r'name="start"[^>]*value="([^"]+)"', answer.text)
    assert len(starts) == 3
    assert send(agent=taken, time="10:00", start=starts[0], save=None).status_code == 303
    transaction.begin()
    assert starts[0] in [
        one.start_at.astimezone(PARIS).isoformat() for one in desk.ledger.between(0) if one.origin == "staff"
    ]


def test_the_questions_of_a_type_are_shown_without_a_script(
    section: Any, send: Any, page: Any, only: Any, none: Any
) -> None:
    change(section["logement"], questions=QUESTIONS)
    transaction.commit()
    assert "Quel titre ?" not in page("nadia", ADD).text
    shown = send(type="logement", save=None, show="1", notes="Gardé")
    assert "Quel titre ?" in shown.text and "Gardé" in shown.text
    held = send(type="logement", shown="cni")
    assert held.status_code == 200 and "Rien n'est encore enregistré" in said(held)
    assert none()
    names = re.findall(r'id="(q-[0-9a-f]{8})"', shown.text)
    bad = send(type="logement", shown="logement", **{names[0]: "Permis", names[1]: "beaucoup"})
    assert bad.status_code == 400 and "2 points" in said(bad)
    assert send(type="logement", shown="logement", **{names[0]: "Carte", names[1]: "2"}).status_code == 303
    assert only().answers == {"Quel titre ?": "Carte", "Combien ?": 2}


def test_a_form_that_is_sent_twice_books_once(send: Any, only: Any) -> None:
    once = "k" * 32
    first, second = send(once=once), send(once=once)
    assert first.headers["Location"] == second.headers["Location"]
    other = send(once=once, time="11:00")
    assert other.status_code == 400 and "a déjà" in said(other)
    only()


def test_a_form_of_another_site_does_nothing(send: Any, none: Any) -> None:
    assert send(_authenticator="0" * 40).status_code == 403
    assert none()


def test_what_was_typed_is_never_markup(send: Any) -> None:
    bad = '"><script>alert(1)</script>'
    answer = send(first_name=bad, last_name="", email=bad, date=bad, notes=bad, agent=bad, people=bad)
    assert answer.status_code == 400
    assert "<script>alert" not in answer.text


def test_an_agent_who_left_is_not_offered(section: Any, page: Any) -> None:
    from plone import api

    agent(section, "albert", section["cni"])
    api.content.transition(section["albert"], "deactivate")
    transaction.commit()
    assert "Albert" not in page("nadia", ADD).text
