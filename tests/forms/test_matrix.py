"""Who may open which form: role × form."""

from datetime import datetime
from tests.browser.staff.test_matrix import refused
from tests.town import create
from typing import Any

import transaction


ALL = (None, "passerby", "nadia", "camille")
FORMS = {
    "++add++AppointmentType": {"camille"},
    "++add++Counter": {"camille"},
    "++add++Agent": {"camille"},
    "edit": {"camille"},
    "cni/edit": {"camille"},
    "guichet-standard/edit": {"camille"},
    "guichet-standard/++add++Unavailability": {"camille"},
    "nadia/edit": {"camille"},
    "nadia/++add++Availability": {"nadia", "camille"},
    "nadia/++add++Unavailability": {"nadia", "camille"},
    "nadia/{own}/edit": {"nadia", "camille"},
    "nadia/{leave}/edit": {"nadia", "camille"},
    "camille/++add++Availability": {"camille"},
    "camille/++add++Unavailability": {"camille"},
    "camille/{other}/edit": {"camille"},
    "camille/{other}/delete_confirmation": {"camille"},
    "@@rendezvous-unavailabilities": {"camille"},
}


def test_each_form_opens_for_those_alone_who_need_it(section: Any, page: Any) -> None:
    leave = create(section["nadia"], "Unavailability", start=datetime(2026, 12, 1), end=datetime(2026, 12, 2))
    names = {
        "own": section["nadia"].objectIds()[0],
        "other": section["camille"].objectIds()[0],
        "leave": leave.getId(),
    }
    transaction.commit()
    for name, allowed in FORMS.items():
        for who in ALL:
            answer = page(who, name.format(**names))
            if who in allowed:
                assert answer.status_code == 200, (name, who)
                assert "rdv-office-nav" in answer.text, name
                assert "portal-column-one" not in answer.text, name
                assert answer.headers["Cache-Control"] == "private, no-store", name
            else:
                assert refused(answer), (name, who, answer.status_code)


def test_a_receptionist_sees_no_link_to_what_is_not_hers(section: Any, page: Any) -> None:
    text = page("nadia", "nadia").text
    for name in ("rendezvous-types", "rendezvous-counters", "rendezvous-unavailabilities", "nadia/edit"):
        assert name not in text
    assert "++add++Availability" in text
    assert "++add++" not in page("nadia", "camille").text
