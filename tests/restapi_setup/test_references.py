"""Ids at the edge hold through renames, and disappear with what they name."""


def test_ids_follow_renames_and_disappear_with_what_they_name(office, add, admin, functional):
    from plone import api

    import transaction

    add("/rdv", "AppointmentType", id="wedding", title="Mariage", duration=45)
    body = {
        "days": [0],
        "start": "09:00",
        "end": "12:00",
        "types": ["wedding", "passport"],
        "counters": ["desk"],
    }
    add("/rdv/rita", "Availability", id="hours", **body)
    assert admin.patch("/rdv/desk", json={"types": ["wedding", "passport", "wedding"]}).status_code == 204
    assert admin.get("/rdv/desk").json()["types"] == ["wedding", "passport"]
    portal = functional["portal"]
    portal._p_jar.sync()
    with api.env.adopt_roles(["Manager"]):
        api.content.rename(portal["rdv"]["wedding"], "marriage")
        api.content.rename(portal["rdv"]["desk"], "front")
    transaction.commit()
    assert admin.get("/rdv/front").json()["types"] == ["marriage", "passport"]
    told = admin.get("/rdv/rita/hours").json()
    assert (told["types"], told["counters"]) == (["marriage", "passport"], ["front"])
    assert admin.delete("/rdv/marriage").status_code == 204
    assert admin.delete("/rdv/front").status_code == 204
    told = admin.get("/rdv/rita/hours").json()
    assert (told["types"], told["counters"]) == (["passport"], [])
    add("/rdv", "AppointmentType", id="wedding", title="Mariage", duration=45)
    assert admin.get("/rdv/rita/hours").json()["types"] == ["passport"]
    assert admin.patch("/rdv/rita/hours", json={"weeks": "odd"}).status_code == 204


def test_overlapping_hours_with_other_counters_are_refused(office, add, admin):
    base = {"@type": "Availability", "days": [0, 2], "start": "09:00", "end": "12:00", "types": ["passport"]}
    assert admin.post("/rdv/rita", json={**base, "id": "one", "counters": ["desk"]}).status_code == 201
    answer = admin.post("/rdv/rita", json={**base, "days": [2], "start": "11:00"})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["code"] == "overlap"
    assert admin.post("/rdv/rita", json={**base, "start": "12:00", "end": "13:00"}).status_code == 201
    assert admin.post("/rdv/rita", json={**base, "id": "two", "counters": ["desk"]}).status_code == 201
    assert admin.patch("/rdv/rita/two", json={"counters": []}).status_code == 400
    assert admin.patch("/rdv/rita/two", json={"counters": [], "days": [3]}).status_code == 204
    assert admin.patch("/rdv/rita/two", json={"days": [2]}).status_code == 400


def test_an_agent_does_not_move_to_another_section(office, add, admin):
    add("/", "RendezVousSection", id="other", title="Other")
    answer = admin.post("/other/@move", json={"source": "/rdv/rita"})
    assert answer.status_code == 400, answer.text
    assert admin.get("/rdv/rita").status_code == 200
