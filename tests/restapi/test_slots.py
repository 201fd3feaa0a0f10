def test_a_month_of_slots(citizen, clock):
    answer = citizen.get("@slots?type=cni")
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert (told["type"], told["from"], told["to"]) == ("cni", "2026-11-24", "2026-12-24")
    assert (told["timezone"], told["duration"]) == ("Europe/Paris", 20)
    first = told["days"][0]
    assert first["date"] == "2026-11-24"
    assert first["slots"][0] == {
        "start": "2026-11-24T09:00:00+01:00",
        "end": "2026-11-24T09:20:00+01:00",
        "places": 2,
    }
    assert {"date": "2026-11-28", "why": "none"} in told["empty"]
