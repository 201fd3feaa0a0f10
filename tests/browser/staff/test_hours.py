"""The calendar of an agent's availabilities, and one day of it."""

from collections.abc import Callable
from collective.rendezvous.content.availability import IAvailability
from collective.rendezvous.content.place import children
from collective.rendezvous.content.unavailability import IUnavailability
from datetime import date
from datetime import datetime
from plone import api
from tests.browser.staff.conftest import message
from tests.browser.staff.conftest import said as spoken
from tests.town import agent
from tests.town import change
from tests.town import create
from tests.town import hours
from typing import Any

import json
import pytest
import re
import requests
import transaction


DAY = "2026-11-12"


def said(answer: Any) -> str:
    """What a page says, with common blanks and apostrophes."""
    return re.sub(r"\s+", " ", spoken(answer).replace("’", "'"))


@pytest.fixture
def alone(section: Any) -> None:
    """Nobody but Nadia receives, so that all appointments are hers."""
    camille = section["camille"]
    camille.manage_delObjects(camille.objectIds())
    transaction.commit()


@pytest.fixture
def only(section: Any) -> str:
    """The address of Nadia's hours, below the section's."""
    return f"nadia/{next(children(section['nadia'], IAvailability)).getId()}"


@pytest.fixture
def send(page: Any, token: Any) -> Callable[..., requests.Response]:
    """Send the form of one day: `send("nadia", address, start="10:00")`."""

    def send(who: str, url: str, scripted: bool = False, **form: str) -> requests.Response:
        data = {"_authenticator": token(who), "day": DAY, "to": DAY, "start": "09:00", "end": "12:00", **form}
        more = {"headers": {"Accept": "application/json"}} if scripted else {}
        answer = page(who, f"{url}/@@one-day", "POST", data=data, **more)
        transaction.begin()
        return answer

    return send


@pytest.fixture
def page(page: Any) -> Callable[..., requests.Response]:
    """The same as everywhere, with headers of one's own."""

    def with_headers(
        who: str, name: str = "", method: str = "GET", headers: Any = None, **options: Any
    ) -> Any:
        if not headers:
            return page(who, name, method, **options)
        prepared = requests.Session.request

        def request(self: Any, method: str, url: str, **sent: Any) -> requests.Response:
            return prepared(self, method, url, **{**sent, "headers": {**sent["headers"], **headers}})

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(requests.Session, "request", request)
            return page(who, name, method, **options)

    return with_headers


def test_the_week_shows_hours_absences_and_closures(section: Any, page: Any) -> None:
    nadia = section["nadia"]
    create(
        nadia,
        "Unavailability",
        start=datetime(2026, 11, 12, 11),
        end=datetime(2026, 11, 12, 12),
        reason="Formation",
    )
    hours(nadia, section["logement"], days=[5], start="09:00", end="10:00", weeks="even", audience="staff")
    transaction.commit()
    told = said(page("nadia", "nadia"))
    assert "Semaine 46, du 9 au 14 novembre 2026" in told
    assert "9 h 00 à 12 h 00 Carte d'identité, Logement, mardi 10 novembre" in told
    assert "9 h 00 à 11 h 00 Carte d'identité, Logement, jeudi 12 novembre" in told
    assert "Formation" in told
    assert "Fermé : Armistice" in told
    assert "Logement, samedi 14 novembre Semaines paires Réservé par les agents seulement" in told
    assert ", lundi 9 novembre : ajouter une disponibilité" in told
    assert "Fermé" not in said(page("nadia", "nadia?day=2026-11-17"))


def test_a_day_that_there_is_not_is_today(page: Any) -> None:
    for day in ("2026-02-30", "demain", "0001-01-01"):
        answer = page("nadia", f"nadia?day={day}")
        assert answer.status_code == 200
        assert "Cette date n'existe pas" in said(answer), day
        assert "Semaine 46" in said(answer)


