from collections.abc import Callable
from collective.rendezvous.addresses import manage_url
from icalendar import Calendar
from tests.town import agent
from tests.town import change
from tests.town import create
from tests.town import PASSWORD
from tests.town import user
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import transaction


@pytest.fixture
def mine(section: Any, setup: Callable[..., None], book: Callable[..., Any]) -> Any:
    """An appointment on Thursday at 9:20 that can be cancelled until the day before."""
    setup(section["cni"], cancel_notice_hours=24)
    return book("2026-11-12T09:20:00+01:00", comment="Avec une poussette.")


@pytest.fixture
def url(citizen: Any, mine: Any) -> Callable[..., str]:
    def url(page: str = "", **more: str) -> str:
        return manage_url(citizen.home, mine.reference, mine.key, page, **more)

    return url


def state(mine: Any) -> str:
    transaction.begin()
    return mine.state


def test_the_key_alone_opens_the_appointment(citizen: Any, mine: Any, url: Callable[..., str]) -> None:
    citizen.open(url())
    assert citizen.status == 200
    assert "Mon rendez-vous Confirmé" in citizen.text
    assert f"Référence {mine.reference}" in citizen.text
    assert "Votre message Avec une poussette." in citizen.text
    assert "jusqu'au mercredi 11 novembre à 9 h 20" in citizen.text
    assert "confirmé" not in citizen.text


def test_a_page_behind_the_key_is_kept_indexed_and_told_by_nobody(
    citizen: Any, url: Callable[..., str]
) -> None:
    for page in ("", "cancel", "move", "ics"):
        citizen.open(url(page))
        assert citizen.headers["Cache-Control"] == "no-store"
        assert citizen.headers["Referrer-Policy"] == "no-referrer"
        assert citizen.headers["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize(
    "page", ["", "cancel", "move", "ics", "confirm", "pending", "nothing", "cancel/cancel"]
)
def test_without_the_right_key_there_is_nothing(citizen: Any, mine: Any, page: str) -> None:
    for query in (
        "",
        "?key=",
        "?key=wrong",
        "?key=%FF%00",
        "?key=a&key=b",
        f"?seen={mine.reference}.0",
        "?seen=%C3%A9",
    ):
        citizen.go("/".join(("/@@appointment", mine.reference, page)).rstrip("/") + query)
        assert citizen.status == 404
        assert "Marie" not in citizen.contents
    citizen.go("/@@appointment")
    assert citizen.status == 404


def test_staff_without_a_key_find_their_own_page_of_it(citizen: Any, mine: Any) -> None:
    citizen.addHeader("Authorization", f"Basic nadia:{PASSWORD}")
    citizen.go(f"/@@appointment/{mine.reference}")
    assert citizen.status == 200
    assert citizen.url == f"{citizen.home}/@@appointment-for-staff/{mine.reference}"
    for wrong in (f"/@@appointment/{mine.reference}?key=wrong", "/@@appointment/%C3%A9", "/@@appointment"):
        citizen.go(wrong)
        assert citizen.status == 404


@pytest.mark.parametrize("page", ["", "cancel", "move", "ics", "confirm", "pending", "erase"])
def test_a_link_that_opens_nothing_says_how_to_find_the_right_one(citizen: Any, mine: Any, page: str) -> None:
    citizen.go("/".join(("/@@appointment", mine.reference, page)).rstrip("/") + "?key=cut")
    assert citizen.status == 404
    assert "Ce lien n'ouvre aucun rendez-vous Il manque peut-être une partie du lien" in citizen.text
    assert "Étape" not in citizen.text
    assert "02 61 91 00 10" in citizen.text.replace("\xa0", " ")
    assert citizen.headers["Cache-Control"] == "no-store"
    citizen.getLink("Recevoir à nouveau mon lien").click()
    assert citizen.status == 200


def test_looking_at_cancel_cancels_nothing(citizen: Any, mine: Any, url: Callable[..., str]) -> None:
    citizen.open(url("cancel"))
    assert "Vous allez annuler ce rendez-vous." in citizen.text
    citizen.open(url("cancel", cancel="1"))
    assert state(mine) == "confirmed"


def test_a_citizen_cancels(citizen: Any, mine: Any, url: Callable[..., str]) -> None:
    citizen.open(url())
    citizen.getLink("Annuler le rendez-vous").click()
    citizen.press("cancel")
    assert "votre rendez-vous est annulé." in citizen.contents
    assert "Mon rendez-vous Annulé" in citizen.text
    assert state(mine) == "cancelled"
    assert "Ajouter à mon agenda" not in citizen.text


def test_cancelling_twice_says_that_it_is_done(citizen: Any, mine: Any, url: Callable[..., str]) -> None:
    citizen.open(url("cancel"))
    citizen.press("cancel")
    citizen.goBack()
    citizen.press("cancel")
    assert "Mon rendez-vous Annulé" in citizen.text
    assert "portalMessage" in citizen.contents


def test_when_it_is_too_late_the_page_says_whom_to_call(
    citizen: Any, mine: Any, url: Callable[..., str]
) -> None:
    citizen.open(url("cancel"))
    citizen.hand.forward(days=1, hours=12)
    citizen.press("cancel")
    assert state(mine) == "confirmed"
    assert "Il est trop tard pour l'annuler ici. Vous ne pouvez pas venir ? Appelez le 02 61" in citizen.text
    assert "Déplacer" not in citizen.text
    citizen.open(url("move"))
    assert citizen.url == url()


