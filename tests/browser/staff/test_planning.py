from collective.rendezvous.browser import built as building
from datetime import datetime
from html import unescape
from pathlib import Path
from tests.browser.staff.conftest import said
from tests.town import agent
from tests.town import change
from tests.town import create
from tests.town import user
from typing import Any
from urllib.parse import parse_qs
from urllib.parse import urlsplit

import json
import pytest
import re
import transaction


PLANNING = "@@rendezvous-planning"
DAY = f"{PLANNING}?view=day"


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("planning.js", "planning.css"):
        (tmp_path / name).write_text("")
    monkeypatch.setattr(building, "FOLDER", tmp_path)


@pytest.fixture(autouse=True)
def not_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "FOLDER", tmp_path / "nowhere")


def script_told(answer: Any) -> Any:
    found = re.search(r'data-rdv-planning="([^"]*)"', answer.text)
    return json.loads(unescape(found[1])) if found else None


def names(answer: Any) -> list[str]:
    return re.findall(r"<strong>([^<]+)</strong>", answer.text)


def links(answer: Any, view: str) -> list[dict[str, list[str]]]:
    found = re.findall(rf'href="([^"]*@@{view}[^"]*)"', answer.text)
    return [parse_qs(urlsplit(url.replace("&amp;", "&")).query) for url in found]


def starts(answer: Any) -> list[str]:
    return [found["start"][0] for found in links(answer, "rendezvous-add") if "start" in found]


def test_a_week_has_a_column_for_each_day_on_which_somebody_works(page: Any, book: Any) -> None:
    book("11:00", last_name="Tard")
    book("9:00", day="2026-11-12", last_name="Jeudi")
    answer = page("nadia", PLANNING)
    assert re.findall(r'id="c-(2026-11-\d\d)"', answer.text) == [f"2026-11-{day:02}" for day in range(9, 14)]
    assert names(answer) == ["Marie\xa0Tard", "Marie\xa0Jeudi"]
    assert "Semaine 46, du 9 au 13 novembre 2026" in said(answer)


def test_an_appointment_is_placed_by_its_minutes_and_leads_to_its_form(page: Any, book: Any) -> None:
    made = book("10:20")
    text = page("nadia", PLANNING).text
    assert "--from: 620; --len: 20; --lane: 0; --lanes: 1" in text
    assert f"@@rendezvous-edit/{made.reference}" in text


def test_the_day_has_a_column_for_each_counter_or_each_agent(section: Any, page: Any, book: Any) -> None:
    book("10:00")
    by_counter = page("nadia", DAY)
    assert re.findall(r'<h3 id="c-([\w-]+)"', by_counter.text) == ["guichet-standard"]
    by_agent = page("nadia", f"{DAY}&columns=agent")
    assert re.findall(r'<h3 id="c-([\w-]+)"', by_agent.text) == ["nadia", "camille"]
    for answer in (by_counter, by_agent):
        assert names(answer) == ["Marie Durand"]
        assert "Carte d'identité, confirmé" in said(answer)


def test_an_appointment_out_of_the_usual_hours_is_shown(page: Any, desk: Any) -> None:
    visitor = {"first_name": "Marie", "last_name": "Tot"}
    asked = {"type": "cni", "agent": "nadia", "start": "2026-11-10T05:30:00+01:00", "visitor": visitor}
    warnings = ["outside_availability", "in_the_past"]
    desk.book({**asked, "confirm": warnings})
    text = page("nadia", DAY).text
    assert "--start: 300; --hours: 13" in text
    assert "--from: 330; --len: 20" in text


def test_an_hour_far_away_is_listed_and_lengthens_nothing(page: Any, desk: Any) -> None:
    visitor = {"first_name": "Marie", "last_name": "Nuit"}
    asked = {"type": "cni", "agent": "nadia", "start": "2026-11-10T00:05:00+01:00", "visitor": visitor}
    desk.book({**asked, "confirm": ["outside_availability", "in_the_past"]})
    for path in (DAY, PLANNING):
        answer = page("nadia", path)
        assert "--start: 480; --hours: 10" in answer.text
        assert "--from: 5;" not in answer.text
        assert "À d'autres heures mardi 10 novembre à 0\xa0h\xa005" in said(answer)
        assert len(names(answer)) == 1 and "Nuit" in names(answer)[0]


