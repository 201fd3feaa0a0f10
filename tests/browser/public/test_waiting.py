"""The waiting list in the citizen's browser."""

from collections.abc import Callable
from collective.rendezvous.jobs.all import OFFERS
from collective.rendezvous.jobs.run import run
from plone import api
from tests.browser.public.conftest import Citizen
from tests.browser.public.conftest import Hand
from tests.town import change
from tests.town import create
from tests.town import letters
from tests.town import wish
from typing import Any

import pytest
import re
import transaction


DAY = "2026-11-12"
STARTS = [f"{hour:02}:{minute:02}" for hour in (9, 10, 11) for minute in (0, 20, 40)]


@pytest.fixture
def full(section: Any, setup: Any, book: Callable[..., Any]) -> dict[str, Any]:
    """Only Thursday can be booked, and it is."""
    hours = section["nadia"].objectValues()[0]
    setup(hours, days=[3])
    setup(section, max_upcoming_per_email=0)
    setup(section["cni"], horizon_days=5)
    return {start: book(f"{DAY}T{start}:00+01:00") for start in STARTS}


@pytest.fixture
def mail(portal: Any, mails: Any) -> Callable[[str], str]:
    """What the clock sends to an address now, as text."""

    def mail(email: str) -> str:
        found = [each for each in letters(portal) if each["To"] == email]
        return found[-1].get_body(("plain",)).get_content() if found else ""

    return mail


def link(text: str, page: str) -> str:
    found = re.search(rf"http\S+/@@waiting-list/{page}\?key=\S+", text)
    assert found, text
    return found[0]


def pressing(citizen: Citizen, hand: Hand, **values: Any) -> None:
    """Fill in the form of the waiting list and send it."""
    for name, value in {"email": "ines@example.org", "consent": ["1"], **values}.items():
        citizen.getControl(name=name).value = value
    hand.forward(seconds=30)
    citizen.press("join")


@pytest.fixture
def waiting(citizen: Citizen, full: Any, hand: Hand, mail: Any) -> str:
    """Ines waits; the link of her page."""
    citizen.go("/cni")
    pressing(citizen, hand)
    citizen.open(link(mail("ines@example.org"), "confirm"))
    citizen.press("confirm")
    return str(citizen.url)


@pytest.fixture
def offered(waiting: str, desk: Any, full: Any, hand: Hand, portal: Any, mail: Any) -> str:
    """Somebody cancels; the link of the mail that Ines gets."""
    transaction.begin()
    desk.cancel(full["10:00"].reference, full["10:00"].key)
    assert run(portal, hand.now, [OFFERS]) == {"offers": 1}
    return link(mail("ines@example.org"), "offer")


def private(citizen: Citizen) -> bool:
    kept, told, robots = (
        citizen.headers[name] for name in ("Cache-Control", "Referrer-Policy", "X-Robots-Tag")
    )
    return (kept, told, robots) == ("no-store", "no-referrer", "noindex, nofollow")


def test_where_nothing_is_free_one_asks_to_be_told(citizen, full, hand, mail) -> None:
    citizen.go("/cni")
    assert "Aucune date libre pour l'instant" in citizen.text
    assert citizen.getControl(name="from").value == "2026-11-10"
    assert citizen.getControl(name="to").value == "2026-11-15"
    pressing(citizen, hand)
    assert citizen.url.endswith("/cni/@@waiting-list?sent=1")
    assert "Regardez vos courriels" in citizen.text
    assert "ines" not in citizen.url
    assert private(citizen)
    citizen.open(link(mail("ines@example.org"), "confirm"))
    assert private(citizen)
    assert "Carte d'identité" in citizen.text
    assert "ines@example.org" in citizen.text
    citizen.press("confirm")
    assert "Vous êtes sur la liste d'attente" in citizen.text
    assert private(citizen)