def test_another_site_cannot_cancel_for_a_logged_in_citizen(
    citizen: Any, mine: Any, url: Callable[..., str]
) -> None:
    user("paul")
    transaction.commit()
    citizen.addHeader("Authorization", f"Basic paul:{PASSWORD}")
    citizen.post(url("cancel"), "cancel=1")
    assert citizen.status == 403
    assert state(mine) == "confirmed"
    citizen.open(url("cancel"))
    citizen.press("cancel")
    assert state(mine) == "cancelled"


def test_a_citizen_moves(citizen: Any, mine: Any, url: Callable[..., str]) -> None:
    citizen.open(url())
    citizen.getLink("Déplacer").click()
    assert "Votre rendez-vous actuel : jeudi 12 novembre à 9 h 20." in citizen.text
    assert "jeudi 12 novembre Matin 9 h 00 le jeudi 12 novembre 9 h 40" in citizen.text
    citizen.getLink("Semaine suivante").click()
    citizen.getControl(name="start", index=0).click()
    assert "votre rendez-vous est déplacé." in citizen.contents
    assert "lundi 16 novembre 2026 à 9 h 00" in citizen.text


def test_a_citizen_moves_to_another_place_and_brings_somebody(
    citizen: Any, section: Any, mine: Any, url: Callable[..., str]
) -> None:
    change(section["guichet-standard"], address="Hôtel de ville\n1 place de la République")
    change(section["cni"], max_people=2, extra_minutes_per_person=15)
    kinds = [section["cni"].UID()]
    address = "Annexe\n12 rue des Tilleuls"
    annexe = create(section, "Counter", "annexe", title="Annexe", capacity=1, address=address, types=kinds)
    change(section["nadia"].objectValues()[0], counters=[section["guichet-standard"].UID()])
    agent(section, "luc", section["cni"], start="14:00", end="16:00", counters=[annexe.UID()])
    transaction.commit()
    citizen.open(url("move"))
    assert citizen.getControl(name="place", index=0).value == ["guichet-standard"]
    assert citizen.getControl(name="people", index=0).value == ["1"]
    citizen.getControl(name="place", index=0).value = ["annexe"]
    citizen.getControl(name="people", index=0).value = ["2"]
    citizen.getControl("Afficher les créneaux").click()
    citizen.getControl(name="start", index=0).click()
    assert "votre rendez-vous est déplacé." in citizen.contents
    assert "Annexe 12 rue des Tilleuls" in citizen.text
    assert "Nombre de personnes 2" in citizen.text
    assert "pour 35 minutes" in citizen.text


def test_moving_to_a_time_taken_meanwhile_changes_nothing(
    citizen: Any, mine: Any, url: Callable[..., str], book: Callable[..., Any]
) -> None:
    citizen.open(url("move", **{"from": "2026-11-16"}))
    book("2026-11-16T09:00:00+01:00")
    citizen.getControl(name="start", index=0).click()
    assert (
        "Votre rendez-vous n'a pas changé" in citizen.contents
        or "rendez-vous n&#x27;a pas" in citizen.contents
    )
    assert "jeudi 12 novembre à 9 h 20" in citizen.text


def test_the_calendar_file_can_be_read_by_calendars(citizen: Any, mine: Any, url: Callable[..., str]) -> None:
    citizen.open(url("ics"))
    assert citizen.headers["Content-Type"].startswith("text/calendar")
    contents = citizen.contents
    calendar = Calendar.from_ical(contents if isinstance(contents, bytes) else contents.encode())
    (event,) = calendar.walk("VEVENT")
    start = mine.start_at.astimezone(ZoneInfo("Europe/Paris"))
    assert event.decoded("dtstart") == start
    assert event["dtstart"].params["TZID"] == "Europe/Paris"
    assert calendar.walk("VTIMEZONE")[0]["tzid"] == "Europe/Paris"
    assert str(event["uid"]).startswith(mine.reference)
    assert str(event["url"]) == url()


def test_an_appointment_whose_type_is_gone_can_still_be_seen(
    citizen: Any, section: Any, mine: Any, url: Callable[..., str]
) -> None:
    transaction.begin()
    section._delObject("cni", suppress_events=True)
    from collective.rendezvous.booking.office import touch

    touch(section)
    transaction.commit()
    citizen.open(url())
    assert citizen.status == 200
    assert "Motif Carte d'identité" in citizen.text


@pytest.fixture
def pending(citizen: Any, section: Any, setup: Callable[..., None]) -> Any:
    """Somebody has just booked a type that asks for the e-mail to be confirmed."""
    setup(section["cni"], confirmation="email")
    citizen.book()
    transaction.begin()
    from collective.rendezvous.booking.office import ledger_of

    (appointment,) = ledger_of(section).between(0, 10**9)
    return appointment


def test_a_pending_appointment_asks_to_look_into_the_mails(citizen: Any, pending: Any) -> None:
    assert "Il reste à confirmer votre adresse" in citizen.text
    assert "Vous avez jusqu'à 10 h 12." in citizen.text
    assert pending.key not in citizen.contents + citizen.url


def test_the_key_of_the_mail_confirms_by_one_press(citizen: Any, pending: Any) -> None:
    citizen.open(manage_url(citizen.home, pending.reference, pending.key))
    assert state(pending) == "pending"
    citizen.open(manage_url(citizen.home, pending.reference, pending.key, "confirm"))
    assert state(pending) == "pending"
    citizen.getControl("Confirmer mon rendez-vous").click()
    assert state(pending) == "confirmed"
    assert "Votre rendez-vous est confirmé" in citizen.text


def test_a_pending_appointment_that_lapsed_cannot_be_confirmed(citizen: Any, pending: Any) -> None:
    citizen.open(manage_url(citizen.home, pending.reference, pending.key))
    citizen.hand.forward(minutes=31)
    citizen.getControl("Confirmer mon rendez-vous").click()
    assert "Mon rendez-vous Expiré" in citizen.text