def test_a_colleague_sees_the_week_without_links(section: Any, page: Any, only: str) -> None:
    agent(section, "rita", section["cni"])
    transaction.commit()
    text = page("rita", "nadia").text
    assert "9 h 00 à 12 h 00" in text.replace("\xa0", " ")
    for link in ("@@one-day", "++add++", f"{only}/edit", "rendezvous-copy-hours"):
        assert link not in text
    for path in (f"{only}/@@one-day?day={DAY}", f"{only}/edit", "nadia/++add++Availability"):
        answer = page("rita", path)
        assert answer.status_code == 401 or "require_login" in answer.headers["Location"], path


def test_one_day_has_other_hours_and_the_recap_says_so(section: Any, page: Any, only: str, send: Any) -> None:
    told = said(page("nadia", f"{only}/@@one-day?day={DAY}"))
    assert "Seulement le jeudi 12 novembre" in told
    assert "Lundi à vendredi" in told or "Lundi au vendredi" in told
    answer = send("nadia", only, start="10 h", end="12:00")
    assert answer.status_code == 303, said(answer)
    assert answer.headers["Location"].endswith(f"/nadia?day={DAY}&review=hours")
    assert "jeudi 12 novembre 2026 seulement : 10 h 00 à 12 h 00" in message(answer).replace("\xa0", " ")
    week = said(page("nadia", f"nadia?day={DAY}"))
    assert "10 h 00 à 12 h 00 Carte d'identité, Logement, jeudi 12 novembre" in week
    assert "9 h 00 à 12 h 00 Carte d'identité, Logement, vendredi 13 novembre" in week


@pytest.mark.usefixtures("alone")
def test_an_appointment_left_behind_is_named_and_kept(page: Any, book: Any, only: str, send: Any) -> None:
    made = book("09:20", DAY)
    answer = send("nadia", only, none="1")
    assert "aucune disponibilité" in message(answer)
    told = said(page("nadia", answer.headers["Location"]))
    assert "1 rendez-vous ne correspond plus aux horaires" in told
    assert made.reference in page("nadia", answer.headers["Location"]).text
    assert "Durand" in told


@pytest.mark.usefixtures("alone")
def test_so_it_is_after_hours_changed_for_every_week(section: Any, page: Any, book: Any, send: Any) -> None:
    book("09:20", DAY)
    one = next(children(section["nadia"], IAvailability))
    change(one, start="10:00")
    transaction.commit()
    assert "1 rendez-vous ne correspond plus" in said(page("nadia", "nadia?review=hours"))


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"start": "12:00", "end": "09:00"}, "La fin doit venir après le début"),
        ({"start": "neuf"}, "09:30"),
        ({"to": "2026-02-30"}, "Ce n'est pas un jour"),
        ({"to": "2027-03-28", "start": "02:30", "end": "04:00"}, "n'existe pas ce jour-là"),
        ({"end": ""}, "09:30"),
    ],
)
def test_what_cannot_be_is_said_and_kept(form: Any, told: str, send: Any, only: str, section: Any) -> None:
    before = section["nadia"].objectIds()
    answer = send("nadia", only, **form)
    assert answer.status_code == 400
    assert told in said(answer)
    assert "<title>Erreur" in answer.text.replace("\n", "").replace("  ", "")
    for value in form.values():
        assert f'value="{value}"' in answer.text
    assert section["nadia"].objectIds() == before


def test_a_leave_refuses_in_words(section: Any, send: Any, only: str) -> None:
    create(section["nadia"], "Unavailability", start=datetime(2026, 11, 12), end=datetime(2026, 11, 14))
    transaction.commit()
    answer = send("nadia", only)
    assert answer.status_code == 409
    assert "absent" in said(answer)


def test_hours_that_fall_away_too_are_confirmed_first(section: Any, send: Any, only: str) -> None:
    nadia = section["nadia"]
    hours(nadia, section["logement"], start="11:00", end="12:30")
    transaction.commit()
    answer = send("nadia", only, end="11:30")
    assert answer.status_code == 409
    assert "11 h 00 à 12 h 30 (Logement)" in said(answer)
    assert not list(children(nadia, IUnavailability))
    assert send("nadia", only, end="11:30", confirm="1").status_code == 303
    assert len(list(children(nadia, IUnavailability))) == 1


