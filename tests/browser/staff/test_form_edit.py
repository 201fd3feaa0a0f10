"""The form with which staff change an appointment, and the page that deletes it."""

from collections.abc import Callable
from datetime import datetime
from plone import api
from tests.browser.staff.conftest import message
from tests.browser.staff.conftest import PARIS
from tests.browser.staff.conftest import said
from tests.town import agent
from tests.town import change
from tests.town import letters
from typing import Any

import pytest
import re
import requests
import transaction


QUESTION = {"label": "Quel titre ?", "kind": "choice", "choices": ["Carte", "Passeport"], "required": True}


@pytest.fixture
def made(book: Any) -> Any:
    return book("10:00", day="2026-11-12", phone="06 39 98 12 34", civility="Mme")


@pytest.fixture
def fields(page: Any, made: Any) -> Callable[[str], dict[str, str]]:
    def fields(who: str = "nadia") -> dict[str, str]:
        """What the form sends when nobody changes anything, as a browser reads it."""
        return filled(page(who, f"@@rendezvous-edit/{made.reference}").text)

    return fields


@pytest.fixture
def save(page: Any, made: Any, fields: Any) -> Callable[..., requests.Response]:
    def save(who: str = "nadia", opened: dict[str, str] | None = None, **typed: Any) -> requests.Response:
        """Change what is told in the form, opened now or before, and press « Enregistrer »."""
        sent = {**(opened or fields(who)), "save": "1", **typed}
        answer = page(who, f"@@rendezvous-edit/{made.reference}", "POST", data=sent)
        transaction.begin()
        return answer

    return save


@pytest.fixture
def sent(portal: Any, made: Any) -> Callable[[], list[str]]:
    letters(portal)

    def sent() -> list[str]:
        """The subjects of the mails sent since the last call."""
        return [found["Subject"] for found in letters(portal)]

    return sent


def filled(text: str) -> dict[str, str]:
    """The fields of the form on a page with what is in them."""
    from lxml.html import fromstring

    (form,) = fromstring(text).xpath('//form[@id="appointment"]')
    return dict(form.form_values())


def test_the_form_holds_what_the_appointment_has(fields: Any) -> None:
    shown = fields()
    assert {name: shown[name] for name in ("type", "date", "time", "agent", "counter", "people")} == {
        "type": "cni",
        "date": "2026-11-12",
        "time": "10:00",
        "agent": "nadia" if shown["agent"] == "nadia" else "camille",
        "counter": "guichet-standard",
        "people": "1",
    }
    assert (shown["civility"], shown["first_name"], shown["last_name"]) == ("Mme", "Marie", "Durand")
    assert "tell" not in shown


def test_what_is_saved_is_said_and_stands_in_its_day(section: Any, save: Any, made: Any, sent: Any) -> None:
    answer = save(date="2026-11-13", time="9:40", notes="Rappelée")
    assert answer.status_code == 303
    day = f"{section.absolute_url()}/@@rendezvous-day?day=2026-11-13"
    assert answer.headers["Location"] == f"{day}#r-{made.reference}"
    assert made.start_at == datetime(2026, 11, 13, 9, 40, tzinfo=PARIS)
    assert made.notes == "Rappelée"
    assert "Mme\xa0Marie Durand est enregistré" in message(answer)
    assert "Un courriel part à" in message(answer)
    assert len(sent()) == 1


def test_nothing_changed_changes_nothing(save: Any, made: Any, sent: Any) -> None:
    answer = save()
    assert (answer.status_code, made.version, sent()) == (303, 1, [])
    assert message(answer) == "Rien n'a été modifié."


def test_a_mail_goes_where_date_time_or_type_change_or_the_box_is_ticked(
    section: Any, save: Any, made: Any, sent: Any
) -> None:
    for quiet in ({"phone": "1"}, {"notes": "x"}, {"comment": "y"}, {"last_name": "Dupont"}):
        assert "courriel" not in message(save(**quiet))
        assert sent() == []
    assert "Un courriel part à" in message(save(notes="z", tell="1"))
    assert len(sent()) == 1
    save(tell="1")
    assert len(sent()) == 1
    save(type="logement", agent="nadia")
    assert len(sent()) == 1
    save(time="10:30")
    assert len(sent()) == 1


def test_what_nobody_touches_is_held_against_no_rule(section: Any, save: Any, made: Any, fields: Any) -> None:
    name = next(one for one in ("nadia", "camille") if section[one].title == made.agent_title)
    api.content.transition(section[name], "deactivate")
    change(section["cni"], questions=[QUESTION])
    transaction.commit()
    who = "camille" if name == "nadia" else "nadia"
    assert fields(who)["agent"] == name
    assert save(who, notes="Toujours là").status_code == 303
    assert (made.notes, made.agent_title) == ("Toujours là", section[name].title)


def test_what_is_gone_can_be_kept(hand: Any, section: Any, save: Any, made: Any, fields: Any) -> None:
    agent(section, "albert", section["cni"])
    transaction.commit()
    save(agent="albert")
    assert made.agent_title == "Albert"
    hand.forward(days=3)
    section._delObject("albert")
    transaction.commit()
    assert fields()["agent"] == "-"
    assert save(notes="x").status_code == 303
    assert made.agent_title == "Albert"


