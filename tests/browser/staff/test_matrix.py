"""Who may open what: role × view."""

from collective.rendezvous.roles.permissions import VIEW_PLANNING
from datetime import datetime
from plone import api
from tests.town import change
from tests.town import create
from tests.town import PASSWORD
from typing import Any

import pytest
import transaction


STAFF = {"nadia", "camille", "admin"}
ADMINISTRATORS = {"camille", "admin"}
PEOPLE = (None, "passerby", "nadia", "camille", "admin")
VIEWS = {
    "@@rendezvous-home": STAFF,
    "@@rendezvous-coming": STAFF,
    "@@rendezvous-day": STAFF,
    "@@rendezvous-planning": STAFF,
    "@@rendezvous-planning?view=day&columns=agent": STAFF,
    "@@rendezvous-print": STAFF,
    "@@rendezvous-search": STAFF,
    "@@rendezvous-stranded": STAFF,
    "@@rendezvous-session": STAFF,
    "@@rendezvous-agents": STAFF,
    "@@rendezvous-step": STAFF,
    "@@rendezvous-waiting": STAFF,
    "@@appointment-for-staff/{reference}": STAFF,
    "@@rendezvous-add": STAFF,
    "@@rendezvous-cancel/{reference}": STAFF,
    "@@rendezvous-delete/{reference}": STAFF,
    "@@rendezvous-edit/{reference}": STAFF,
    "nadia": STAFF,
    "nadia/{hours}": STAFF,
    "nadia/{hours}/@@one-day?day=2026-11-12": STAFF,
    "guichet-standard": STAFF,
    "guichet-standard/{absence}": STAFF,
    "@@rendezvous-copy-hours": ADMINISTRATORS,
    "@@rendezvous-types": ADMINISTRATORS,
    "@@rendezvous-counters": ADMINISTRATORS,
    "@@rendezvous-letter": ADMINISTRATORS,
    "@@rendezvous-letters": ADMINISTRATORS,
    "@@rendezvous-open": ADMINISTRATORS,
    "@@rendezvous-person": ADMINISTRATORS,
    "@@rendezvous-erasures.jsonl": ADMINISTRATORS,
    "@@rendezvous-export": ADMINISTRATORS,
    "@@rendezvous-statistics": ADMINISTRATORS,
    "@@rendezvous-statistics.csv": ADMINISTRATORS,
    "@@rendezvous-unavailabilities": ADMINISTRATORS,
}
CITIZENS = (
    "@@citizens",
    "@@lost-link",
    "@@next-slots",
    "@@your-data",
    "cni",
    "cni/@@details?start=2026-11-12T09:20:00%2B01:00",
    "cni/@@next-slots",
    "cni/@@waiting-list",
)


@pytest.fixture
def town(section: Any, book: Any, portal: Any) -> dict[str, str]:
    api.user.create(username="chief", password=PASSWORD, email="chief@example.org", roles=("Manager",))
    absence = create(
        section["guichet-standard"],
        "Unavailability",
        start=datetime(2026, 12, 1, 9),
        end=datetime(2026, 12, 1, 12),
    )
    transaction.commit()
    return {
        "reference": book().reference,
        "hours": section["nadia"].objectIds()[0],
        "absence": absence.getId(),
    }


def refused(answer: Any) -> bool:
    return answer.status_code == 401 or (
        answer.status_code == 302 and "require_login" in answer.headers["Location"]
    )


def test_each_page_opens_for_those_alone_who_need_it(town: Any, page: Any) -> None:
    for name, allowed in VIEWS.items():
        for who in PEOPLE:
            answer = page("chief" if who == "admin" else who, name.format(**town))
            if who in allowed:
                assert answer.status_code in (200, 303), (name, who, answer.status_code)
            else:
                assert refused(answer), (name, who, answer.status_code, answer.headers.get("Location"))
                assert "Durand" not in answer.text


