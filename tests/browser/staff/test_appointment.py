from tests.browser.staff.conftest import said
from typing import Any

import transaction


def test_everything_that_is_known_stands_on_its_page(page: Any, book: Any, desk: Any) -> None:
    made = book(civility="Mme", last_name="Garnier", phone="0639981234")
    desk.change(made.reference, {"notes": "Vient avec une poussette.\nRampe."})
    desk.change(made.reference, {"start": "2026-11-10T10:20:00+01:00"})
    text = said(page("nadia", f"@@appointment-for-staff/{made.reference}"))
    for told in (
        "Rendez-vous de Mme\xa0Marie Garnier",
        "mardi 10 novembre 2026 à 10\xa0h\xa020",
        "jusqu'à 10\xa0h\xa040, 20\xa0minutes",
        "06\xa039\xa098\xa012\xa034",
        "garnier@example.org",
        "Vient avec une poussette.",
        made.reference,
        "Pris sur le site",
        "le visiteur",
        "Date et heure\xa0: mardi 10 novembre à 10\xa0h\xa000, puis mardi 10 novembre à 10\xa0h\xa020",
        "Notes internes\xa0: Vient avec une poussette. Rampe.",
    ):
        assert told in text, told


def test_history_is_told_the_last_first_with_who(page: Any, book: Any, press: Any) -> None:
    made = book()
    press("nadia", "arrive", made)
    press("camille", "undo", made)
    text = said(page("nadia", f"@@appointment-for-staff/{made.reference}"))
    text = text[text.index("Historique") :]
    told = ["Dernière étape défaite\xa0: de nouveau confirmé", "Arrivé", "Pris sur le site"]
    places = [text.index(line) for line in told]
    assert places == sorted(places)
    assert "Camille" in text and "Nadia" in text


def test_cancelling_asks_first_and_leaves_a_trace(page: Any, book: Any, press: Any, state: Any) -> None:
    made = book(last_name="Garnier")
    asking = page("nadia", f"@@rendezvous-cancel/{made.reference}")
    assert "Annuler ce rendez-vous\xa0?" in asking.text
    assert "sera prévenu par courriel" in asking.text
    assert state(made) == "confirmed"
    back = f"@@appointment-for-staff/{made.reference}"
    answer = press("nadia", "cancel", made, back=back)
    assert answer.headers["Location"].endswith(back)
    assert state(made) == "cancelled"
    again = page("nadia", f"@@rendezvous-cancel/{made.reference}")
    assert again.status_code == 303


def test_an_unknown_reference_is_not_found(page: Any) -> None:
    for name in ("appointment-for-staff", "rendezvous-cancel"):
        assert page("nadia", f"@@{name}").status_code == 404
        assert page("nadia", f"@@{name}/NOTTHERE22").status_code == 404
        assert page("nadia", f"@@{name}/a/b").status_code == 404


def test_an_erased_one_keeps_what_is_not_personal(
    page: Any, book: Any, desk: Any, hand: Any, section: Any
) -> None:
    made = book(last_name="Garnier")
    desk.ledger.erase(desk.read(made.reference), hand.now)
    transaction.commit()
    text = page("nadia", f"@@appointment-for-staff/{made.reference}").text
    assert "Nom effacé" in text
    assert "Données personnelles effacées" in text
    assert "Garnier" not in text
    assert "Annuler le rendez-vous" not in text
