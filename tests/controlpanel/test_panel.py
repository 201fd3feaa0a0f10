"""The control panel « Rendez-vous »: who opens it, what it tells, what can be pressed."""

from collections.abc import Callable
from collective.rendezvous import clock
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.jobs import packing
from collective.rendezvous.jobs.run import run
from collective.rendezvous.scheduling.rules import Actor
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from html import unescape
from plone import api
from tests.town import agent
from tests.town import letters
from tests.town import PASSWORD
from tests.town import section as empty_section
from tests.town import town
from tests.town import user
from tests.town import wish
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import re
import requests
import transaction


NOW = datetime(2026, 11, 10, 9, 42, tzinfo=ZoneInfo("Europe/Paris"))
PANEL = "@@rendezvous-controlpanel"
OUTBOX = "@@rendezvous-outbox"


class Moment:
    def __init__(self) -> None:
        self.now = NOW


@pytest.fixture
def moment(monkeypatch: pytest.MonkeyPatch) -> Moment:
    found = Moment()
    monkeypatch.setattr(clock, "now", lambda: found.now)
    return found


@pytest.fixture
def section(functional: Any, manager: Any, moment: Moment) -> Any:
    made = town(manager)
    agent(made, "camille", role="administrator")
    user("chief", ("Site Administrator",))
    transaction.commit()
    return made


@pytest.fixture
def booked(section: Any) -> Any:
    desk = Desk(section, Actor("public"), NOW, transaction.commit)
    return desk.book(wish("2026-11-12T09:20:00+01:00"), language="fr").appointment


@pytest.fixture
def open_as(portal: Any, section: Any) -> Callable[..., requests.Response]:
    def open_as(who: str, path: str = PANEL, method: str = "GET", **data: str) -> requests.Response:
        with requests.Session() as session:
            session.trust_env = False
            session.auth = (who, PASSWORD) if who else None
            url = f"{portal.absolute_url()}/{path}"
            headers = {"Accept": "text/html"}
            if method == "POST" and who:
                page = session.get(f"{portal.absolute_url()}/{PANEL}", headers=headers, timeout=60).text
                token = re.search(r'name="_authenticator" value="([^"]+)"', page)
                data = {**data, "_authenticator": token[1] if token else ""}
            answer = session.request(
                method, url, data=data, headers=headers, allow_redirects=False, timeout=60
            )
            transaction.begin()
            return answer

    return open_as


def said(answer: requests.Response) -> str:
    text = re.sub(r"<[^>]+>", " ", re.sub(r"<(script|style)\b.*?</\1>", "", answer.text, flags=re.S))
    return " ".join(unescape(text).replace("\xa0", " ").replace("’", "'").split())


@pytest.mark.parametrize(("who", "may"), [("chief", True), ("camille", False), ("nadia", False), ("", False)])
def test_the_site_administrator_opens_it_and_nobody_of_the_section(
    open_as: Any, section: Any, booked: Any, who: str, may: bool
) -> None:
    answer = open_as(who)
    assert (answer.status_code == 200) == may
    assert ("Adresse publique du site" in said(answer)) == may
    outbox = ledger_of(section).outbox
    outbox.given_up.count = 1
    transaction.commit()
    open_as(who, OUTBOX, "POST", section=section.UID(), forget="1")
    assert (outbox.given_up.count == 0) == may


def test_it_is_in_the_site_setup(open_as: Any) -> None:
    assert PANEL in open_as("chief", "@@overview-controlpanel").text
    assert PANEL not in open_as("camille", "@@overview-controlpanel").text


def test_it_tells_of_each_section_what_it_lacks(portal: Any, open_as: Any) -> None:
    empty_section(portal, "annexe", state="preparation").title = "Annexe"
    transaction.commit()
    told = said(open_as("chief"))
    assert "En préparation" in told
    assert "Aucun type de rendez-vous" in told or "Ajouter" in told
    assert "Ouverte aux citoyens" in told


def test_it_tells_when_each_job_was_done_and_when_the_clock_has_stopped(
    portal: Any, open_as: Any, moment: Moment
) -> None:
    told = said(open_as("chief"))
    assert "L'horloge est arrêtée" in told
    assert "Pas encore" in told
    run(portal, NOW)
    moment.now = NOW + timedelta(minutes=10)
    told = said(open_as("chief"))
    assert "Envoyer les rappels mardi 10 novembre à 9 h 42" in told
    assert "L'horloge est arrêtée" not in told
    moment.now = NOW + timedelta(hours=2)
    assert "L'horloge est arrêtée" in said(open_as("chief"))
    api.portal.set_registry_record("collective.rendezvous.inner_clock", False)
    transaction.commit()
    assert "Rien n'a appelé run-rendezvous depuis une heure" in said(open_as("chief"))