def test_a_link_that_is_only_opened_confirms_nothing(citizen, full, hand, mail, desk) -> None:
    citizen.go("/cni")
    pressing(citizen, hand)
    citizen.open(link(mail("ines@example.org"), "confirm"))
    transaction.begin()
    assert desk.waiting.counts() == {}


def test_a_week_where_nothing_suits_leads_there_too(citizen, section, hand, mail) -> None:
    citizen.go("/cni?from=2026-11-16")
    citizen.getLink("Être prévenu quand une heure se libère").click()
    assert citizen.getControl(name="from").value == "2026-11-16"
    pressing(citizen, hand, to="2026-11-20")
    assert "Regardez vos courriels" in citizen.text
    assert "du lundi 16 novembre au vendredi 20 novembre 2026" in mail("ines@example.org")


def test_errors_stand_beside_their_fields_and_nothing_typed_is_lost(citizen, full, hand) -> None:
    citizen.go("/cni/@@waiting-list")
    pressing(citizen, hand, email="ines@", to="2026-11-09", consent=[])
    assert citizen.status == 400
    assert citizen.title.startswith("Erreur")
    text = citizen.text
    assert "Il reste 3 points à corriger" in text
    assert "Ce jour est passé : choisissez un jour à venir." in text.replace("\xa0", " ")
    assert citizen.getControl(name="email").value == "ines@"
    assert citizen.getControl(name="to").value == "2026-11-09"
    for target in ("email", "to", "consent"):
        assert f'href="#{target}"' in citizen.contents
        assert f'id="{target}-error"' in citizen.contents
    pressing(citizen, hand, to="2026-11-12")
    assert "Regardez vos courriels" in citizen.text


def test_days_in_the_wrong_order_are_told(citizen, full, hand) -> None:
    citizen.go("/cni/@@waiting-list")
    pressing(citizen, hand, **{"from": "2026-11-13", "to": "2026-11-12"})
    assert "Le dernier jour est avant le premier" in citizen.text
    pressing(citizen, hand, **{"from": "", "to": "demain"})
    assert "Il reste 2 points à corriger" in citizen.text


def test_a_robot_is_asked_to_press_again(citizen, full, hand, mail) -> None:
    citizen.go("/cni/@@waiting-list")
    citizen.getControl(name="email").value = "ines@example.org"
    citizen.getControl(name="consent").value = ["1"]
    citizen.press("join")
    assert citizen.status == 400
    assert mail("ines@example.org") == ""
    pressing(citizen, hand)
    assert "Regardez vos courriels" in citizen.text


def test_one_client_cannot_have_the_town_write_to_everybody(citizen, full, hand) -> None:
    for number in range(5):
        citizen.go("/cni/@@waiting-list")
        hand.forward(seconds=-30)
        pressing(citizen, hand, email=f"v{number}@example.org")
    citizen.go("/cni/@@waiting-list")
    hand.forward(seconds=-30)
    pressing(citizen, hand, email="w@example.org")
    assert citizen.status in (400, 429)


def test_the_place_and_the_number_of_people_can_be_chosen(citizen, section, setup, hand, mail, desk) -> None:
    setup(section["cni"], max_people=3)
    transaction.begin()
    create(
        section,
        "Counter",
        "annexe",
        title="Annexe",
        address="Mairie annexe\n2 rue du Port",
        capacity=1,
        types=[section["cni"].UID()],
    )
    change(section["guichet-standard"], address="Hôtel de ville\n1 place")
    transaction.commit()
    citizen.go("/cni/@@waiting-list?place=annexe")
    assert citizen.getControl(name="place").value == ["annexe"]
    pressing(citizen, hand, people=["2"])
    citizen.open(link(mail("ines@example.org"), "confirm"))
    assert "Mairie annexe" in citizen.text
    citizen.press("confirm")
    transaction.begin()
    [waiter] = desk.waiting.everybody()
    assert (waiter.people, waiter.counters) == (2, (section["annexe"].UID(),))


