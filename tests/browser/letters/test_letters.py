"""Each mail as it would be sent, shown to those who write the texts."""

from collective.rendezvous.notifications.described import DESCRIBED
from collective.rendezvous.notifications.kinds import COMPOSERS
from email import message_from_bytes
from email import policy
from html import unescape
from lxml.html import fromstring
from plone import api
from tests.browser.staff.conftest import message
from tests.browser.staff.conftest import said
from tests.browser.staff.test_matrix import refused
from tests.town import change
from typing import Any

import pytest
import transaction


SHOWN = "@@rendezvous-letters?kind={kind}&language={language}"
DRAWN = "@@rendezvous-letter?kind={kind}&language={language}"


@pytest.fixture
def trial(page: Any, token: Any) -> Any:
    """Ask for a trial of a kind, as a person."""

    def trial(who: str, kind: str = "confirmed", proof: str | None = None) -> Any:
        sent = {"_authenticator": token(who) if proof is None else proof, "send": "1"}
        return page(who, SHOWN.format(kind=kind, language="fr"), "POST", data=sent)

    return trial


def test_every_kind_that_is_sent_can_be_looked_at() -> None:
    agents = {kind for kind in DESCRIBED if kind.startswith("agent_")}
    assert (set(DESCRIBED) - agents) | {"agent_told"} == set(COMPOSERS)


@pytest.mark.parametrize("kind", DESCRIBED)
def test_each_kind_is_shown_in_both_parts_and_both_languages(section: Any, page: Any, kind: str) -> None:
    api.portal.set_registry_record("plone.available_languages", ["fr", "en"])
    transaction.commit()
    subjects = set()
    for language in ("fr", "en"):
        answer = page("camille", SHOWN.format(kind=kind, language=language))
        assert answer.status_code == 200
        assert f"kind={kind}&amp;language={language}" in answer.text
        drawn = page("camille", DRAWN.format(kind=kind, language=language))
        root = fromstring(drawn.text)
        assert root.get("lang") == language
        subject = root.findtext(".//h1")
        assert subject and subject in unescape(answer.text)
        assert "${" not in drawn.text and "${" not in answer.text
        subjects.add(subject)
    assert len(subjects) == 2


def test_a_kind_or_language_that_there_is_not_is_the_first(section: Any, page: Any) -> None:
    for query in ("kind=nothing", "kind=confirmed&kind=changed", "language=xx", "kind="):
        answer = page("camille", f"@@rendezvous-letters?{query}")
        assert answer.status_code == 200
        assert 'language=fr"' in answer.text
        assert "kind=confirmed" in answer.text


def test_the_drawn_letter_stands_alone(section: Any, page: Any) -> None:
    answer = page("camille", DRAWN.format(kind="confirmed", language="fr"))
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "portal-logo" not in answer.text and "<link" not in answer.text


def test_the_towns_own_text_is_shown_and_never_as_markup(section: Any, page: Any) -> None:
    change(
        section,
        mail_confirmed_subject="<b>Sujet</b> ${reference}",
        mail_confirmed_body="Bonjour ${visitor} <script>x</script>\n\n- un\n- deux\n\n${manage_url}",
    )
    change(section["cni"], title="<i>Carte</i>")
    transaction.commit()
    answer = page("camille", SHOWN.format(kind="confirmed", language="fr"))
    assert "C'est votre texte." in said(answer)
    assert "Rendez-vous confirmé (votre texte)" in unescape(answer.text)
    drawn = page("camille", DRAWN.format(kind="confirmed", language="fr")).text
    for text in (answer.text, drawn):
        assert "<script>x" not in text and "<b>Sujet" not in text and "<i>Carte" not in text
        assert "&lt;script&gt;x" in text
    assert "<li" in drawn
    assert "C'est le texte habituel." in said(page("camille", SHOWN.format(kind="reminder", language="fr")))


def test_a_section_in_which_nothing_is_set_up_yet_shows_its_letters(section: Any, page: Any) -> None:
    api.content.delete(objects=[section[id] for id in ("cni", "logement", "guichet-standard")])
    transaction.commit()
    for kind in DESCRIBED:
        for view in (SHOWN, DRAWN):
            assert page("camille", view.format(kind=kind, language="fr")).status_code == 200, kind


def test_a_trial_goes_to_ones_own_address(section: Any, mails: Any, trial: Any) -> None:
    answer = trial("camille", "confirmed")
    assert answer.status_code == 303
    assert "kind=confirmed" in answer.headers["Location"]
    assert message(answer) == "Un essai est parti à camille@example.org."
    (sent,) = [message_from_bytes(each, policy=policy.default) for each in mails]
    assert sent["To"] == "camille@example.org"
    assert (
        sent["Subject"].replace("\xa0", " ").startswith("Essai : Votre rendez-vous du mardi 17 novembre 2026")
    )
    types = [part.get_content_type() for part in sent.walk()]
    assert types[-4:] == ["text/plain", "text/html", "text/calendar", "application/ics"]


@pytest.mark.parametrize("kind", DESCRIBED)
def test_each_kind_can_be_tried(section: Any, mails: Any, trial: Any, kind: str) -> None:
    trial("camille", kind)
    assert len(mails) == 1


def test_a_trial_tells_when_the_server_does_not_answer(
    section: Any, trial: Any, portal: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: Any, **options: Any) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(type(portal.MailHost.aq_base), "send", refuse)
    told = message(trial("camille"))
    assert told.startswith("L'essai n'est pas parti : le serveur de courriel".replace(" :", "\xa0:"))


def test_a_trial_tells_when_an_address_is_missing(section: Any, mails: Any, trial: Any) -> None:
    api.user.get(userid="camille").setMemberProperties({"email": ""})
    transaction.commit()
    assert "une adresse électronique manque" in message(trial("camille"))
    assert len(mails) == 0


def test_a_trial_needs_the_proof_that_the_form_is_ours(section: Any, mails: Any, trial: Any) -> None:
    assert trial("camille", proof="wrong").status_code == 403
    assert len(mails) == 0


@pytest.mark.parametrize("who", [None, "passerby", "nadia"])
def test_who_sets_nothing_up_sees_no_letter_and_sends_none(
    section: Any, page: Any, mails: Any, who: str | None
) -> None:
    for view in (SHOWN, DRAWN):
        assert refused(page(who, view.format(kind="confirmed", language="fr")))
    assert refused(page(who, SHOWN.format(kind="confirmed", language="fr"), "POST", data={"send": "1"}))
    assert len(mails) == 0


def test_the_settings_lead_to_it_and_tell_what_texts_may_name(section: Any, page: Any) -> None:
    text = page("camille", "edit").text
    assert f'href="{section.absolute_url()}/@@rendezvous-letters"' in text
    for variable in ("visitor", "manage_url", "documents", "until", "links"):
        assert f">${{{variable}}}</code>" in text
