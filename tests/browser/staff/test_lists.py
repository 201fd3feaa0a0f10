from datetime import date
from datetime import datetime
from plone import api
from tests.browser.staff.conftest import said
from tests.town import change
from tests.town import create
from tests.town import hours
from tests.town import section as make_section
from typing import Any

import re
import transaction


def test_types_tell_where_by_how_many_and_when(section: Any, page: Any) -> None:
    create(section, "AppointmentType", "pacs", title="Pacs", duration=40, audience="staff")
    transaction.commit()
    told = said(page("camille", "@@rendezvous-types"))
    assert "Carte d'identité 20\xa0min Citoyens Guichet standard 2 10 novembre Actif Modifier" in told
    assert "Pacs 40\xa0min Agents seulement Aucun 0 Non proposé Actif Modifier" in told
    assert "/++add++AppointmentType" in page("camille", "@@rendezvous-types").text
    assert "/rendez-vous/cni/edit" in page("camille", "@@rendezvous-types").text


def test_a_type_without_a_free_date_says_until_when(section: Any, page: Any) -> None:
    change(section["logement"], horizon_days=1)
    create(section["nadia"], "Unavailability", start=datetime(2026, 11, 10), end=datetime(2026, 11, 20))
    transaction.commit()
    assert "Aucune avant le 11 novembre" in said(page("camille", "@@rendezvous-types"))
    assert "1 n'a plus de date libre." in said(page("camille", "@@rendezvous-home"))


def test_counters_tell_capacity_types_and_whether_they_receive_today(section: Any, page: Any) -> None:
    create(section, "Counter", "annexe", title="Annexe", capacity=2, address="3 rue des Tilleuls")
    create(section["annexe"], "Unavailability", start=datetime(2026, 11, 10, 14), end=datetime(2026, 11, 11))
    transaction.commit()
    told = said(page("camille", "@@rendezvous-counters"))
    assert "Guichet standard 1 Carte d'identité, Logement Disponible Actif" in told
    assert "Annexe 3 rue des Tilleuls 2 Aucun Indisponible, tout ou partie Actif" in told


def test_an_administrator_sees_all_agents_and_a_receptionist_lands_on_their_own(
    section: Any, page: Any, book: Any
) -> None:
    book()
    told = said(page("camille", "@@rendezvous-agents"))
    assert "Nadia Réceptionniste nadia@example.org 15\xa0h\xa000 Reçoit" in told
    assert "Camille Administrateur camille@example.org" in told
    answer = page("nadia", "@@rendezvous-agents")
    assert answer.headers["Location"] == section["nadia"].absolute_url()


def test_an_agent_shows_hours_and_absences(section: Any, page: Any) -> None:
    nadia = section["nadia"]
    hours(
        nadia,
        section["cni"],
        days=[5],
        start="13:30",
        end="24:00",
        weeks="even",
        valid_until=date(2026, 12, 19),
        audience="staff",
    )
    create(nadia, "Unavailability", start=datetime(2026, 12, 21), end=datetime(2027, 1, 4), reason="Congés")
    create(nadia, "Unavailability", start=datetime(2026, 11, 13, 13, 30), end=datetime(2026, 11, 13, 17))
    create(nadia, "Unavailability", start=datetime(2026, 11, 2), end=datetime(2026, 11, 3), reason="Passée")
    transaction.commit()
    told = said(page("camille", "nadia"))
    assert "Lundi au vendredi 9\xa0h\xa000 à 12\xa0h\xa000" in told
    assert "Samedi 13\xa0h\xa030 à minuit" in told
    assert "Réservé par les agents seulement" in told
    assert "Semaines paires, jusqu'au 19 décembre 2026" in told
    assert "Lundi 21 décembre 2026 au dimanche 3 janvier 2027 Congés" in told
    assert "Vendredi 13 novembre 2026, 13\xa0h\xa030 à 17\xa0h\xa000" in told
    assert "Passée" not in told


def test_one_changes_ones_own_hours_and_only_reads_those_of_others(section: Any, page: Any) -> None:
    own, other = page("nadia", "nadia").text, page("nadia", "camille").text
    for address in ("++add++Availability", "++add++Unavailability"):
        assert f"/nadia/{address}" in own
        assert address not in other
    for text in (own, other):
        assert "/edit" not in re.sub(r"/nadia/[^/\"]+/edit", "", text)
    assert re.search(r"/nadia/[^/\"]+/edit", own)


def test_hours_and_absences_lead_to_whose_they_are(section: Any, page: Any) -> None:
    away = create(
        section["guichet-standard"],
        "Unavailability",
        start=datetime(2026, 12, 1),
        end=datetime(2026, 12, 2),
    )
    transaction.commit()
    one = section["nadia"].objectIds()[0]
    assert page("nadia", f"nadia/{one}").headers["Location"] == section["nadia"].absolute_url()
    answer = page("nadia", f"guichet-standard/{away.getId()}")
    assert answer.headers["Location"] == section["guichet-standard"].absolute_url()


def test_a_counter_shows_its_address_and_what_it_receives(section: Any, page: Any) -> None:
    change(section["guichet-standard"], address="Mairie annexe, 3 rue des Tilleuls", access="Rampe")
    transaction.commit()
    told = said(page("nadia", "guichet-standard"))
    assert "Adresse Mairie annexe 3 rue des Tilleuls Accès Rampe" in told
    assert "Types reçus Carte d'identité Logement" in told


def test_what_is_inactive_is_told_and_counts_for_nothing(section: Any, page: Any) -> None:
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(section["camille"], "deactivate")
        api.content.transition(section["logement"], "deactivate")
        create(section, "Agent", "chef", title="Chef", userid="passerby", role="administrator")
    transaction.commit()
    assert "Logement 30\xa0min Citoyens Guichet standard 1 Non proposé Inactif" in said(
        page("passerby", "@@rendezvous-types")
    )
    assert "Inactif" in said(page("passerby", "camille"))
    assert "2 types, dont 1 actif." in said(page("passerby", "@@rendezvous-home"))


def test_an_empty_section_says_so_in_its_lists(portal: Any, section: Any, page: Any) -> None:
    empty = make_section(portal, "autre")
    create(empty, "Agent", "camille", title="Camille", userid="camille", role="administrator")
    api.content.delete(empty["guichet-standard"])
    transaction.commit()
    for name, told in (("types", "Aucun type"), ("counters", "Aucun guichet")):
        answer = page("camille", f"{empty.absolute_url()}/@@rendezvous-{name}")
        assert f"{told} pour l'instant." in said(answer)
        assert "<table" not in answer.text
