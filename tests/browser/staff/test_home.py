from datetime import date
from plone import api
from plone.app.textfield.value import RichTextValue
from tests.browser.staff.conftest import said
from tests.town import agent
from tests.town import change
from tests.town import create
from tests.town import section as make_section
from typing import Any

import re
import transaction


HOME = "@@rendezvous-home"


def test_a_receptionist_sees_two_menus_and_an_administrator_four(page: Any) -> None:
    both = ["Gérer les rendez-vous prévus", "Gérer les agents"]
    others = ["Gérer les types de rendez-vous", "Gérer les guichets", "Mise en service"]
    nadia, camille = page("nadia", HOME).text, page("camille", HOME).text
    assert all(menu in nadia and menu in camille for menu in both)
    assert all(menu in camille and menu not in nadia for menu in others)


def test_the_menu_of_the_section_shows_what_one_may_follow(page: Any) -> None:
    def tabs(who: str) -> list[str]:
        return re.findall(r'class="nav-link[^>]*@@([\w-]+)"[^>]*>', page(who, HOME).text) or re.findall(
            r'href="[^"]*/@@(rendezvous-[\w-]+)"\s*(?:aria-current="page")?\s*>', page(who, HOME).text
        )

    nadia = set(tabs("nadia"))
    assert {"rendezvous-home", "rendezvous-planning", "rendezvous-agents"} <= nadia
    assert not {"rendezvous-types", "rendezvous-counters"} & nadia
    assert {"rendezvous-types", "rendezvous-counters"} <= set(tabs("camille"))


def test_the_figures_are_those_of_today(page: Any, book: Any, desk: Any) -> None:
    book("9:40", last_name="Delmas")
    desk.transition(book("9:00", last_name="Fontaine").reference, "honour")
    desk.transition(book("10:00", last_name="Haddad").reference, "cancel")
    book("11:00", last_name="Roux")
    book(day="2026-11-12")
    told = said(page("camille", HOME))
    assert "3 rendez-vous\xa0: 1 reçu, 2 à venir. 1 annulé." in told
    assert "3 rendez-vous aujourd'hui. Prochain\xa0: 11\xa0h\xa000, Marie Roux." in told


def test_the_next_visitors_stand_in_order_with_the_last_that_were_settled(
    page: Any, book: Any, desk: Any
) -> None:
    for hour, name in (("9:00", "Premier"), ("9:20", "Second"), ("9:40", "Tiers"), ("10:20", "Quart")):
        book(hour, last_name=name)
    text = page("nadia", HOME).text
    assert re.findall(r">Marie (\w+)</a>", text) == ["Premier", "Second", "Tiers", "Quart"]


def test_the_check_list_tells_what_is_missing_and_where(section: Any, page: Any) -> None:
    agent(section, "elise")
    create(section, "AppointmentType", "pacs", title="Pacs", duration=40)
    create(section, "Counter", "annexe", title="Annexe", capacity=1)
    transaction.commit()
    text = page("camille", HOME).text
    for told in (
        "Elise n'a aucune disponibilité",
        "«\xa0Pacs\xa0» n'est reçu à aucun guichet",
        "Aucun agent ne reçoit pour «\xa0Pacs\xa0»",
        "«\xa0Pacs\xa0» n'a pas de texte RGPD",
        "«\xa0Annexe\xa0» ne reçoit aucun type",
        "Rubrique ouverte aux citoyens",
    ):
        assert told in text, told
    for link in ("/elise/++add++Availability", "/pacs/edit", "/annexe/edit"):
        assert link in text, link


def test_the_section_s_text_on_personal_data_is_enough_for_its_types(section: Any, page: Any) -> None:
    create(section, "AppointmentType", "pacs", title="Pacs", duration=40)
    section.privacy_text = RichTextValue("<p>Douze mois.</p>", "text/html", "text/x-html-safe")
    transaction.commit()
    text = page("camille", HOME).text
    assert "Aucun agent ne reçoit pour «\xa0Pacs\xa0»" in text
    assert "n'a pas de texte RGPD" not in text


def test_an_empty_section_says_what_to_add_first(portal: Any, section: Any, page: Any) -> None:
    empty = make_section(portal, "autre", state="preparation", holidays_country="")
    create(empty, "Agent", "camille", title="Camille", userid="camille", role="administrator")
    transaction.commit()
    text = page("camille", f"{empty.absolute_url()}/{HOME}").text
    for told in ("Aucun type de rendez-vous", "ne reçoit aucun type", "Aucun jour férié", "en préparation"):
        assert told in text, told
    assert "Aucun rendez-vous aujourd'hui." in text


def test_an_administrator_opens_the_section_from_there(portal: Any, page: Any, token: Any) -> None:
    section = portal["rendez-vous"]
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(section, "suspend")
    transaction.commit()
    assert "Rubrique suspendue" in page("camille", HOME).text
    assert page("camille", "@@rendezvous-open").status_code == 303
    transaction.begin()
    assert api.content.get_state(section) == "suspended"
    assert page("camille", "@@rendezvous-open", "POST").status_code == 403
    answer = page("camille", "@@rendezvous-open", "POST", data={"_authenticator": token("camille")})
    assert answer.status_code == 303
    transaction.begin()
    assert api.content.get_state(section) == "open"


def test_a_closed_day_says_so(section: Any, page: Any) -> None:
    day = date(2026, 11, 10)
    closed = {"first_day": day, "last_day": day, "start": "", "end": "", "reason": "Séminaire"}
    change(section, closures=[closed])
    transaction.commit()
    text = page("nadia", HOME).text
    assert "Fermé\xa0: Séminaire" in text
    assert "Personne aujourd'hui." in text


def test_staff_can_look_at_the_page_of_the_citizens(page: Any) -> None:
    assert "/@@citizens" in page("nadia", HOME).text
    assert "Carte d'identité" in page("nadia", "@@citizens").text