def test_moving_out_of_hours_asks_and_refuses_like_adding(save: Any, made: Any) -> None:
    answer = save("camille", time="17:30")
    assert answer.status_code == 409 and 'id="warning"' in answer.text
    codes = re.findall(r'name="confirm"[^>]*value="([^"]+)"', answer.text)[0]
    opened = filled(answer.text)
    assert save("camille", opened, confirm=codes).status_code == 303
    assert made.start_at.astimezone(PARIS).hour == 17
    other = "camille" if made.agent_title == "Nadia" else "nadia"
    assert 'id="refusal"' in save("nadia", time="19:00", agent="camille").text
    assert other


def test_a_time_that_is_taken_offers_others(save: Any, made: Any, book: Any, desk: Any, section: Any) -> None:
    book("11:00", day="2026-11-12", last_name="Second")
    answer = save(time="11:00", agent="", counter="guichet-standard")
    assert answer.status_code == 409 and 'id="refusal"' in answer.text
    starts = re.findall(r'name="start"[^>]*value="([^"]+)"', answer.text)
    assert starts
    assert save(opened=filled(answer.text), start=starts[0]).status_code == 303
    assert made.start_at.astimezone(PARIS).isoformat() == starts[0]


def test_the_second_to_save_is_told_what_changed(save: Any, fields: Any, made: Any, page: Any) -> None:
    opened = fields("nadia")
    save("camille", phone="02 61 91 00 10", notes="De Camille")
    answer = save("nadia", opened, notes="De Nadia", comment="Poussette")
    assert answer.status_code == 409
    told = said(answer)
    assert "Quelqu'un d'autre a modifié ce rendez-vous entre-temps" in told
    assert (
        "Camille" in told
        and "Téléphone\xa0: 06\xa039\xa098\xa012\xa034, puis 02\xa061\xa091\xa000\xa010" in told
    )
    assert "Vous l'avez modifié aussi" in told
    again = filled(answer.text)
    assert (again["notes"], again["comment"], again["phone"]) == ("De Nadia", "Poussette", "02 61 91 00 10")
    assert made.notes == "De Camille"
    assert save("nadia", again).status_code == 303
    assert (made.notes, made.comment, made.phone) == ("De Nadia", "Poussette", "02 61 91 00 10")


def test_a_move_meanwhile_stands_for_who_did_not_move_it(save: Any, fields: Any, made: Any) -> None:
    opened = fields("nadia")
    save("camille", time="11:00")
    again = filled(save("nadia", opened, notes="x").text)
    assert again["time"] == "11:00"
    save("nadia", again)
    assert made.start_at.astimezone(PARIS).hour == 11


def test_what_was_deleted_meanwhile_is_said(save: Any, fields: Any, made: Any, desk: Any, page: Any) -> None:
    opened, reference = fields(), made.reference
    desk.delete(reference)
    assert page("nadia", f"@@rendezvous-edit/{reference}", "POST", data=opened).status_code == 404


def test_errors_keep_everything(save: Any, made: Any) -> None:
    answer = save(last_name="", time="", notes="À garder")
    assert answer.status_code == 400
    assert 'id="last_name-error"' in answer.text and 'id="time-error"' in answer.text
    assert "À garder" in answer.text
    assert (made.version, made.notes) == (1, "")


def test_what_will_not_take_place_keeps_its_time(press: Any, save: Any, fields: Any, made: Any) -> None:
    press("nadia", "cancel", made)
    shown = fields()
    assert "date" not in shown and "tell" not in shown
    assert save(notes="Rappeler", date="2026-11-13", time="10:00").status_code == 303
    assert made.start_at == datetime(2026, 11, 12, 10, tzinfo=PARIS)
    assert made.notes == "Rappeler"


def test_what_is_erased_is_not_edited(page: Any, made: Any, desk: Any) -> None:
    desk.ledger.erase(made, desk.now)
    transaction.commit()
    answer = page("nadia", f"@@rendezvous-edit/{made.reference}")
    assert answer.status_code == 303
    assert answer.headers["Location"].endswith(f"appointment-for-staff/{made.reference}")


def test_follow_up_stands_beside_the_form(page: Any, made: Any, press: Any) -> None:
    back = f"@@rendezvous-edit/{made.reference}"
    text = said(page("nadia", back))
    assert "Rendez-vous de Mme\xa0Marie Durand" in text and "Historique" in text
    answer = press("nadia", "honour", made, back=back)
    assert answer.headers["Location"].endswith(back)


def test_deleting_warns_first_and_is_final(
    page: Any, made: Any, sent: Any, token: Any, desk: Any, section: Any
) -> None:
    url = f"@@rendezvous-delete/{made.reference}"
    assert f"rendezvous-delete/{made.reference}" in page("nadia", f"@@rendezvous-edit/{made.reference}").text
    asking = page("nadia", url)
    assert "Cette suppression est définitive." in said(asking)
    assert "sera prévenu par courriel" in said(asking)
    reference = made.reference
    assert page("nadia", url, "POST", data={"version": "1"}).status_code == 403
    stale = {"version": "7", "_authenticator": token("nadia")}
    assert "Quelqu'un d'autre a modifié" in message(page("nadia", url, "POST", data=stale))
    answer = page("nadia", url, "POST", data={"version": "1", "_authenticator": token("nadia")})
    assert answer.headers["Location"] == f"{section.absolute_url()}/@@rendezvous-day?day=2026-11-12"
    assert "est supprimé" in message(answer)
    assert len(sent()) == 1
    assert desk.ledger.get(reference) is None
    assert page("nadia", url).status_code == 404


def test_nonsense_versions_do_not_break_it(save: Any, fields: Any, made: Any) -> None:
    for version in ("", "x", "-1", "99", "9" * 40):
        assert save(opened={**fields(), "version": version}, notes=f"v{version[:3]}").status_code in (
            303,
            409,
        )