def test_what_was_cancelled_lengthens_nothing(page: Any, desk: Any) -> None:
    visitor = {"first_name": "Marie", "last_name": "Tot"}
    asked = {"type": "cni", "agent": "nadia", "start": "2026-11-10T19:30:00+01:00", "visitor": visitor}
    made = desk.book({**asked, "confirm": ["outside_availability"]}).appointment
    assert "--start: 480; --hours: 12" in page("nadia", DAY).text
    desk.cancel(made.reference)
    answer = page("nadia", DAY)
    assert "--start: 480; --hours: 10" in answer.text
    assert "À d'autres heures" in said(answer)
    assert names(answer) == ["Marie Tot"]


def test_a_day_that_is_closed_says_so_at_the_hours_shown(page: Any) -> None:
    assert "--from: 480; --len: 600" in page("nadia", f"{DAY}&day=2026-11-11").text


def test_the_background_tells_hours_closures_holidays_and_absences(section: Any, page: Any) -> None:
    create(
        section["nadia"],
        "Unavailability",
        start=datetime(2026, 11, 12, 10),
        end=datetime(2026, 11, 12, 11),
        reason="Formation",
    )
    create(
        section["guichet-standard"],
        "Unavailability",
        start=datetime(2026, 11, 13, 9),
        end=datetime(2026, 11, 13, 10),
        reason="Peinture",
    )
    transaction.commit()
    answer = page("nadia", f"{PLANNING}?agent=nadia")
    assert "Fermé\xa0: Armistice" in said(answer)
    assert "Nadia\xa0: Formation" in said(answer)
    assert "Guichet standard\xa0: Peinture" in said(answer)
    assert re.search(r'class="rdv-open"\s+style="--from: 540; --len: 180"', answer.text)
    assert re.search(r'class="rdv-off"\s+style="--from: 600; --len: 60"', answer.text)
    thursday = page("nadia", f"{DAY}&day=2026-11-12&columns=agent")
    assert "Formation" in said(thursday)
    assert "Peinture" in said(page("nadia", f"{DAY}&day=2026-11-13"))


def test_free_time_leads_to_the_form_with_that_time(page: Any, book: Any) -> None:
    book("11:00", day="2026-11-12")
    answer = page("nadia", f"{DAY}&day=2026-11-12&columns=agent&type=cni&agent=nadia")
    assert starts(answer) == [
        "2026-11-12T09:00:00+01:00",
        "2026-11-12T10:00:00+01:00",
        "2026-11-12T11:20:00+01:00",
    ]
    for found in links(answer, "rendezvous-add"):
        assert (found["agent"], found["type"]) == (["nadia"], ["cni"])


def test_free_time_of_a_counter_names_the_counter(page: Any) -> None:
    found = [one for one in links(page("nadia", f"{DAY}&day=2026-11-12"), "rendezvous-add") if "start" in one]
    assert {one["counter"][0] for one in found} == {"guichet-standard"}


def test_a_counter_that_is_full_is_not_free_whoever_is(section: Any, page: Any, book: Any) -> None:
    book("9:00", day="2026-11-12")
    assert "2026-11-12T09:00:00+01:00" not in starts(page("nadia", f"{DAY}&day=2026-11-12"))


def test_what_is_past_is_not_offered(page: Any) -> None:
    assert starts(page("nadia", f"{DAY}&day=2026-11-09")) == []
    assert starts(page("nadia", DAY))[0] == "2026-11-10T09:45:00+01:00"


def test_filters_stand_in_the_address_and_are_kept(section: Any, page: Any, desk: Any) -> None:
    for hour, who, name in (("10", "nadia", "Un"), ("11", "camille", "Deux")):
        asked = {"type": "cni", "start": f"2026-11-12T{hour}:00:00+01:00", "agent": who}
        desk.book({**asked, "visitor": {"first_name": "Marie", "last_name": name}})
    answer = page("nadia", f"{PLANNING}?day=2026-11-12&agent=camille&type=&counter=")
    assert names(answer) == ["Marie\xa0Deux"]
    assert re.search(r'<option value="camille"\s+selected="selected"', answer.text)
    for found in (*links(answer, "rendezvous-planning")[1:], *links(answer, "rendezvous-day")):
        if "day" in found:
            assert found["agent"] == ["camille"]
    assert [found["day"] for found in links(answer, "rendezvous-day")] == [["2026-11-12"]]
    assert names(page("nadia", f"{PLANNING}?type=logement")) == []
    assert len(names(page("nadia", f"{PLANNING}?counter=nowhere&agent=nobody"))) == 2


