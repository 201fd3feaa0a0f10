"""« Vos données »: what citizens are told, and how they have an appointment erased."""

from datetime import datetime
from plone import api
from plone.app.textfield import RichTextValue
from tests.browser.public.conftest import TUESDAY
from urllib.parse import parse_qs
from urllib.parse import urlencode
from urllib.parse import urlparse

import pytest
import transaction


def test_the_page_tells_what_is_kept_why_and_how_long(citizen, section):
    citizen.go("/@@your-data")
    assert citizen.status == 200
    assert "Ce que nous gardons" in citizen.text
    assert "1 an après sa fin" in citizen.text
    assert "mairie@example.org" in citizen.text and "02 61 91 00 10" in citizen.text
    assert "Vos réponses aux questions" not in citizen.text
    assert "Error" not in citizen.text and "${" not in citizen.contents


@pytest.mark.parametrize(
    "months, told", [(1, "1 mois"), (3, "3 mois"), (12, "1 an"), (18, "18 mois"), (36, "3 ans")]
)
def test_how_long_is_what_is_set_up(citizen, section, setup, months, told):
    setup(section, retention_months=months)
    assert f"Votre rendez-vous : {told} après sa fin" in citizen.go("/@@your-data").text


def test_the_town_s_own_words_come_first_and_are_safe(citizen, section, setup):
    text = '<p>Notre déléguée : <a href="mailto:dpo@example.org">écrivez-lui</a></p><script>x()</script>'
    setup(section, privacy_text=RichTextValue(text, "text/html", "text/x-html-safe"))
    citizen.go("/@@your-data")
    assert citizen.text.index("Notre déléguée") < citizen.text.index("Ce que nous gardons")
    assert "x()" not in citizen.contents


def test_questions_are_told_of_where_there_are_any(citizen, section, setup):
    question = {"label": "Chien ?", "kind": "yesno", "required": False, "choices": ""}
    setup(section["cni"], questions=[question])
    assert "Vos réponses aux questions" in citizen.go("/@@your-data").text


def test_it_is_told_without_a_contact_too(citizen, section, setup):
    setup(section, contact_phone="", contact_email="")
    assert "Demander à la mairie tout ce qu'elle garde" in citizen.go("/@@your-data").text


@pytest.mark.parametrize("state", ["open", "suspended"])
def test_it_is_one_press_away_from_the_section(citizen, section, state):
    if state == "suspended":
        api.content.transition(section, "suspend")
        transaction.commit()
    citizen.go().getLink("Que deviennent vos données").click()
    assert citizen.url.endswith("/@@your-data") and "Ce que nous gardons" in citizen.text


def test_it_is_one_press_away_from_the_form(citizen):
    citizen.choose()
    link = citizen.getLink("Que deviennent vos données")
    assert link.attrs["target"] == "_blank"
    assert "nouvel onglet" in link.text


def parameters(url):
    return {name: values[0] for name, values in parse_qs(urlparse(url).query).items()}


def test_a_past_appointment_is_erased_by_its_citizen_and_the_link_then_opens_nothing(citizen, section, desk):
    citizen.book()
    mine = citizen.url.replace("&booked=1", "").replace("booked=1&", "")
    reference, key = urlparse(mine).path.rpartition("/")[2], parameters(mine)["key"]
    citizen.open(mine)
    assert "Effacer mes données" not in citizen.text
    assert citizen.go(f"/@@appointment/{reference}/erase?key={key}").url.startswith(mine.partition("?")[0])
    citizen.hand.now = datetime(2026, 12, 1, 9, tzinfo=TUESDAY.tzinfo)
    citizen.open(mine)
    citizen.getLink("Effacer mes données").click()
    assert "On ne peut pas revenir en arrière" in citizen.text and "Garnier" in citizen.text
    assert citizen.headers["Cache-Control"] == "no-store"
    transaction.begin()
    assert desk.ledger.get(reference).last_name == "Garnier"
    citizen.press("erase")
    assert citizen.url.endswith("/@@your-data")
    assert "sont effacées" in citizen.contents
    transaction.begin()
    erased = desk.ledger.get(reference)
    assert erased.erased and not erased.last_name and not erased.key
    for page in ("", "/erase", "/cancel"):
        assert citizen.go(f"/@@appointment/{reference}{page}?key={key}").status == 404


def press_erase(citizen, reference, key):
    """Send the form past the page."""
    url = f"{citizen.home}/@@appointment/{reference}/erase"
    citizen.post(url, urlencode({"key": key, "erase": "1"}))


def test_a_cancelled_one_is_erased_at_once_and_one_to_come_is_not(citizen, desk, book):
    one, two = book("2026-11-12T09:00:00+01:00"), book("2026-11-12T09:20:00+01:00")
    keys = {made.reference: made.key for made in (one, two)}
    desk.cancel(one.reference, keys[one.reference])
    for made in (one, two):
        citizen.post(
            f"{citizen.home}/@@appointment/{made.reference}/erase",
            urlencode({"key": keys[made.reference], "erase": "1"}),
        )
    transaction.begin()
    assert desk.ledger.get(one.reference).erased
    assert not desk.ledger.get(two.reference).erased


def test_without_the_key_there_is_nothing_to_erase(citizen, desk, book):
    made = book("2026-11-12T09:00:00+01:00")
    citizen.hand.now = datetime(2026, 12, 1, 9, tzinfo=TUESDAY.tzinfo)
    for key in ("", "x", made.key[:-1]):
        citizen.post(
            f"{citizen.home}/@@appointment/{made.reference}/erase", urlencode({"key": key, "erase": "1"})
        )
        assert citizen.status == 404
    transaction.begin()
    assert not desk.ledger.get(made.reference).erased