def test_letters_that_are_stuck_are_told_and_tried_again_by_a_button(
    portal: Any, section: Any, booked: Any, open_as: Any, moment: Moment, mails: Any
) -> None:
    api.portal.set_registry_record("collective.rendezvous.public_url", portal.absolute_url())
    outbox = ledger_of(section).outbox
    (key,) = outbox.due(NOW, 1)
    outbox.failed(outbox.claim(key, NOW), NOW)
    transaction.commit()
    (found,) = outbox.parcels()
    outbox._move(found[0], int(NOW.timestamp()) + 3 * 60 * 60)
    transaction.commit()
    assert "bloqués" not in said(open_as("chief"))
    moment.now = NOW + timedelta(minutes=30)
    run(portal, moment.now)
    told = said(open_as("chief"))
    assert "Des courriels sont bloqués" in told
    assert re.search("en attente 1 ?, le plus ancien depuis le mardi 10 novembre à 9 h 42", told)
    assert not mails
    assert open_as("chief", OUTBOX, "POST", section=section.UID(), retry="1").status_code == 303
    assert len(letters(portal)) == 1


def test_what_was_given_up_is_named_by_its_reference_alone(
    section: Any, booked: Any, open_as: Any, moment: Moment
) -> None:
    outbox = ledger_of(section).outbox
    (key,) = outbox.due(NOW, 1)
    moment.now = NOW + timedelta(days=6)
    outbox.failed(outbox.claim(key, moment.now), moment.now)
    transaction.commit()
    answer = open_as("chief")
    assert f"@@appointment-for-staff/{booked.reference}" in answer.text
    assert "marie.durand" not in answer.text and "Durand" not in answer.text
    open_as("chief", OUTBOX, "POST", section=section.UID(), forget="1")
    assert booked.reference not in open_as("chief").text


def test_the_address_that_letters_name_is_told_and_can_be_written_down(
    portal: Any, section: Any, booked: Any, open_as: Any, mails: Any
) -> None:
    told = said(open_as("chief"))
    assert "Pas encore connue" in told
    assert "Des courriels attendent que l'adresse publique du site soit connue" in told
    saved = {
        "form.widgets.public_url": "https://www.valombre.example/",
        "form.widgets.inner_clock:list": "selected",
        "form.widgets.inner_clock-empty-marker": "1",
        "form.buttons.save": "Enregistrer",
    }
    assert open_as("chief", PANEL, "POST", **saved).status_code == 302
    answer = open_as("chief")
    assert "https://www.valombre.example/rendez-vous" in said(answer)
    assert "attendent que" not in said(answer)
    assert 'id="form-widgets-public_url"' in answer.text
    (message,) = letters(portal)
    text = message.get_body(["plain"]).get_content()
    assert f"https://www.valombre.example/rendez-vous/@@appointment/{booked.reference}?key=" in text
    assert portal.absolute_url() not in message.as_string()


def test_a_database_that_is_not_packed_is_told_and_one_that_is_packed_is_not(
    section: Any, open_as: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for days, late in ((30, False), (32, True)):
        since = (NOW - timedelta(days=days)).astimezone(UTC)
        monkeypatch.setattr(packing, "unpacked_since", lambda _portal, since=since: since)
        assert ("La base n'a pas été compactée depuis" in said(open_as("chief"))) == late


def test_an_address_that_is_none_is_refused(open_as: Any) -> None:
    saved = {"form.widgets.public_url": "mairie", "form.buttons.save": "Enregistrer"}
    answer = open_as("chief", PANEL, "POST", **saved)
    assert answer.status_code == 200
    assert api.portal.get_registry_record("collective.rendezvous.public_url") is None


@pytest.mark.parametrize("sent", [{}, {"section": "nobody", "retry": "1"}, {"section": "", "forget": "1"}])
def test_what_is_nowhere_changes_nothing(section: Any, open_as: Any, sent: dict[str, str]) -> None:
    outbox = ledger_of(section).outbox
    outbox.given_up.count = 1
    transaction.commit()
    assert open_as("chief", OUTBOX, "POST", **sent).status_code == 303
    assert outbox.given_up.count == 1


def test_only_a_form_of_ours_does_anything(open_as: Any, section: Any, booked: Any, portal: Any) -> None:
    outbox = ledger_of(section).outbox
    outbox.given_up.count = 3
    transaction.commit()
    assert open_as("chief", f"{OUTBOX}?section={section.UID()}&forget=1").status_code == 303
    with requests.Session() as session:
        session.trust_env = False
        session.auth = ("chief", PASSWORD)
        url = f"{portal.absolute_url()}/{OUTBOX}"
        answer = session.post(url, data={"section": section.UID(), "forget": "1"}, timeout=60)
    transaction.begin()
    assert answer.status_code == 403
    assert outbox.given_up.count == 3


def test_administrators_of_the_section_see_on_their_home_what_is_stuck(
    section: Any, booked: Any, open_as: Any, moment: Moment
) -> None:
    home = "rendez-vous/@@rendezvous-home"
    assert "Les courriels ne partent plus" not in said(open_as("camille", home))
    moment.now = NOW + timedelta(minutes=20)
    told = said(open_as("camille", home))
    assert "Les courriels ne partent plus depuis le mardi 10 novembre à 9 h 42 (1 en attente)" in told
    assert "Les courriels ne partent plus" not in said(open_as("nadia", home))
