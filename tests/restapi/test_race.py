from ..town import change
from .sending import booked
from .sending import visitor
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
import transaction


CLIENTS = 12


def rush(http, sent):
    """What so many clients are told who send at once."""

    def send(number):
        with http.by("", "") as session:
            session.auth = None
            return session.post("/rendez-vous/@appointments", json=sent(number))

    with ThreadPoolExecutor(CLIENTS) as pool:
        return list(pool.map(send, range(CLIENTS)))


@pytest.mark.race
def test_of_twelve_at_one_start_as_many_are_booked_as_there_are_places(hall, citizen, nadia, http):
    places = citizen.get("@slots?type=cni&to=2026-11-24").json()["days"][0]["slots"][0]["places"]
    answers = rush(http, lambda number: booked("09:00"))
    codes = Counter(answer.status_code for answer in answers)
    assert codes == {201: places, 409: CLIENTS - places}
    for answer in answers:
        if answer.status_code == 409:
            assert answer.json()["code"] == "slot_taken"
    assert nadia.get("@appointments").json()["items_total"] == places


@pytest.mark.race
def test_a_limit_holds_in_a_rush(hall, nadia, http):
    change(hall, max_upcoming_per_email=2, bookings_per_minute=1000)
    transaction.commit()
    hours = [f"{hour:02}:{minute:02}" for hour in (9, 10, 11) for minute in (0, 20, 40)]
    answers = rush(
        http, lambda number: booked(hours[number % len(hours)], visitor=visitor(email="a@example.org"))
    )
    assert Counter(answer.status_code for answer in answers) == {201: 2, 409: CLIENTS - 2}
    assert nadia.get("@appointments").json()["items_total"] == 2