def test_a_day_keeps_its_columns_from_day_to_day(page: Any) -> None:
    found = [
        one
        for one in links(page("nadia", f"{DAY}&columns=agent&day=2026-11-12"), "rendezvous-planning")
        if "day" in one
    ]
    assert {"day": ["2026-11-13"], "view": ["day"], "columns": ["agent"]} in found
    assert {"day": ["2026-11-11"], "view": ["day"], "columns": ["agent"]} in found


def test_states_are_told_by_more_than_colour(page: Any, book: Any, desk: Any) -> None:
    desk.transition(book("9:00").reference, "cancel")
    desk.transition(book("9:20").reference, "no_show")
    answer = page("nadia", PLANNING)
    assert "is-cancelled" in answer.text
    assert ", Carte d'identité, annulé," in said(answer)
    assert ", Carte d'identité, absent," in said(answer)


def test_a_day_that_does_not_exist_is_told_and_today_shown(page: Any, book: Any) -> None:
    book()
    for day in ("2026-02-30", "tomorrow", "0001-01-01", "9999-12-31"):
        answer = page("nadia", f"{PLANNING}?day={day}")
        assert answer.status_code == 200
        assert "Cette date n'existe pas." in answer.text
        assert names(answer) == ["Marie\xa0Durand"]


def test_odd_addresses_break_nothing(page: Any) -> None:
    for query in ("view=month&columns=moon", "view=day&view=week&columns=a&columns=b", "agent=%FF&day=%00"):
        assert page("nadia", f"{PLANNING}?{query}").status_code in (200, 400), query


def test_the_spring_day_is_shown(section: Any, page: Any) -> None:
    assert page("nadia", f"{DAY}&day=2027-03-28").status_code == 200


def test_only_an_administrator_is_led_to_the_settings(section: Any, page: Any) -> None:
    agent(section, "thomas")
    transaction.commit()
    for words in ("Régler", "Période d'indisponibilités des guichets"):
        assert words in said(page("camille", PLANNING))
        assert words not in said(page("thomas", PLANNING))
    assert "Ajouter manuellement un rendez-vous" in said(page("thomas", PLANNING))


def test_a_section_in_which_nobody_works_yet_is_told(section: Any, page: Any) -> None:
    user("chief", ("Manager",))
    section.manage_delObjects(["nadia", "camille"])
    transaction.commit()
    assert "aucune colonne à montrer" in said(page("chief", f"{DAY}&columns=agent"))
    assert page("chief", PLANNING).status_code == 200


def test_without_the_script_nothing_is_told_of_it(page: Any) -> None:
    text = page("nadia", PLANNING).text
    assert "data-rdv-planning" not in text
    assert "planning.js" not in text
    assert "plain=1" not in text


def test_the_script_is_told_what_is_shown(built: None, section: Any, page: Any) -> None:
    change(section["nadia"], title='"><script>alert(1)</script>')
    transaction.commit()
    answer = page("nadia", f"{DAY}&columns=agent&agent=nadia")
    assert "<script>alert" not in answer.text
    told = script_told(answer)
    assert told["agents"] == [{"id": "nadia", "title": '"><script>alert(1)</script>'}]
    assert (told["first"], told["last"], told["view"], told["columns"]) == (
        "2026-11-10",
        "2026-11-10",
        "day",
        "agent",
    )
    assert told["chosen"] == {"agent": "nadia"}
    assert told["counters"] == [
        {"id": "guichet-standard", "title": "Guichet standard", "types": ["cni", "logement"]}
    ]
    assert told["texts"]["closed_because"] == "Fermé\xa0: ${reason}"
    assert told["texts"]["hour"] == "${hour}\xa0h\xa0${minute}"
    assert told["changes"] is True


def test_no_script_and_no_style_stands_in_the_page_itself(built: None, page: Any) -> None:
    text = page("nadia", PLANNING).text
    content = text[text.index('<article id="content"') : text.index("</article>")]
    assert re.findall(r"<script[^>]*>([^<]*)</script>", content) == [""]
    assert "<style" not in content
    assert re.search(r'src="[^"]*/\+\+plone\+\+collective.rendezvous/built/planning.js\?v=\d+"', content)


def test_the_plain_planning_stays_plain_from_page_to_page(built: None, page: Any) -> None:
    answer = page("nadia", f"{PLANNING}?plain=1")
    assert script_told(answer) is None
    assert "planning.js" not in answer.text
    found = [one for one in links(answer, "rendezvous-planning") if "day" in one]
    with_script = [one for one in found if "plain" not in one]
    assert len(with_script) == 1
    assert "plain=1" in page("nadia", PLANNING).text
