from ..town import change
from plone.app.textfield.value import RichTextValue

import transaction


def told(citizen, address="@appointment-types"):
    answer = citizen.get(address)
    assert answer.status_code == 200, answer.text
    return {one["id"]: one for one in answer.json()["items"]}


def test_public_active_types_that_a_counter_serves_are_told(citizen, nadia):
    assert list(told(citizen)) == ["cni", "logement", "asso", "doux"]
    assert list(told(nadia)) == ["cni", "logement", "asso", "doux"], "staff are told the same"


def test_a_type_is_told_with_its_texts_its_questions_and_where_to_go(hall, citizen):
    change(
        hall["asso"],
        description="Pour les associations",
        rgpd_text=RichTextValue("<p>Vos <b>données</b></p>", "text/html", "text/x-html-safe"),
        documents=[{"document": "Statuts", "note": "originaux"}],
    )
    change(hall["annexe"], access="Rampe", types=[hall["asso"].UID()])
    transaction.commit()
    kind = told(citizen)["asso"]
    assert kind["title"] == "Association"
    assert kind["description"] == "Pour les associations"
    assert kind["rgpd_text"]["data"] == "<p>Vos <b>données</b></p>"
    assert kind["instructions"] is None
    assert (kind["duration"], kind["max_people"], kind["extra_minutes_per_person"]) == (20, 5, 5)
    assert (kind["horizon_days"], kind["min_notice_hours"], kind["color"]) == (90, 0, "#1d6fb8")
    assert kind["documents"] == [{"document": "Statuts", "note": "originaux"}]
    assert kind["questions"][0] == {"label": "Nom", "kind": "text", "choices": [], "required": True}
    assert kind["questions"][1]["choices"] == ["Salle", "Aide"]
    assert kind["counters"][1] == {
        "id": "annexe",
        "title": "Annexe",
        "address": "2 rue Haute",
        "access": "Rampe",
    }
    assert [each["id"] for each in kind["counters"]] == ["guichet-standard", "annexe"]
    assert "next" not in kind
    assert [each["id"] for each in told(citizen)["cni"]["counters"]] == ["guichet-standard"]


def test_the_next_start_is_told_on_request_and_null_where_there_is_none(hall, citizen):
    change(hall["doux"], min_notice_hours=8760, horizon_days=1)
    transaction.commit()
    kinds = told(citizen, "@appointment-types?next=1")
    assert kinds["cni"]["next"] == {"start": "2026-11-24T09:00:00+01:00", "end": "2026-11-24T09:20:00+01:00"}
    assert kinds["doux"]["next"] is None


def test_no_cache_keeps_what_changes_by_the_minute(citizen):
    for address in ("@appointment-types", "@slots?type=cni", "@next-slots?type=cni"):
        assert citizen.get(address).headers["Cache-Control"] == "no-store"


def test_head_is_answered_without_a_body(citizen):
    for address in ("@appointment-types", "@slots?type=cni", "@next-slots?type=cni"):
        answer = citizen.ask("HEAD", address)
        assert (answer.status_code, answer.content) == (200, b"")
