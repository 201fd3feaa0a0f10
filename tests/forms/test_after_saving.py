"""What a form says once it has saved, and where it leads."""

from collective.rendezvous.browser.setup.recap import entries
from collective.rendezvous.browser.setup.recap import first_words
from collective.rendezvous.browser.words import Words
from datetime import date
from datetime import datetime
from plone.app.textfield.value import RichTextValue
from tests.browser.staff.conftest import said
from tests.town import change
from tests.town import create
from tests.town import hours
from typing import Any

import transaction


def save(browser: Any) -> None:
    browser.getControl(name="form.buttons.save").click()


def message(browser: Any) -> str:
    contents = browser.contents
    start = contents.index('class="portalMessage')
    return contents[start : contents.index("</div>", start)].replace("\xa0", " ")


def test_a_type_is_told_field_by_field_and_stands_in_the_list(section: Any, as_person: Any) -> None:
    browser = as_person("camille")
    browser.open(section.absolute_url() + "/@@rendezvous-types")
    browser.getLink("Ajouter un type de rendez-vous").click()
    browser.getControl(name="form.widgets.title").value = "Pacs : enregistrer la convention"
    browser.getControl(name="form.widgets.description").value = "un deux trois quatre cinq six sept huit neuf"
    browser.getControl(name="form.widgets.duration").value = "40"
    save(browser)
    assert browser.url == section.absolute_url() + "/@@rendezvous-types"
    told = message(browser)
    assert "Les informations ont été enregistrées : Titre : Pacs : enregistrer la convention." in told
    assert "Description : un deux trois quatre cinq six sept huit…." in told
    assert "Durée" in told and "40" in told
    assert "neuf" not in told
    browser.getLink(url="/pacs-enregistrer-la-convention/edit").click()
    browser.getControl(name="form.widgets.duration").value = "45"
    save(browser)
    assert "45" in message(browser)


def test_a_counter_an_agent_and_hours_lead_to_where_they_stand(section: Any, as_person: Any) -> None:
    browser, url = as_person("camille"), section.absolute_url()
    browser.open(url + "/guichet-standard/edit")
    save(browser)
    assert browser.url == url + "/@@rendezvous-counters"
    assert "Carte d'identité, Logement" in message(browser)
    browser.open(url + "/nadia/edit")
    save(browser)
    assert browser.url == url + "/@@rendezvous-agents"
    assert "Réceptionniste" in message(browser)
    browser.open(section["nadia"].objectValues()[0].absolute_url() + "/edit")
    save(browser)
    assert browser.url == url + "/nadia?review=hours"
    assert "lundi, mardi, mercredi, jeudi, vendredi" in message(browser).lower()
    assert "9 h 00" in message(browser)
    browser.open(url + "/edit")
    save(browser)
    assert browser.url == url + "/@@rendezvous-home"


def test_a_recap_of_everything_stays_short_enough_for_its_cookie(section: Any, as_person: Any) -> None:
    change(section, **{f"mail_{kind}_body": "bonjour " * 500 for kind in ("confirmed", "changed", "links")})
    change(section, contact_phone="0" * 50, consent_label="long " * 190)
    transaction.commit()
    browser = as_person("camille")
    browser.open(section.absolute_url() + "/edit")
    save(browser)
    assert "Les informations ont été enregistrées" in message(browser)
    assert "…" in message(browser)


def test_each_kind_of_value_is_told_in_words(section: Any) -> None:
    words = Words("fr")
    change(
        section["cni"],
        rgpd_text=RichTextValue("<p>La mairie <b>garde</b> ceci.</p>", "text/html", "text/x-html-safe"),
        documents=[{"document": "Pièce", "note": ""}, {"document": "Photo", "note": ""}],
    )
    told = dict(entries(section["cni"], words))
    assert "La mairie garde ceci." in told.values()
    assert told["Documents à apporter"] == "2"
    change(section, notify_agents=True, holidays_worked=[date(2026, 11, 11)])
    told = dict(entries(section, words))
    assert {"oui", "11 novembre 2026", "France"} <= set(told.values())
    some = hours(section["nadia"], section["cni"], start="14:00", end="24:00", days=[5])
    assert {"samedi", "minuit", "Carte d'identité"} <= set(dict(entries(some, words)).values())


def test_long_texts_are_told_by_their_first_words() -> None:
    assert first_words("un  deux\ntrois") == "un deux trois"
    assert first_words("x" * 500) == "x" * 80 + "…"


