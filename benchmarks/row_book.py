"""One booking by HTTP, beside a service that writes and commits one small object."""

from client import Client
from client import wish
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from random import Random
from servers import served
from side_by_side import side_by_side
from table import Row

import json


def rows(port: int) -> Iterator[Row]:
    yield row(port, "one booking by HTTP", "≤ 3", note="20 agents, 10 counters; ratio of CPU")
    note = "the same process composes each letter at once, and writes down that it is sent"
    yield row(port, "one booking by HTTP, and its letter", "", "--clock", note=note)


def row(port: int, what: str, target: str, *options: str, note: str) -> Row:
    random = Random(5)
    with served(port, 2, *options) as url:
        client = Client(url)
        first = date.today() + timedelta(days=1)
        path = f"/rush/@slots?type=passport&from={first}&to={first + timedelta(days=30)}"
        days = json.loads(client.ask("GET", path)[1])["days"]
        starts = [slot["start"] for day in days for slot in day["slots"]]
        random.shuffle(starts)

        def book() -> float:
            status, body, wall = client.ask("POST", "/rush/@appointments", wish(starts.pop(), random))
            assert status == 201, body
            return wall

        def write() -> float:
            status, body, wall = client.ask("POST", "/rush/@bench-write", {})
            assert status == 200, body
            return wall

        booked, written = side_by_side(client, [book, write])
    beside = f"a service that writes one small object {written}"
    return Row(what, str(booked), beside, booked.each / written.each, target, note=note)
