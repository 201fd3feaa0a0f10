"""Appointments to review: listed with the rule, moved with one press, other dates proposed."""

from collective.rendezvous.roles.permissions import VIEW_PLANNING
from datetime import datetime
from tests.browser.staff.conftest import said
from tests.town import create
from tests.town import letters
from tests.town import PASSWORD
from typing import Any

import pytest
import requests
import transaction


PAGE = "@@rendezvous-stranded"
THURSDAY = "2026-11-12"


@pytest.fixture
def left(section: Any, book: Any) -> list[Any]:
    """Two of Thursday, one of them without e-mail; Nadia, alone for both, is away until ten."""
    section["camille"].manage_delObjects(section["camille"].objectIds())
    made = [book("09:00", THURSDAY, last_name="Delmas"), book("09:20", THURSDAY, last_name="Petit")]
    made[1].email = ""
    made[1].phone = "0199001234"
    create(section["nadia"], "Unavailability", start=datetime(2026, 11, 12), end=datetime(2026, 11, 12, 10))
    transaction.commit()
    return made


@pytest.fixture
def send(section: Any, token: Any) -> Any:
    def send(who: str = "nadia", **form: Any) -> str:
        """What is said after a press."""
        with requests.Session() as session:
            session.trust_env = False
            session.auth = (who, PASSWORD)
            session.headers["Accept-Language"] = "fr"
            sent = {"_authenticator": token(who), **form}
            answer = session.post(f"{section.absolute_url()}/{PAGE}", data=sent, timeout=60)
        transaction.begin()
        assert answer.status_code == 200
        return answer.text

    return send


def test_without_any_it_says_so_and_the_home_does_not(section: Any, page: Any) -> None:
    assert "Il n'y en a pas" in said(page("nadia", PAGE)).replace("’", "'")
    assert PAGE not in page("nadia", "@@rendezvous-home").text


def test_each_is_listed_with_the_rule_that_it_breaks(left: Any, page: Any) -> None:
    answer = page("nadia", PAGE)
    text = said(answer)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "Rendez-vous à revoir" in answer.text
    assert text.count("Nadia est absent") >= 2
    assert "jeudi 12 novembre à 10\xa0h" in text
    assert f'value="{left[0].reference}"' in answer.text
    assert f'id="c-{left[1].reference}"' not in answer.text, "a mail would not reach that one"


def test_those_without_mail_are_a_list_to_print(left: Any, page: Any) -> None:
    text = page("nadia", PAGE).text
    part = text[text.index('id="to-call"') :]
    part = part[: part.index("</section>")]
    assert "Petit" in part and "Delmas" not in part
    assert "01\xa099\xa000\xa012\xa034" in part.replace("&nbsp;", "\xa0").replace("&#160;", "\xa0")
    assert "data-rdv-print" in text


def test_the_home_tells_how_many_there_are(left: Any, page: Any) -> None:
    home = page("nadia", "@@rendezvous-home")
    assert "2 rendez-vous à revoir" in said(home)
    assert PAGE in home.text


def test_one_press_moves_to_the_nearest_free_time(left: Any, send: Any, page: Any) -> None:
    told = send(move=f"{left[0].reference} {left[0].version}")
    assert left[0].start_at.isoformat() == "2026-11-12T09:00:00+00:00", "ten in Paris"
    assert "est déplacé" in told and "prévenu par courriel" in told
    assert left[0].history[-1].who == "nadia"
    told = send(move=f"{left[1].reference} {left[1].version}")
    assert "Appelez le visiteur" in told
    assert "Il n'y en a pas" in said(page("nadia", PAGE)).replace("’", "'")


def test_what_somebody_else_changed_meanwhile_is_not_moved(left: Any, send: Any) -> None:
    assert "Quelqu'un d'autre a modifié" in send(move=f"{left[0].reference} 99")
    assert left[0].version == 1


def test_other_dates_are_proposed_to_all_that_are_ticked(
    left: Any, send: Any, portal: Any, page: Any
) -> None:
    letters(portal)
    told = send(propose="1", reference=[one.reference for one in left])
    assert "1 visiteur a été invité" in told
    assert "À appeler" in told
    (message,) = letters(portal)
    assert f"/{left[0].reference}/move?key=" in message.get_body(["plain"]).get_content()
    assert "Autres créneaux proposés par courriel le" in said(page("nadia", PAGE))
    history = page("nadia", f"@@appointment-for-staff/{left[0].reference}").text
    assert "Autres créneaux proposés par courriel" in history


def test_nobody_ticked_is_nobody_written_to(left: Any, send: Any, portal: Any) -> None:
    letters(portal)
    assert "Cochez les visiteurs" in send(propose="1")
    assert letters(portal) == []


def test_all_can_be_ticked_without_a_script(left: Any, page: Any) -> None:
    assert 'checked="checked"' not in page("nadia", PAGE).text
    assert 'checked="checked"' in page("nadia", f"{PAGE}?all=1").text


@pytest.mark.parametrize("form", [{"move": "x"}, {"move": ""}, {"propose": "1", "reference": "x"}, {}])
def test_nonsense_changes_nothing_and_breaks_nothing(left: Any, send: Any, form: Any) -> None:
    send(**form)
    assert [one.version for one in left] == [1, 1]


def test_it_is_done_by_post_with_our_token_only(left: Any, page: Any) -> None:
    move = {"move": f"{left[0].reference} {left[0].version}"}
    assert page("nadia", PAGE, params=move).status_code == 200
    for forged in ({}, {"_authenticator": "0" * 40}):
        assert page("nadia", PAGE, "POST", data={**move, **forged}).status_code == 403
    transaction.begin()
    assert left[0].version == 1


def test_it_is_for_staff(left: Any, page: Any, section: Any, token: Any) -> None:
    for who in (None, "passerby"):
        for method in ("GET", "POST"):
            answer = page(who, PAGE, method)
            assert answer.status_code in (302, 401)
            assert "Delmas" not in answer.text
    assert page("camille", PAGE).status_code == 200
    section.manage_permission(VIEW_PLANNING, ["Member"], acquire=True)
    transaction.commit()
    text = page("passerby", PAGE).text
    assert "Delmas" in text
    assert 'name="move"' not in text and 'name="propose"' not in text
    sent = {"move": f"{left[0].reference} 1", "_authenticator": token("passerby")}
    assert page("passerby", PAGE, "POST", data=sent).status_code in (302, 401)
    transaction.begin()
    assert left[0].version == 1