def test_a_script_gets_sentences_and_a_goal(section: Any, send: Any, only: str) -> None:
    answer = send("nadia", only, scripted=True, end="08:00")
    assert answer.status_code == 400
    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.json()["refused"]
    answer = send("nadia", only, scripted=True, scope="weeks", start="08:00")
    assert answer.json()["goal"].endswith(f"/nadia?day={DAY}&review=hours")
    assert next(children(section["nadia"], IAvailability)).start == "08:00"


def test_without_the_token_nothing_is_written(page: Any, only: str, section: Any) -> None:
    data = {"day": DAY, "to": DAY, "none": "1"}
    assert page("nadia", f"{only}/@@one-day", "POST", data=data).status_code == 403
    transaction.begin()
    assert not list(children(section["nadia"], IUnavailability))


def test_a_day_without_these_hours_has_no_page(page: Any, only: str) -> None:
    for day in ("2026-11-15", "demain", ""):
        assert page("nadia", f"{only}/@@one-day?day={day}").status_code == 404


def test_the_form_that_adds_knows_day_and_hours(page: Any) -> None:
    text = page("nadia", "nadia/++add++Availability?days=2&start=13:30&end=17:00&back=2026-11-11").text
    assert 'value="13:30"' in text and 'value="17:00"' in text
    assert text.count('checked="checked"') >= 1
    assert 'value="2026-11-11"' in text
    for odd in ("days=7&start=17:00&end=13:00", "days=x&start=a&end=b", "start=12:00"):
        assert page("nadia", f"nadia/++add++Availability?{odd}").status_code == 200


@pytest.mark.usefixtures("alone")
def test_the_page_tells_what_is_to_come(page: Any, book: Any) -> None:
    assert "À venir Aucun" in said(page("camille", "nadia"))
    book("10:20")
    told = said(page("camille", "nadia"))
    assert "1 rendez-vous" in told
    assert "mardi 10 novembre à 10 h 20" in told.replace("\xa0", " ")


def test_what_is_over_is_listed_only_when_asked_for(section: Any, page: Any) -> None:
    hours(section["nadia"], section["cni"], start="07:00", end="08:00", valid_until=date(2026, 11, 9))
    transaction.commit()
    assert "jusqu'au 9 novembre" not in said(page("nadia", "nadia"))
    assert "Jusqu'au 9 novembre" in said(page("nadia", "nadia?past=1"))


def test_names_are_never_markup(section: Any, page: Any, only: str) -> None:
    bad = "<script>alert(1)</script>"
    change(section["cni"], title=bad)
    change(section["nadia"], title=bad)
    create(
        section["nadia"],
        "Unavailability",
        start=datetime(2026, 11, 12, 9),
        end=datetime(2026, 11, 12, 10),
        reason=bad,
    )
    transaction.commit()
    for path in ("nadia", f"{only}/@@one-day?day={DAY}", "@@rendezvous-copy-hours?source=nadia"):
        text = page("camille", path).text
        assert "alert(1)" in text and bad not in text, path


def test_an_inactive_agent_has_a_week_too(section: Any, page: Any) -> None:
    api.content.transition(section["nadia"], "deactivate")
    transaction.commit()
    assert "9 h 00 à 12 h 00" in said(page("camille", "nadia"))


def test_what_the_script_is_told(section: Any, page: Any) -> None:
    text = page("nadia", "nadia").text
    if "data-rdv-availability" in text:
        from html import unescape

        told = json.loads(unescape(text.split('data-rdv-availability="')[1].split('"')[0]))
        assert told["days"][0] == "2026-11-09"
        assert told["blocks"][0]["start"] == "2026-11-09T09:00:00"
