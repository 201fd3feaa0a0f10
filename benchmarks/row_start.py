"""16 clients want one start with 10 places, again and again: two processes on ZEO."""

from afterwards import found_wrong
from afterwards import ledger
from afterwards import site
from client import Client
from client import wish
from collections import Counter
from collections.abc import Iterator
from crowd import Crowd
from crowd import crowd
from datetime import date
from datetime import timedelta
from random import Random
from servers import clustered
from table import Row

import json


CLIENTS, ROUNDS = 16, 8


def rows(port: int) -> Iterator[Row]:
    with clustered(port) as (urls, zeo):
        day = date.today() + timedelta(days=3)
        path = f"/places/@slots?type=passport&from={day}&to={day}"
        told = json.loads(Client(urls[0]).ask("GET", path)[1])["days"][0]["slots"][:ROUNDS]
        assert all(slot["places"] == 10 for slot in told)
        rounds = [want(urls, slot["start"], number) for number, slot in enumerate(told)]
        with site(zeo) as portal:
            differences, doubles, _ = found_wrong(ledger(portal, "places"), ())
    statuses = sum((one.statuses for one in rounds), Counter[int]())
    every = Crowd(statuses, [wall for one in rounds for wall in one.wall], sum(one.seconds for one in rounds))
    right = sum(one.statuses == {201: 10, 409: 6} for one in rounds)
    yield Row(
        f"rush: {CLIENTS} clients, one start with 10 places, two processes on ZEO",
        f"10 booked and 6 told in {right} of {len(rounds)} rounds",
        every.times(),
        target="all, 0 × 5xx",
        note=f"{every.told()}; {every.broken} × 5xx, {doubles} double, {differences} differences",
    )


def want(urls: list[str], start: str, number: int) -> Crowd:
    def book(client: Client, seed: int) -> list[tuple[int, float]]:
        return [client.ask("POST", "/places/@appointments", wish(start, Random(seed)))[::2]]

    seeds = range(100 * number, 100 * number + CLIENTS)
    return crowd(urls, [lambda client, seed=seed: book(client, seed) for seed in seeds])