def test_the_pages_of_citizens_open_for_all_and_in_preparation_for_staff_alone(
    section: Any, town: Any, page: Any
) -> None:
    for prepared in (False, True):
        if prepared:
            api.content.transition(section, "prepare")
            transaction.commit()
        for name in CITIZENS:
            for who in PEOPLE:
                answer = page("chief" if who == "admin" else who, name)
                if prepared and who not in STAFF:
                    assert refused(answer), (name, who, answer.status_code)
                else:
                    assert answer.status_code == 200, (name, who, answer.status_code)


def test_a_visitor_of_the_site_takes_no_step(town: Any, page: Any, desk: Any) -> None:
    for who in (None, "passerby"):
        for step in ("arrive", "cancel", "undo"):
            sent = {"step": f"{step} {town['reference']} 1"}
            assert refused(page(who, "@@rendezvous-step", "POST", data=sent))
    transaction.begin()
    assert desk.read(town["reference"]).state == "confirmed"


def test_staff_find_their_home_at_the_address_of_the_section_and_citizens_do_not(
    section: Any, page: Any
) -> None:
    assert "Gérer les rendez-vous prévus" in page("nadia").text
    for who in (None, "passerby"):
        assert page(who).status_code == 200
        assert "Gérer" not in page(who).text


def test_an_agent_who_is_not_active_any_more_finds_nothing(section: Any, page: Any) -> None:
    api.content.transition(section["nadia"], "deactivate")
    transaction.commit()
    assert refused(page("nadia", "@@rendezvous-home"))
    assert refused(page("nadia", "@@rendezvous-day"))


def test_no_page_is_kept_by_a_cache(town: Any, page: Any) -> None:
    for name in VIEWS:
        answer = page("camille", name.format(**town))
        assert answer.headers["Cache-Control"] == "private, no-store", name


def test_both_columns_are_off(town: Any, page: Any) -> None:
    for name in ("@@rendezvous-home", "@@rendezvous-day", "@@rendezvous-planning", "nadia"):
        text = page("camille", name).text
        assert "portal-column-one" not in text
        assert "portal-column-two" not in text


def test_names_are_never_markup(section: Any, page: Any, book: Any) -> None:
    bad = "<script>alert(1)</script>"
    made = book(last_name=bad, first_name="<b>Marie", civility="<i>")
    for name in ("cni", "guichet-standard", "nadia"):
        change(section[name], title=f"{bad}{name}")
    transaction.commit()
    for name in (
        "@@rendezvous-home",
        "@@rendezvous-day",
        "@@rendezvous-planning",
        "@@rendezvous-planning?view=day",
        "@@rendezvous-planning?view=day&columns=agent",
        "@@rendezvous-print",
        "@@rendezvous-print?who=agents",
        f"@@appointment-for-staff/{made.reference}",
        f"@@rendezvous-cancel/{made.reference}",
        f"@@rendezvous-delete/{made.reference}",
        f"@@rendezvous-edit/{made.reference}",
        "@@rendezvous-types",
        "@@rendezvous-counters",
        "@@rendezvous-agents",
        "nadia",
        "guichet-standard",
    ):
        text = page("camille", name).text
        assert "alert(1)" in text, name
        assert bad not in text and "<b>Marie" not in text and "<i>" not in text, name


def test_who_may_only_look_at_the_planning_is_offered_no_step(section: Any, page: Any, book: Any) -> None:
    made = book()
    section.manage_permission(VIEW_PLANNING, ["Member"], acquire=True)
    transaction.commit()
    for name in (
        "@@rendezvous-home",
        "@@rendezvous-day",
        "@@rendezvous-planning",
        f"@@appointment-for-staff/{made.reference}",
    ):
        text = page("passerby", name).text
        assert "Durand" in text
        assert 'name="step"' not in text
        assert "rendezvous-cancel" not in text
        assert "rendezvous-add" not in text and "rendezvous-edit" not in text
    for name in ("cancel", "delete", "edit"):
        assert refused(page("passerby", f"@@rendezvous-{name}/{made.reference}"))
    assert refused(page("passerby", "@@rendezvous-add"))
