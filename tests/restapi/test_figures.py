"""Statistics and the export over HTTP."""

from .sending import association
from .sending import at
from .sending import booked
from .sending import staffs
from .sending import wrong
from typing import Any

import csv
import io
import pytest


PAST = "2026-11-17"
"""A week before the day of `clock`."""


def past(hour: str, **fields: Any) -> dict[str, Any]:
    return {**booked(hour, agent="nadia", **fields), "start": at(hour, PAST), "confirm": ["in_the_past"]}


@pytest.fixture
def visited(boss: Any) -> Any:
    """Three of a Tuesday: received after seven minutes, absent, cancelled."""
    came = boss.book(past("09:00"))
    away = boss.book(past("09:20"))
    gone = boss.book(past("09:40"))
    boss.post(staffs(came, "arrive"))
    boss.post(staffs(away, "no_show"))
    boss.post(staffs(gone, "cancel"))
    return came


@pytest.fixture
def boss(people: Any) -> Any:
    return people("boss")


def statistics(asker: Any, **more: str) -> dict[str, Any]:
    answer = asker.get("@statistics", params={"from": PAST, "to": PAST, **more})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_a_day_is_told_in_the_shape_of_the_contract(boss: Any, clock: Any, visited: Any) -> None:
    clock.passes(minutes=7)
    boss.post(staffs(visited, "honour"))
    told = statistics(boss)
    figures = {
        "appointments": 2,
        "online": 0,
        "cancelled": 1,
        "no_shows": 1,
        "minutes_taken": 40,
        "delay_days_median": 0,
        "wait_minutes_median": 7,
    }
    assert (told["from"], told["to"]) == (PAST, PAST)
    assert told["totals"] == {**figures, "minutes_offered": 360}
    (kind,) = [one for one in told["by_type"] if one["appointments"]]
    assert kind["type"] == {"id": "cni", "title": "Carte d'identité"}
    assert kind == {**kind, **figures}
    assert told["by_week"] == [{"week": "2026-W47", **told["totals"]}]
    assert told["by_weekday"] == [{"day": 1, **told["totals"]}]


def test_figures_are_narrowed_to_an_agent_or_a_counter(boss: Any, visited: Any) -> None:
    assert statistics(boss, agent="nadia")["totals"]["minutes_offered"] == 180
    assert statistics(boss, agent="boss")["totals"]["appointments"] == 0
    where = visited["counter"]["id"]
    assert statistics(boss, counter=where)["totals"]["appointments"] >= 1


def test_nothing_counts_twice_once_the_day_was_summed_up(
    boss: Any, hall: Any, clock: Any, visited: Any
) -> None:
    from collective.rendezvous.jobs.sums import run

    import transaction

    before = statistics(boss)
    transaction.begin()
    assert run(hall, clock.now()) == 7
    transaction.commit()
    assert statistics(boss) == before
    boss.post(staffs(visited, "honour"))
    boss.book(past("10:00"))
    assert statistics(boss)["totals"]["appointments"] == before["totals"]["appointments"] + 1


def test_what_is_wrong_with_a_period_is_told(boss: Any) -> None:
    for asked, told in (
        ("from=2026-11-17&to=2026-11-16", {"to": "end_before_start"}),
        ("from=hier", {"from": "invalid_day"}),
        ("from=1990-01-01&to=2026-01-01", {"to": "too_many_days"}),
        ("agent=nobody&counter=nowhere", {"agent": "unknown", "counter": "unknown"}),
    ):
        assert wrong(boss.get(f"@statistics?{asked}")) == told
    assert wrong(boss.get("@appointments-export?from=2026-11-17&to=2026-11-16")) == {"to": "end_before_start"}


def test_without_days_the_last_eight_weeks_are_told(boss: Any) -> None:
    told = boss.get("@statistics").json()
    assert (told["from"], told["to"]) == ("2026-09-28", "2026-11-22")
    assert told["totals"]["delay_days_median"] is None
    assert told["by_type"] == []


def table(answer: Any) -> list[list[str]]:
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    text = answer.content.decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:]), delimiter=";"))


def export(asker: Any, **headers: str) -> list[list[str]]:
    path = "@appointments-export?from=2026-11-01&to=2026-12-31"
    return table(asker.get(path, headers={"Accept": "text/csv", **headers}))


def told(asker: Any) -> dict[str, str]:
    header, line = export(asker)
    return dict(zip(header, line, strict=True))


def test_appointments_go_into_a_spreadsheet(boss: Any, citizen: Any) -> None:
    made = citizen.book(association("10:15", comment='Deux\nlignes ; "citées"', people=2))
    line = told(boss)
    assert line["Référence"] == made["reference"]
    assert (line["Début"], line["Fin"]) == ("2026-11-24 10:15", "2026-11-24 10:40")
    assert (line["État"], line["Nom"], line["Personnes"]) == ("Confirmé", "Durand", "2")
    assert line["Commentaire"] == 'Deux\nlignes ; "citées"'
    assert line["Réponses"] == "Nom: Les Amis"
    assert line["Pris par"] == "le visiteur"


def test_no_cell_is_a_formula(boss: Any, citizen: Any) -> None:
    visitor = {"first_name": "=cmd|' /C calc'!A0", "last_name": "@SUM(1)", "email": "a@courriel.example"}
    phone = {"phone": "+33 6 39 98 11 02"}
    citizen.book(booked("10:00", visitor={**visitor, **phone}, comment="-1+1", answers={}))
    line = told(boss)
    assert line["Prénom"] == "'=cmd|' /C calc'!A0"
    assert line["Nom"] == "'@SUM(1)"
    assert line["Commentaire"] == "'-1+1"
    assert line["Téléphone"] == "'+33 6 39 98 11 02"


def test_a_program_that_takes_json_gets_the_table_too(boss: Any) -> None:
    assert len(table(boss.get("@appointments-export"))) == 1


def test_administrators_alone_see_figures_and_exports(people: Any) -> None:
    for who in ("citizen", "member", "gone", "nadia"):
        assert people(who).get("@statistics").status_code in (401, 403), who
        assert people(who).get("@statistics", headers={"Accept": "application/json"}).status_code in (
            401,
            403,
        )
        for accept in ("text/csv", "application/json"):
            answer = people(who).get("@appointments-export", headers={"Accept": accept})
            assert answer.status_code in (401, 403), who
    for who in ("boss", "site", "manager"):
        assert people(who).get("@statistics").status_code == 200
        assert people(who).get("@appointments-export").status_code == 200
