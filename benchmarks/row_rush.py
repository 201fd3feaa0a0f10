"""16 clients book one day: two processes on ZEO."""

from afterwards import found_wrong
from afterwards import ledger
from afterwards import site
from client import Client
from client import wish
from collections.abc import Iterator
from crowd import crowd
from datetime import date
from datetime import timedelta
from random import Random
from servers import clustered
from table import Row

import json


CLIENTS, EACH = 16, 20


def rows(port: int) -> Iterator[Row]:
    with clustered(port) as (urls, zeo):
        day = date.today() + timedelta(days=3)
        path = f"/rush/@slots?type=passport&from={day}&to={day}"
        told = json.loads(Client(urls[0]).ask("GET", path)[1])["days"][0]["slots"]
        starts = [slot["start"] for slot in told]
        places = sum(slot["places"] for slot in told)
        references: list[str] = []

        def book(client: Client, seed: int) -> list[tuple[int, float]]:
            random, found = Random(seed), []
            for _ in range(EACH):
                status, body, wall = client.ask(
                    "POST", "/rush/@appointments", wish(random.choice(starts), random)
                )
                found.append((status, wall))
                if status == 201:
                    references.append(json.loads(body)["reference"])
            return found

        def write(client: Client) -> list[tuple[int, float]]:
            return [client.ask("POST", "/rush/@bench-write", {})[::2] for _ in range(EACH)]

        crowd(urls, [write] * 4)
        booked = crowd(urls, [lambda client, seed=seed: book(client, seed) for seed in range(CLIENTS)])
        written = crowd(urls, [write] * CLIENTS)
        with site(zeo) as portal:
            differences, doubles, lost = found_wrong(ledger(portal, "rush"), references)
    rate, least = booked.per_second(201), written.per_second(200)
    yield Row(
        f"rush: {CLIENTS} clients, one day of {places} places, two processes on ZEO",
        f"{rate:.0f} bookings/s, {booked.times()}",
        f"writes of one small object {least:.0f}/s, {written.times()}",
        rate / least,
        "≥ 0.5, p95 ≤ 1 s",
        f"{booked.told()}; {booked.broken} × 5xx, {doubles} double, {lost} lost, {differences} differences",
    )