def test_what_is_wrong_is_listed_first_and_nothing_is_lost(section: Any, as_person: Any) -> None:
    browser = as_person("camille")
    browser.open(section.absolute_url() + "/++add++Counter")
    browser.getControl(name="form.widgets.title").value = "Annexe"
    browser.getControl(name="form.widgets.capacity").value = "beaucoup"
    save(browser)
    assert "Rien n'est encore enregistré" in browser.contents
    assert 'href="#form-widgets-capacity"' in browser.contents
    assert "<title>Erreur" in browser.contents
    assert browser.getControl(name="form.widgets.title").value == "Annexe"
    assert browser.getControl(name="form.widgets.capacity").value == "beaucoup"


def test_leaving_and_deleting_are_links(section: Any, as_person: Any) -> None:
    browser, url = as_person("camille"), section.absolute_url()
    browser.open(url + "/cni/edit")
    assert browser.getLink("Annuler la saisie").url == url + "/@@rendezvous-types"
    assert browser.getLink("Supprimer").url.startswith(url + "/cni/delete_confirmation")
    browser.open(url + "/++add++AppointmentType")
    assert "delete_confirmation" not in browser.contents.partition('<form class="rdv-form"')[2]


def test_an_absence_over_appointments_names_them_and_keeps_them(
    section: Any, as_person: Any, book: Any, desk: Any
) -> None:
    made = book("10:00", day="2026-11-12", last_name="Garnier")
    [who] = [name for name in ("nadia", "camille") if section[name].UID() == made.agent_uid]
    browser = as_person(who)
    browser.open(f"{section.absolute_url()}/{who}/++add++Unavailability")
    browser.getControl(name="form.widgets.start").value = "2026-11-12T09:00"
    browser.getControl(name="form.widgets.end").value = "2026-11-12T12:00"
    save(browser)
    assert browser.url.startswith(f"{section.absolute_url()}/{who}?review=")
    assert "1 rendez-vous est pris sur cette période" in browser.contents
    link = browser.getLink(url="appointment-for-staff")
    assert made.reference in link.url
    assert "Garnier" in browser.contents
    transaction.begin()
    assert desk.read(made.reference).state == "confirmed"


def test_an_absence_beside_appointments_names_none(section: Any, as_person: Any, book: Any) -> None:
    book("10:00", day="2026-11-12")
    browser = as_person("camille")
    browser.open(section.absolute_url() + "/guichet-standard/++add++Unavailability")
    browser.getControl(name="form.widgets.start").value = "2026-11-12T10:20"
    browser.getControl(name="form.widgets.end").value = "2026-11-12T12:00"
    save(browser)
    assert browser.url.startswith(section.absolute_url() + "/guichet-standard?review=")
    assert "est pris sur cette période" not in browser.contents


def test_all_absences_stand_in_one_list(section: Any, as_person: Any, page: Any, book: Any) -> None:
    book("10:00", day="2026-11-12")
    for name in ("nadia", "camille"):
        create(section[name], "Unavailability", start=datetime(2026, 11, 12), end=datetime(2026, 11, 13))
    create(section["nadia"], "Unavailability", start=datetime(2026, 1, 1), end=datetime(2026, 1, 2))
    transaction.commit()
    told = said(page("camille", "@@rendezvous-unavailabilities"))
    assert "Période d'indisponibilités des guichets Aucune à venir." in told
    assert "Nadia Jeudi 12 novembre 2026" in told
    assert told.count("1 rendez-vous à venir Modifier") == 1
    assert "1er janvier" not in told.lower()
    assert "1er janvier" in said(page("camille", "@@rendezvous-unavailabilities?past=1")).lower()
    browser, url = as_person("camille"), section.absolute_url()
    browser.open(url + "/@@rendezvous-unavailabilities?whose=guichet-standard")
    assert browser.url == url + "/guichet-standard/++add++Unavailability?back=unavailabilities"
    browser.getControl(name="form.widgets.start").value = "2026-12-24T14:00"
    browser.getControl(name="form.widgets.end").value = "2026-12-24T18:00"
    save(browser)
    assert browser.url.startswith(url + "/@@rendezvous-unavailabilities?review=")
    assert "24 décembre 2026" in browser.contents
    browser.getLink(url="edit?back=unavailabilities").click()
    browser.getLink(url="delete_confirmation?back").click()
    browser.getControl(name="delete").click()
    assert browser.url == url + "/@@rendezvous-unavailabilities"
    assert "est supprimé" in browser.contents