def test_one_leaves_by_the_link_and_is_forgotten(citizen, waiting, desk) -> None:
    citizen.getLink("Quitter la liste d'attente").click()
    assert private(citizen)
    assert "ines@example.org" in citizen.text
    citizen.press("leave")
    assert (
        "Vous n'êtes plus sur la liste d'attente" in citizen.contents
        or "plus sur la liste" in citizen.contents
    )
    transaction.begin()
    assert not desk.ledger.waiting
    citizen.open(waiting)
    assert citizen.status == 404
    assert "Ce lien ne sert plus" in citizen.text


def test_opening_the_link_to_leave_leaves_nobody(citizen, waiting, desk) -> None:
    citizen.open(waiting.replace("@@waiting-list", "@@waiting-list/leave"))
    transaction.begin()
    assert len(desk.waiting.everybody()) == 1


def test_an_offer_is_booked_in_one_form(citizen, offered, desk, full) -> None:
    citizen.open(offered)
    assert private(citizen)
    assert "jeudi 12 novembre à 10 h 00" in citizen.text.replace("\xa0", " ")
    assert "gardé" in citizen.text
    assert citizen.getControl(name="email").value == "ines@example.org"
    citizen.fill()
    citizen.press("book")
    assert "Votre rendez-vous est confirmé" in citizen.text
    transaction.begin()
    assert desk.waiting.everybody() == []


def test_what_is_wrong_in_that_form_costs_nothing(citizen, offered, desk) -> None:
    citizen.open(offered)
    citizen.fill(first_name="")
    citizen.press("book")
    assert "Il reste 1 point à corriger" in citizen.text
    citizen.fill(first_name="Inès")
    citizen.press("book")
    assert "Votre rendez-vous est confirmé" in citizen.text


def test_an_offer_is_declined_and_one_waits_on(citizen, offered, desk) -> None:
    citizen.open(offered)
    citizen.press("decline")
    assert "Vous êtes sur la liste d'attente" in citizen.text
    citizen.open(offered)
    assert "Cette heure ne vous est plus réservée" in citizen.text
    transaction.begin()
    [waiter] = desk.waiting.everybody()
    assert waiter.state == "waiting"


def test_an_offer_that_has_lapsed_says_so(citizen, offered, hand) -> None:
    hand.forward(hours=3)
    citizen.open(offered)
    assert citizen.status == 200
    assert "Cette heure ne vous est plus réservée" in citizen.text


def test_a_form_that_took_too_long_keeps_what_was_typed(citizen, offered, hand, desk, section) -> None:
    citizen.open(offered)
    citizen.fill()
    hand.forward(hours=3)
    transaction.begin()
    desk.now = hand.now
    desk.book(wish(f"{DAY}T10:00:00+01:00"))
    citizen.press("book")
    assert citizen.status == 409
    assert "Garnier" in citizen.contents


def test_the_page_of_an_entry_leads_to_its_offer(citizen, waiting, offered) -> None:
    citizen.open(waiting)
    citizen.getLink("Voir et réserver").click()
    assert "Vos coordonnées" in citizen.text


def test_wrong_keys_and_addresses_are_not_found(citizen, full, waiting) -> None:
    for path in ("", "/confirm", "/leave", "/offer"):
        for key in ("", "?key=x", "?key=", "?key=a&key=b", "?key=%FF"):
            citizen.go(f"/@@waiting-list{path}{key}")
            assert citizen.status == 404, (path, key)
            assert private(citizen)
    for path in ("/@@waiting-list/nothing", "/@@waiting-list/confirm/x"):
        assert citizen.go(path).status == 404


def test_a_section_that_is_closed_says_so_in_place_of_the_form(citizen, section) -> None:
    transaction.begin()
    api.content.transition(section, "suspend")
    transaction.commit()
    citizen.go("/cni/@@waiting-list")
    assert 'name="join"' not in citizen.contents


def test_a_type_of_staff_has_no_waiting_list(citizen, section, setup) -> None:
    setup(section["cni"], audience="staff")
    assert citizen.go("/cni/@@waiting-list").status == 404
