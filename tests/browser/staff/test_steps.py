"""One press: arrived, received, absent, and back."""

from collections.abc import Callable
from tests.town import change
from tests.town import PASSWORD
from typing import Any

import pytest
import requests
import transaction


HOME = "@@rendezvous-home"


@pytest.fixture
def told(section: Any, token: Any) -> Callable[[str], str]:
    def told(step: str) -> str:
        """What the page says to which a step leads."""
        with requests.Session() as session:
            session.trust_env = False
            session.auth = ("nadia", PASSWORD)
            sent = {"_authenticator": token("nadia"), "step": step, "back": HOME}
            return session.post(f"{section.absolute_url()}/@@rendezvous-step", data=sent, timeout=60).text

    return told


def test_somebody_arrives_and_is_received(page: Any, press: Any, book: Any, state: Any) -> None:
    made = book(last_name="Delmas", civility="Mme")
    answer = press("nadia", "arrive", made)
    assert (answer.status_code, answer.headers["Location"].split("/")[-1]) == (
        303,
        f"{HOME}#r-{made.reference}",
    )
    assert state(made) == "arrived"
    assert "Arrivé à 9\xa0h\xa042" in page("nadia", HOME).text
    press("nadia", "honour", made)
    assert state(made) == "honoured"
    assert made.history[-1].who == "nadia"


def test_what_was_done_is_said_with_the_name(told: Any, book: Any) -> None:
    made = book(last_name="Delmas", civility="Mme")
    assert "Mme\xa0Marie Delmas\xa0: absent." in told(f"no_show {made.reference} 1")
    assert "Quelqu'un d'autre a modifié ce rendez-vous" in told(f"arrive {made.reference} 1")
    assert "Ce n'est plus possible" in told(f"arrive {made.reference} 2")


def test_a_place_that_is_gone_meanwhile_cannot_be_had_back(
    told: Any, book: Any, press: Any, state: Any, section: Any
) -> None:
    change(section["camille"].objectValues()[0], days=[5])
    transaction.commit()
    made = book("10:00", last_name="Premier")
    press("nadia", "cancel", made)
    book("10:00", last_name="Second")
    assert "La place a été prise entre-temps" in told(f"undo {made.reference} 2")
    assert state(made) == "cancelled"


def test_the_last_step_can_be_taken_back(page: Any, press: Any, book: Any, state: Any) -> None:
    made = book()
    press("nadia", "no_show", made)
    assert "Défaire" in page("nadia", HOME).text
    press("nadia", "undo", made)
    assert state(made) == "confirmed"
    assert "Défaire" not in page("nadia", HOME).text


def test_a_step_is_taken_by_post_with_our_token_only(page: Any, book: Any, state: Any, token: Any) -> None:
    made = book()
    step = f"arrive {made.reference} {made.version}"
    assert page("nadia", "@@rendezvous-step", params={"step": step}).status_code == 303
    assert state(made) == "confirmed"
    assert page("nadia", "@@rendezvous-step", "POST", data={"step": step}).status_code == 403
    forged = {"step": step, "_authenticator": "0" * 40}
    assert page("nadia", "@@rendezvous-step", "POST", data=forged).status_code == 403
    assert state(made) == "confirmed"


def test_a_change_by_somebody_else_is_told_and_kept(press: Any, book: Any, state: Any, page: Any) -> None:
    made = book()
    seen = f"no_show {made.reference} {made.version}"
    press("camille", "arrive", made)
    press("nadia", "no_show", made, step=seen)
    assert state(made) == "arrived"


def test_nonsense_changes_nothing_and_breaks_nothing(press: Any, book: Any, state: Any) -> None:
    made = book()
    for step in ("", "arrive", "arrive nothing 1", "expire {} 1", "fly {} 1", "arrive {} 99"):
        answer = press("nadia", "", made, step=step.format(made.reference))
        assert answer.status_code == 303
        assert state(made) == "confirmed"


def test_a_step_that_the_state_does_not_have_is_refused_in_words(press: Any, book: Any, state: Any) -> None:
    made = book()
    press("nadia", "honour", made)
    assert press("nadia", "arrive", made).status_code == 303
    assert state(made) == "honoured"


def test_it_leads_back_to_where_it_was_pressed(section: Any, page: Any, press: Any, book: Any) -> None:
    day = "@@rendezvous-day?day=2026-11-12&agent=nadia"
    made = book()
    answer = press("nadia", "arrive", made, back=day)
    assert answer.headers["Location"] == f"{section.absolute_url()}/{day}#r-{made.reference}"
    assert f'id="r-{made.reference}"' in page("nadia", "@@rendezvous-day").text


def test_what_is_still_to_come_offers_no_arrival(page: Any, book: Any) -> None:
    book(day="2026-11-12")
    text = page("nadia", "@@rendezvous-day?day=2026-11-12").text
    assert "Durand" in text
    assert "arrive " not in text
